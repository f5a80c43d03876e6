// Unit vectors in 16-bit numbers, for many products at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/transition/reduce.h"

namespace overstap::transition {

// Immutable; thread-safe. Products are sums of whole numbers, so they are the same on every
// processor and in every order.
class ShortVectors {
 public:
  ShortVectors() = default;
  // Every row, of an even number of dimensions, as a unit vector in steps of 1 / kScale; a row of
  // zeros stays so.
  explicit ShortVectors(const DenseRows& rows);

  size_t count() const { return dimensions_ == 0 ? 0 : values_.size() / dimensions_; }

  // Cosine of two rows times kScale^2, never more than that.
  int32_t Product(size_t a, size_t b) const;

  // Product(from, to) of `origins` rows from `first` on with every row, one origin behind the
  // other, stride() cells apart: `products` has origins * stride() cells, of which those from
  // count() on in each row are 0. Four origins or more at once cost less each.
  void Products(size_t first, size_t origins, std::span<int32_t> products) const;

  // count(), rounded up to whole tiles.
  size_t stride() const { return (count() + kTile - 1) / kTile * kTile; }

  static constexpr int kScale = 32767;
  static constexpr size_t kTile = 16;

 private:
  const int16_t* Row(size_t row) const { return values_.data() + row * dimensions_; }

  size_t dimensions_ = 0;
  std::vector<int16_t> values_;
  std::vector<int16_t> tiles_;  // per kTile rows: two dimensions of each, then the next two
};

}  // namespace overstap::transition
