#include "engine/match/kernels.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#include <algorithm>
#include <array>

#define OVERSTAP_WIDE __attribute__((target("avx2")))

namespace overstap::match {
namespace {

constexpr size_t kHalf = 16;  // sums in a register

OVERSTAP_WIDE __m256i Load(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}
OVERSTAP_WIDE void Store(void* to, __m256i value) {
  _mm256_storeu_si256(static_cast<__m256i*>(to), value);
}
// Sixteen bytes as numbers of 16 bits.
OVERSTAP_WIDE __m256i LoadBytes(const void* from) {
  return _mm256_cvtepu8_epi16(_mm_loadu_si128(static_cast<const __m128i*>(from)));
}

// Thirty-two sums. Bytes become the upper halves of numbers of 16 bits, in two registers: those of
// each group of 16 that come first, and the others. They are put in order at the end.
OVERSTAP_WIDE void SumHalfTile(std::span<const DenseTerm> terms, size_t begin, uint16_t* sums) {
  const __m256i zero = _mm256_setzero_si256();
  const __m256i one = _mm256_set1_epi8(1);
  __m256i low = zero;
  __m256i high = zero;
  __m256i present = zero;
  for (const DenseTerm& term : terms) {
    const __m256i factor = _mm256_set1_epi16(static_cast<int16_t>(term.factor));
    const __m256i shares = Load(term.shares + begin);
    low = _mm256_adds_epu16(low, _mm256_mulhi_epu16(_mm256_unpacklo_epi8(zero, shares), factor));
    high = _mm256_adds_epu16(high, _mm256_mulhi_epu16(_mm256_unpackhi_epi8(zero, shares), factor));
    present = _mm256_add_epi8(present, _mm256_min_epu8(shares, one));
  }
  low = _mm256_adds_epu16(low, _mm256_unpacklo_epi8(present, zero));
  high = _mm256_adds_epu16(high, _mm256_unpackhi_epi8(present, zero));
  Store(sums, _mm256_permute2x128_si256(low, high, 0x20));
  Store(sums + kHalf, _mm256_permute2x128_si256(low, high, 0x31));
}

OVERSTAP_WIDE void SumDense(std::span<const DenseTerm> terms, size_t begin, size_t count,
                            uint16_t* sums) {
  constexpr size_t kMostCounted = 255;  // terms, in a byte
  if (terms.size() > kMostCounted) {
    PortableKernels().sum_dense(terms, begin, count, sums);
    return;
  }
  for (size_t i = 0; i < count; i += 2 * kHalf) SumHalfTile(terms, begin + i, sums + i);
}

// Four products at once, more is not faster; the processor adds to memory one after the other, as
// it must.
OVERSTAP_WIDE void AddList(std::span<const uint32_t> bounds, uint32_t strength, uint16_t* sums) {
  const __m128i factor = _mm_set1_epi32(static_cast<int32_t>(strength << 16));
  const __m128i one = _mm_set1_epi32(1 << 16);
  const __m128i blocks = _mm_set1_epi32(0xFFFF);
  const auto add = [sums](uint64_t two) {
    uint16_t& first = sums[two & 0xFFFF];
    first = static_cast<uint16_t>(first + static_cast<uint16_t>(two >> 16));
    uint16_t& second = sums[(two >> 32) & 0xFFFF];
    second = static_cast<uint16_t>(second + (two >> 48));
  };
  size_t i = 0;
  for (; i + 4 <= bounds.size(); i += 4) {
    const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bounds.data() + i));
    const __m128i parts = _mm_add_epi16(_mm_mulhi_epu16(four, factor), one);
    const __m128i both = _mm_or_si128(parts, _mm_and_si128(four, blocks));
    add(static_cast<uint64_t>(_mm_cvtsi128_si64(both)));
    add(static_cast<uint64_t>(_mm_extract_epi64(both, 1)));
  }
  PortableKernels().add_list(bounds.subspan(i), strength, sums);
}

OVERSTAP_WIDE void FindLargest(const uint16_t* sums, size_t count, uint16_t* largest) {
  const __m128i ones = _mm_set1_epi16(-1);
  for (size_t group = 0; group < count; ++group, sums += Kernels::kGroup) {
    const __m256i both = _mm256_max_epu16(Load(sums), Load(sums + kHalf));
    const __m128i eight =
        _mm_max_epu16(_mm256_castsi256_si128(both), _mm256_extracti128_si256(both, 1));
    // The processor finds the least of eight.
    const __m128i least = _mm_minpos_epu16(_mm_xor_si128(eight, ones));
    largest[group] = static_cast<uint16_t>(~_mm_cvtsi128_si32(least));
  }
}

OVERSTAP_WIDE uint32_t AtLeast(const uint16_t* sums, uint16_t least) {
  const __m256i at = Load(sums);
  const __m256i reaches =
      _mm256_cmpeq_epi16(_mm256_max_epu16(at, _mm256_set1_epi16(static_cast<int16_t>(least))), at);
  const __m128i bytes =
      _mm_packs_epi16(_mm256_castsi256_si128(reaches), _mm256_extracti128_si256(reaches, 1));
  return static_cast<uint32_t>(_mm_movemask_epi8(bytes));
}

// Sixteen counts of 16 bits, which are added up last.
OVERSTAP_WIDE uint16_t CountAtLeast(const uint16_t* sums, size_t count, uint16_t least) {
  const __m256i leasts = _mm256_set1_epi16(static_cast<int16_t>(least));
  __m256i counts = _mm256_setzero_si256();
  size_t i = 0;
  for (; i + kHalf <= count; i += kHalf) {
    const __m256i at = Load(sums + i);
    counts = _mm256_sub_epi16(counts, _mm256_cmpeq_epi16(_mm256_max_epu16(at, leasts), at));
  }
  alignas(32) std::array<uint16_t, kHalf> of_lanes;
  Store(of_lanes.data(), counts);
  uint16_t reach = PortableKernels().count_at_least(sums + i, count - i, least);
  for (const uint16_t of_lane : of_lanes) reach = static_cast<uint16_t>(reach + of_lane);
  return reach;
}

OVERSTAP_WIDE uint32_t SumStrip(std::span<const uint32_t> pairs, const int16_t* strengths,
                                int32_t least, int32_t* sums) {
  __m256i sum = _mm256_setzero_si256();
  for (size_t i = 0; i < pairs.size(); i += Kernels::kPairWords) {
    const auto first = static_cast<uint16_t>(strengths[pairs[i] & 0xFFFF]);
    const auto second = static_cast<uint16_t>(strengths[pairs[i] >> 16]);
    const __m256i both = _mm256_set1_epi32(static_cast<int32_t>(first | uint32_t{second} << 16));
    const __m256i shares = LoadBytes(pairs.data() + i + 1);
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(shares, both));
  }
  Store(sums, sum);
  const __m256i below = _mm256_cmpgt_epi32(_mm256_set1_epi32(least), sum);
  return ~static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(below))) & 0xFF;
}

constexpr Kernels kWide = {SumDense, AddList, FindLargest, AtLeast, CountAtLeast, SumStrip};

}  // namespace

const Kernels* WideKernels() { return __builtin_cpu_supports("avx2") != 0 ? &kWide : nullptr; }

}  // namespace overstap::match

#else

namespace overstap::match {

const Kernels* WideKernels() { return nullptr; }

}  // namespace overstap::match

#endif
