#include "engine/transition/tile_kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#include <cstring>

#define OVERSTAP_AVX2 __attribute__((target("avx2")))
#define OVERSTAP_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

namespace overstap::transition {
namespace {

constexpr size_t kStepBytes = kTileRows * kTileStep;
constexpr size_t kHalfRows = kTileRows / 2;

// kTileStep cells of an origin as one number.
int32_t LoadStep(const int8_t* cells) {
  int32_t step = 0;
  std::memcpy(&step, cells, sizeof(step));
  return step;
}

// Registers for half a tile: of four rows each, two sums a row.
constexpr size_t kQuads = kHalfRows / 4;

OVERSTAP_AVX2 void StoreHalf(const __m256i (&sums)[kQuads], int32_t start, int32_t* products) {
  for (size_t i = 0; i < kQuads; i += 2) {
    const __m256i pairs = _mm256_hadd_epi32(sums[i], sums[i + 1]);
    const __m256i eight = _mm256_permute4x64_epi64(pairs, 0b11'01'10'00);
    const __m256i whole = _mm256_add_epi32(eight, _mm256_set1_epi32(start));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(products + 4 * i), whole);
  }
}

// kTogether origins from `origin` on, with half a tile.
template <size_t kTogether>
OVERSTAP_AVX2 void WideHalf(const TileTask& task, size_t origin, size_t half) {
  const int8_t* const rows = task.origins + origin * task.dimensions;
  const uint8_t* tile = task.tile + half * kHalfRows * kTileStep;
  __m256i sums[kTogether][kQuads];
  for (auto& of_origin : sums) {
    for (__m256i& sum : of_origin) sum = _mm256_setzero_si256();
  }
  for (size_t k = 0; k < task.dimensions; k += kTileStep, tile += kStepBytes) {
    __m256i cells[kTogether];
    for (size_t i = 0; i < kTogether; ++i) {
      cells[i] = _mm256_cvtepi8_epi16(_mm_set1_epi32(LoadStep(rows + i * task.dimensions + k)));
    }
    for (size_t quad = 0; quad < kQuads; ++quad) {
      const __m256i four = _mm256_cvtepu8_epi16(
          _mm_loadu_si128(reinterpret_cast<const __m128i*>(tile + quad * 4 * kTileStep)));
      for (size_t i = 0; i < kTogether; ++i) {
        sums[i][quad] = _mm256_add_epi32(sums[i][quad], _mm256_madd_epi16(four, cells[i]));
      }
    }
  }
  for (size_t i = 0; i < kTogether; ++i) {
    StoreHalf(sums[i], -kCellOffset * task.sums[origin + i],
              task.products + (origin + i) * kTileRows + half * kHalfRows);
  }
}

OVERSTAP_AVX2 void Wide(const TileTask& task) {
  for (size_t half = 0; half < 2; ++half) {
    size_t origin = 0;
    for (; origin + 2 <= task.count; origin += 2) WideHalf<2>(task, origin, half);
    for (; origin < task.count; ++origin) WideHalf<1>(task, origin, half);
  }
}

template <size_t kTogether>
OVERSTAP_VNNI void Bytes(const TileTask& task, size_t origin) {
  const int8_t* const rows = task.origins + origin * task.dimensions;
  const uint8_t* tile = task.tile;
  __m512i sums[kTogether][2];
  for (size_t i = 0; i < kTogether; ++i) {
    sums[i][0] = sums[i][1] = _mm512_set1_epi32(-kCellOffset * task.sums[origin + i]);
  }
  for (size_t k = 0; k < task.dimensions; k += kTileStep, tile += kStepBytes) {
    const __m512i low = _mm512_loadu_si512(tile);
    const __m512i high = _mm512_loadu_si512(tile + kStepBytes / 2);
    for (size_t i = 0; i < kTogether; ++i) {
      const __m512i cells = _mm512_set1_epi32(LoadStep(rows + i * task.dimensions + k));
      sums[i][0] = _mm512_dpbusd_epi32(sums[i][0], low, cells);
      sums[i][1] = _mm512_dpbusd_epi32(sums[i][1], high, cells);
    }
  }
  for (size_t i = 0; i < kTogether; ++i) {
    int32_t* const products = task.products + (origin + i) * kTileRows;
    _mm512_storeu_si512(products, sums[i][0]);
    _mm512_storeu_si512(products + kHalfRows, sums[i][1]);
  }
}

OVERSTAP_VNNI void AllBytes(const TileTask& task) {
  size_t origin = 0;
  for (; origin + 8 <= task.count; origin += 8) Bytes<8>(task, origin);
  for (; origin + 2 <= task.count; origin += 2) Bytes<2>(task, origin);
  for (; origin < task.count; ++origin) Bytes<1>(task, origin);
}

}  // namespace

TileKernel WideTileKernel() { return __builtin_cpu_supports("avx2") != 0 ? Wide : nullptr; }

TileKernel ByteTileKernel() {
  const bool has =
      __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
      __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
  return has ? AllBytes : nullptr;
}

}  // namespace overstap::transition

#else

namespace overstap::transition {

TileKernel WideTileKernel() { return nullptr; }
TileKernel ByteTileKernel() { return nullptr; }

}  // namespace overstap::transition

#endif
