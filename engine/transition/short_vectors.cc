#include "engine/transition/short_vectors.h"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#include <cstring>
#define OVERSTAP_HAS_WIDE 1
#else
#define OVERSTAP_HAS_WIDE 0
#endif

namespace overstap::transition {
namespace {

constexpr size_t kTile = ShortVectors::kTile;

// Products of a row with the kTile rows of a tile.
void TileProducts(const int16_t* row, const int16_t* tile, size_t dimensions, int32_t* products) {
  std::fill(products, products + kTile, 0);
  for (size_t k = 0; k < dimensions; k += 2, tile += 2 * kTile) {
    for (size_t i = 0; i < kTile; ++i) {
      products[i] += row[k] * tile[2 * i] + row[k + 1] * tile[2 * i + 1];
    }
  }
}

#if OVERSTAP_HAS_WIDE
constexpr size_t kRowsTogether = 4;

// The same for kRowsTogether rows behind each other, products `stride` apart, with 256-bit
// registers: whole numbers, so the same sums.
__attribute__((target("avx2"))) void WideTileProducts(const int16_t* rows, const int16_t* tile,
                                                      size_t dimensions, size_t stride,
                                                      int32_t* products) {
  __m256i low[kRowsTogether];
  __m256i high[kRowsTogether];
  for (size_t i = 0; i < kRowsTogether; ++i) low[i] = high[i] = _mm256_setzero_si256();
  for (size_t k = 0; k < dimensions; k += 2, tile += 2 * kTile) {
    __m256i first;
    __m256i second;
    std::memcpy(&first, tile, sizeof(first));
    std::memcpy(&second, tile + kTile, sizeof(second));
    for (size_t i = 0; i < kRowsTogether; ++i) {
      int32_t pair = 0;
      std::memcpy(&pair, rows + i * dimensions + k, sizeof(pair));
      const __m256i both = _mm256_set1_epi32(pair);
      low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(first, both));
      high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(second, both));
    }
  }
  for (size_t i = 0; i < kRowsTogether; ++i) {
    std::memcpy(products + i * stride, &low[i], sizeof(low[i]));
    std::memcpy(products + i * stride + kTile / 2, &high[i], sizeof(high[i]));
  }
}

bool HasWide() { return __builtin_cpu_supports("avx2") != 0; }
#endif

}  // namespace

ShortVectors::ShortVectors(const DenseRows& rows)
    : dimensions_(rows.dimensions), values_(rows.values.size(), 0) {
  for (size_t begin = 0; begin < values_.size(); begin += dimensions_) {
    double squares = 0;
    for (size_t k = 0; k < dimensions_; ++k) {
      squares += rows.values[begin + k] * rows.values[begin + k];
    }
    if (squares <= 0) continue;
    // Rounding moves a vector by half a step in each dimension at most: it never gets longer
    // than 1.
    const double margin = std::sqrt(static_cast<double>(dimensions_)) / 2;
    const double factor = (kScale - margin) / std::sqrt(squares);
    for (size_t k = 0; k < dimensions_; ++k) {
      values_[begin + k] = static_cast<int16_t>(std::lround(rows.values[begin + k] * factor));
    }
  }
  const size_t tiles = (count() + kTile - 1) / kTile;
  tiles_.assign(tiles * kTile * dimensions_, 0);
  for (size_t row = 0; row < count(); ++row) {
    int16_t* const tile = tiles_.data() + row / kTile * kTile * dimensions_;
    for (size_t k = 0; k < dimensions_; ++k) {
      tile[k / 2 * 2 * kTile + row % kTile * 2 + k % 2] = Row(row)[k];
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
  const size_t width = stride();
  for (size_t begin = 0; begin < width; begin += kTile) {
    const int16_t* const tile = tiles_.data() + begin * dimensions_;
    size_t origin = 0;
#if OVERSTAP_HAS_WIDE
    for (; HasWide() && origin + kRowsTogether <= origins; origin += kRowsTogether) {
      WideTileProducts(Row(first + origin), tile, dimensions_, width,
                       products.data() + origin * width + begin);
    }
#endif
    for (; origin < origins; ++origin) {
      TileProducts(Row(first + origin), tile, dimensions_,
                   products.data() + origin * width + begin);
    }
  }
}

}  // namespace overstap::transition
