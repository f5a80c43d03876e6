#include "engine/transition/short_vectors.h"

#include <algorithm>
#include <cmath>

// Wider registers where the processor has them; whole numbers, so the same sums.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define OVERSTAP_WIDE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define OVERSTAP_WIDE_CLONES
#endif

namespace overstap::transition {
namespace {

// Destinations that stay in the nearest cache while all origins pass.
constexpr size_t kTile = 64;

// Products of `origins` rows with rows begin..end of all `count` rows. Four at a time share what is
// read of the origin.
OVERSTAP_WIDE_CLONES void TileProducts(const int16_t* from, size_t origins, const int16_t* rows,
                                       size_t begin, size_t end, size_t count, size_t dimensions,
                                       int32_t* products) {
  for (size_t origin = 0; origin < origins; ++origin, from += dimensions, products += count) {
    size_t to = begin;
    for (; to + 4 <= end; to += 4) {
      const int16_t* const a = rows + to * dimensions;
      const int16_t* const b = a + dimensions;
      const int16_t* const c = b + dimensions;
      const int16_t* const d = c + dimensions;
      int32_t sum_a = 0, sum_b = 0, sum_c = 0, sum_d = 0;
      for (size_t k = 0; k < dimensions; ++k) {
        sum_a += int32_t{from[k]} * int32_t{a[k]};
        sum_b += int32_t{from[k]} * int32_t{b[k]};
        sum_c += int32_t{from[k]} * int32_t{c[k]};
        sum_d += int32_t{from[k]} * int32_t{d[k]};
      }
      products[to] = sum_a;
      products[to + 1] = sum_b;
      products[to + 2] = sum_c;
      products[to + 3] = sum_d;
    }
    for (; to < end; ++to) {
      int32_t sum = 0;
      for (size_t k = 0; k < dimensions; ++k) {
        sum += int32_t{from[k]} * int32_t{rows[to * dimensions + k]};
      }
      products[to] = sum;
    }
  }
}

}  // namespace

ShortVectors::ShortVectors(const DenseRows& rows)
    : dimensions_(rows.dimensions), values_(rows.values.size(), 0) {
  for (size_t begin = 0; begin < values_.size(); begin += dimensions_) {
    double squares = 0;
    for (size_t k = 0; k < dimensions_; ++k) {
      squares += rows.values[begin + k] * rows.values[begin + k];
    }
    if (squares <= 0) continue;
    const double factor = kScale / std::sqrt(squares);
    for (size_t k = 0; k < dimensions_; ++k) {
      values_[begin + k] = static_cast<int16_t>(std::lround(rows.values[begin + k] * factor));
    }
  }
}

int32_t ShortVectors::Product(size_t a, size_t b) const {
  int64_t sum = 0;
  for (size_t k = 0; k < dimensions_; ++k) {
    sum += int64_t{Row(a)[k]} * int64_t{Row(b)[k]};
  }
  return static_cast<int32_t>(sum);
}

void ShortVectors::Products(size_t first, size_t origins, std::span<int32_t> products) const {
  const size_t all = count();
  for (size_t begin = 0; begin < all; begin += kTile) {
    TileProducts(Row(first), origins, values_.data(), begin, std::min(begin + kTile, all), all,
                 dimensions_, products.data());
  }
}

}  // namespace overstap::transition
