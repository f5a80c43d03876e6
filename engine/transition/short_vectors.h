// Vectors of one length in 8-bit numbers, for many products at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/transition/reduce.h"
#include "engine/transition/tile_kernels.h"

namespace overstap::transition {

// Immutable; thread-safe. Products are sums of whole numbers, so they are the same on every
// processor and in every order.
class ShortVectors {
 public:
  ShortVectors() = default;
  // Every row, of a multiple of kTileStep dimensions (at most 1024), stretched until its largest
  // cell is kMostCell and rounded; a row of zeros stays so.
  explicit ShortVectors(const DenseRows& rows);

  size_t count() const { return shares_.size(); }

  // Sum of the products of the cells: the definition, and the oracle of Products.
  int32_t Product(size_t a, size_t b) const;

  // 1 over the length of each row, less 2^-22 of that; 0 for a row of zeros. Product(a, b) times
  // both shares is the cosine: -1..1, also when rounded.
  const std::vector<float>& shares() const { return shares_; }

  // Product(from, to) of `origins` rows from `first` on with the rows of a tile, kTileRows of them
  // from tile * kTileRows on: `products` has origins * kTileRows cells, one origin behind the
  // other; past count() they are 0. Eight origins at once cost less each.
  void Products(size_t first, size_t origins, size_t tile, std::span<int32_t> products) const;

  size_t tile_count() const { return (count() + kTileRows - 1) / kTileRows; }

  static constexpr int kMostCell = 127;

 private:
  const int8_t* Row(size_t row) const { return cells_.data() + row * dimensions_; }

  size_t dimensions_ = 0;
  std::vector<int8_t> cells_;  // row-major
  std::vector<int32_t> sums_;  // of the cells of each row
  std::vector<float> shares_;
  std::vector<uint8_t> tiles_;  // the same cells (tile_kernels.h)
};

}  // namespace overstap::transition
