// A plain measure that closeness is compared with.
#pragma once

#include <span>
#include <vector>

#include "engine/match/params.h"
#include "engine/transition/sparse_rows.h"
#include "taxonomy/taxonomy.h"

namespace overstap::measure {

// Cosine of the requirements of two occupations, weighted by importance and idf, by the simplest
// sparse product: for each requirement of the one, add to all that require it too.
class IdfCosine {
 public:
  // Without `damping` every skill counts alike.
  IdfCosine(const Taxonomy& taxonomy, const match::ScoringParams& scoring, bool damping = true);

  void FillRow(OccupationId from, std::span<float> row) const;

 private:
  transition::SparseRows rows_;
  transition::SparseRows by_skill_;
};

}  // namespace overstap::measure
