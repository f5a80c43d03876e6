#include "engine/transition/short_vectors.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace overstap::transition {
namespace {

constexpr double kShare = 1 - 0x1p-22;

}  // namespace

ShortVectors::ShortVectors(const DenseRows& rows)
    : dimensions_(rows.dimensions), cells_(rows.values.size(), 0) {
  for (size_t begin = 0; begin < cells_.size(); begin += dimensions_) {
    const std::span row = std::span(rows.values).subspan(begin, dimensions_);
    double most = 0;
    for (const double value : row) most = std::max(most, std::abs(value));
    int32_t sum = 0;
    int32_t squares = 0;
    for (size_t k = 0; k < dimensions_ && most > 0; ++k) {
      const auto cell = static_cast<int8_t>(std::lround(row[k] / most * kMostCell));
      cells_[begin + k] = cell;
      sum += cell;
      squares += cell * cell;
    }
    sums_.push_back(sum);
    shares_.push_back(squares > 0 ? static_cast<float>(kShare / std::sqrt(squares)) : 0.0F);
  }
  tiles_.assign(tile_count() * kTileRows * dimensions_, kCellOffset);
  for (size_t row = 0; row < count(); ++row) {
    uint8_t* const tile = tiles_.data() + row / kTileRows * kTileRows * dimensions_;
    for (size_t k = 0; k < dimensions_; ++k) {
      const size_t step = k / kTileStep * kTileRows + row % kTileRows;
      tile[step * kTileStep + k % kTileStep] = static_cast<uint8_t>(Row(row)[k] + kCellOffset);
    }
  }
}

int32_t ShortVectors::Product(size_t a, size_t b) const {
  return std::inner_product(Row(a), Row(a) + dimensions_, Row(b), int32_t{0});
}

void ShortVectors::Products(size_t first, size_t origins, size_t tile,
                            std::span<int32_t> products) const {
  const size_t begin = tile * kTileRows;
  ChosenTileKernel()({.origins = Row(first),
                      .sums = sums_.data() + first,
                      .count = origins,
                      .rows = Row(begin),
                      .row_count = std::min(kTileRows, count() - begin),
                      .tile = tiles_.data() + begin * dimensions_,
                      .dimensions = dimensions_,
                      .products = products.data()});
}

}  // namespace overstap::transition
