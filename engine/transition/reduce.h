// From long rows with few cells to short dense ones with nearly the same products.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/transition/sparse_rows.h"

namespace overstap::transition {

// Row-major: row r is values[r * dimensions, (r + 1) * dimensions).
struct DenseRows {
  size_t dimensions = 0;
  std::vector<double> values;
};

// Rows whose products are those of the best approximation of `rows` within a space of that many
// dimensions, nearly: the range is found by three rounds of randomised subspace iteration (Halko,
// Martinsson and Tropp, SIAM Review 2011, algorithm 4.4) from fixed signs. When there are no more
// rows than dimensions the products are those of `rows`. Cells beyond what is needed are 0.
// Deterministic. About 0.7 s for 3,000 rows with 800,000 cells in 256 dimensions.
DenseRows Reduce(const SparseRows& rows, size_t dimensions);

}  // namespace overstap::transition
