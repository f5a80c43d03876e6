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

constexpr size_t kEights = kTileRows / 8;  // registers for the sums of a tile

// kTogether origins from `origin` on. Products of bytes need one that is not negative: it takes the
// sign of the other along. Pairs of them fit in 16 bits, as no cell is more than 127.
template <size_t kTogether>
OVERSTAP_AVX2 void WideTile(const TileTask& task, size_t origin) {
  const int8_t* const rows = task.origins + origin * task.dimensions;
  const uint8_t* tile = task.tile;
  const __m256i offset = _mm256_set1_epi8(static_cast<int8_t>(kCellOffset));
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i sums[kTogether][kEights];
  for (auto& of_origin : sums) {
    for (__m256i& sum : of_origin) sum = _mm256_setzero_si256();
  }
  for (size_t k = 0; k < task.dimensions; k += kTileStep, tile += kStepBytes) {
    __m256i cells[kTogether];
    for (size_t i = 0; i < kTogether; ++i) {
      cells[i] = _mm256_set1_epi32(LoadStep(rows + i * task.dimensions + k));
    }
    for (size_t eight = 0; eight < kEights; ++eight) {
      const auto* const at = reinterpret_cast<const __m256i*>(tile + eight * 8 * kTileStep);
      const __m256i of_tile = _mm256_xor_si256(_mm256_loadu_si256(at), offset);
      for (size_t i = 0; i < kTogether; ++i) {
        const __m256i pairs =
            _mm256_maddubs_epi16(_mm256_abs_epi8(cells[i]), _mm256_sign_epi8(of_tile, cells[i]));
        sums[i][eight] = _mm256_add_epi32(sums[i][eight], _mm256_madd_epi16(pairs, ones));
      }
    }
  }
  for (size_t i = 0; i < kTogether; ++i) {
    int32_t* const products = task.products + (origin + i) * kTileRows;
    for (size_t eight = 0; eight < kEights; ++eight) {
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(products + eight * 8), sums[i][eight]);
    }
  }
}

OVERSTAP_AVX2 void Wide(const TileTask& task) {
  size_t origin = 0;
  for (; origin + 2 <= task.count; origin += 2) WideTile<2>(task, origin);
  for (; origin < task.count; ++origin) WideTile<1>(task, origin);
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
