#include "engine/match/strips.h"

#include <algorithm>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace overstap::match {
namespace {

// Below it a strip's scale would let sums outgrow 32 bits.
constexpr float kLeastScale = 1.0F / 1'500;

}  // namespace

void Strips::Add(std::span<const Entry> entries) {
  float scale = kLeastScale;
  for (const Entry& entry : entries) {
    scale = std::max(scale, std::nextafter(static_cast<float>(entry.share), 2.0F));
  }
  words_.push_back(std::bit_cast<uint32_t>(scale));
  uint32_t count = 0;
  size_t pair = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i == 0 || entries[i - 1].term != entry.term) {
      if (count % 2 == 0) {
        pair = words_.size();
        words_.resize(pair + kPairWords, 0);
        words_[pair] = entry.term;
      }
      words_[pair + 1] = entry.term;
      ++count;
    }
    const double units = std::ceil(entry.share / static_cast<double>(scale) * kTop);
    auto* const shares = reinterpret_cast<uint8_t*>(words_.data() + pair + 2);
    shares[2 * entry.lane + (count - 1) % 2] = static_cast<uint8_t>(std::min<double>(units, kTop));
  }
  begin_.push_back(static_cast<uint32_t>(words_.size()));
}

void Strips::SumPortable(uint32_t strip, const int16_t* strengths, Sums* sums) const {
  sums->fill(0);
  const auto pairs = PairsOf(strip);
  for (size_t i = 0; i < pairs.size(); i += kPairWords) {
    const auto* const shares = reinterpret_cast<const uint8_t*>(pairs.data() + i + 2);
    for (uint32_t lane = 0; lane < kLanes; ++lane) {
      (*sums)[lane] +=
          strengths[pairs[i]] * shares[2 * lane] + strengths[pairs[i + 1]] * shares[2 * lane + 1];
    }
  }
}

#ifdef __SSE2__

void Strips::Sum(uint32_t strip, const int16_t* strengths, Sums* sums) const {
  const __m128i zero = _mm_setzero_si128();
  __m128i sum0 = zero;
  __m128i sum1 = zero;
  __m128i sum2 = zero;
  __m128i sum3 = zero;
  const auto pairs = PairsOf(strip);
  for (size_t i = 0; i < pairs.size(); i += kPairWords) {
    const auto low = static_cast<uint16_t>(strengths[pairs[i]]);
    const auto high = static_cast<uint16_t>(strengths[pairs[i + 1]]);
    const __m128i both = _mm_set1_epi32(static_cast<int32_t>(low | uint32_t{high} << 16));
    const auto* const at = reinterpret_cast<const __m128i*>(pairs.data() + i + 2);
    const __m128i first = _mm_loadu_si128(at);
    const __m128i second = _mm_loadu_si128(at + 1);
    sum0 = _mm_add_epi32(sum0, _mm_madd_epi16(_mm_unpacklo_epi8(first, zero), both));
    sum1 = _mm_add_epi32(sum1, _mm_madd_epi16(_mm_unpackhi_epi8(first, zero), both));
    sum2 = _mm_add_epi32(sum2, _mm_madd_epi16(_mm_unpacklo_epi8(second, zero), both));
    sum3 = _mm_add_epi32(sum3, _mm_madd_epi16(_mm_unpackhi_epi8(second, zero), both));
  }
  auto* const out = reinterpret_cast<__m128i*>(sums->data());
  _mm_storeu_si128(out, sum0);
  _mm_storeu_si128(out + 1, sum1);
  _mm_storeu_si128(out + 2, sum2);
  _mm_storeu_si128(out + 3, sum3);
}

#else

void Strips::Sum(uint32_t strip, const int16_t* strengths, Sums* sums) const {
  SumPortable(strip, strengths, sums);
}

#endif

size_t Strips::MemoryBytes() const { return (begin_.size() + words_.size()) * sizeof(uint32_t); }

}  // namespace overstap::match
