#include "engine/match/kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)
#ifndef __clang__
// GCC 12 warns of values that its own intrinsics leave undefined on purpose (its bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>

#define OVERSTAP_WIDEST __attribute__((target("avx512f,avx512bw,avx512vl")))

namespace overstap::match {
namespace {

constexpr size_t kWords = 32;         // of 16 bits, in a register
constexpr size_t kMostCounted = 255;  // terms, in a byte

// Bytes become the upper halves of numbers of 16 bits, in two registers: those of each group of 16
// that come first, and the others. They are put in order at the end.
OVERSTAP_WIDEST void SumDense(std::span<const DenseTerm> terms, size_t begin, size_t count,
                              uint16_t* sums) {
  if (terms.size() > kMostCounted) {
    PortableKernels().sum_dense(terms, begin, count, sums);
    return;
  }
  static_assert(Kernels::kTile == 2 * kWords);
  const __m512i zero = _mm512_setzero_si512();
  const __m512i one = _mm512_set1_epi8(1);
  const __m512i begins = _mm512_set_epi64(11, 10, 3, 2, 9, 8, 1, 0);
  const __m512i ends = _mm512_set_epi64(15, 14, 7, 6, 13, 12, 5, 4);
  for (size_t tile = 0; tile < count; tile += Kernels::kTile) {
    __m512i low = zero;
    __m512i high = zero;
    __m512i present = zero;
    for (const DenseTerm& term : terms) {
      const __m512i factor = _mm512_set1_epi16(static_cast<int16_t>(term.factor));
      const __m512i shares = _mm512_loadu_si512(term.shares + begin + tile);
      low = _mm512_adds_epu16(low, _mm512_mulhi_epu16(_mm512_unpacklo_epi8(zero, shares), factor));
      high =
          _mm512_adds_epu16(high, _mm512_mulhi_epu16(_mm512_unpackhi_epi8(zero, shares), factor));
      present = _mm512_add_epi8(present, _mm512_min_epu8(shares, one));
    }
    low = _mm512_adds_epu16(low, _mm512_unpacklo_epi8(present, zero));
    high = _mm512_adds_epu16(high, _mm512_unpackhi_epi8(present, zero));
    _mm512_storeu_si512(sums + tile, _mm512_permutex2var_epi64(low, begins, high));
    _mm512_storeu_si512(sums + tile + kWords, _mm512_permutex2var_epi64(low, ends, high));
  }
}

// Additions to memory come one after the other; wider registers do not help.
void AddList(std::span<const uint32_t> bounds, uint32_t strength, uint16_t* sums) {
  WideKernels()->add_list(bounds, strength, sums);
}

OVERSTAP_WIDEST void FindLargest(const uint16_t* sums, size_t count, uint16_t* largest) {
  static_assert(Kernels::kGroup == kWords);
  const __m128i ones = _mm_set1_epi16(-1);
  for (size_t group = 0; group < count; ++group, sums += Kernels::kGroup) {
    const __m512i all = _mm512_loadu_si512(sums);
    const __m256i half =
        _mm256_max_epu16(_mm512_castsi512_si256(all), _mm512_extracti64x4_epi64(all, 1));
    const __m128i eight =
        _mm_max_epu16(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
    // The processor finds the least of eight.
    const __m128i least = _mm_minpos_epu16(_mm_xor_si128(eight, ones));
    largest[group] = static_cast<uint16_t>(~_mm_cvtsi128_si32(least));
  }
}

OVERSTAP_WIDEST uint32_t AtLeast(const uint16_t* sums, uint16_t least) {
  const __m256i at = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums));
  return _mm256_cmpge_epu16_mask(at, _mm256_set1_epi16(static_cast<int16_t>(least)));
}

// Counts of 16 bits, which are added up last: the sum of pairs is of 32 bits.
OVERSTAP_WIDEST uint16_t CountAtLeast(const uint16_t* sums, size_t count, uint16_t least) {
  const __m512i leasts = _mm512_set1_epi16(static_cast<int16_t>(least));
  const __m512i one = _mm512_set1_epi16(1);
  __m512i counts = _mm512_setzero_si512();
  for (; count >= kWords; count -= kWords, sums += kWords) {
    const __mmask32 reach = _mm512_cmpge_epu16_mask(_mm512_loadu_si512(sums), leasts);
    counts = _mm512_mask_add_epi16(counts, reach, counts, one);
  }
  const __mmask32 rest = (1U << count) - 1;
  const __mmask32 reach =
      _mm512_mask_cmpge_epu16_mask(rest, _mm512_maskz_loadu_epi16(rest, sums), leasts);
  counts = _mm512_mask_add_epi16(counts, reach, counts, one);
  return static_cast<uint16_t>(_mm512_reduce_add_epi32(_mm512_madd_epi16(counts, one)));
}

OVERSTAP_WIDEST __m256i StrengthsOf(uint32_t pair, const int16_t* strengths) {
  const auto first = static_cast<uint16_t>(strengths[pair & 0xFFFF]);
  const auto second = static_cast<uint16_t>(strengths[pair >> 16]);
  return _mm256_set1_epi32(static_cast<int32_t>(first | uint32_t{second} << 16));
}

// Two pairs at once, one in each half.
OVERSTAP_WIDEST uint32_t SumStrip(std::span<const uint32_t> pairs, const int16_t* strengths,
                                  int32_t least, int32_t* sums) {
  constexpr ptrdiff_t kTwo = 2 * Kernels::kPairWords;
  const uint32_t* at = pairs.data();
  const uint32_t* const end = at + pairs.size();
  const auto shares_of = [](const uint32_t* pair) OVERSTAP_WIDEST {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(pair + 1));
  };
  __m512i both = _mm512_setzero_si512();
  for (; end - at >= kTwo; at += kTwo) {
    const uint32_t* const next = at + Kernels::kPairWords;
    const __m512i factors = _mm512_inserti64x4(_mm512_castsi256_si512(StrengthsOf(*at, strengths)),
                                               StrengthsOf(*next, strengths), 1);
    const __m256i shares =
        _mm256_inserti128_si256(_mm256_castsi128_si256(shares_of(at)), shares_of(next), 1);
    both = _mm512_add_epi32(both, _mm512_madd_epi16(_mm512_cvtepu8_epi16(shares), factors));
  }
  __m256i sum = _mm256_add_epi32(_mm512_castsi512_si256(both), _mm512_extracti64x4_epi64(both, 1));
  if (at != end) {
    const __m256i shares = _mm256_cvtepu8_epi16(shares_of(at));
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(shares, StrengthsOf(*at, strengths)));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), sum);
  return _mm256_cmpge_epi32_mask(sum, _mm256_set1_epi32(least));
}

constexpr Kernels kWidest = {SumDense, AddList, FindLargest, AtLeast, CountAtLeast, SumStrip};

}  // namespace

const Kernels* WidestKernels() {
  const bool has_all =
      __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("avx512f") != 0 &&
      __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0;
  return has_all ? &kWidest : nullptr;
}

}  // namespace overstap::match

#else

namespace overstap::match {

const Kernels* WidestKernels() { return nullptr; }

}  // namespace overstap::match

#endif
