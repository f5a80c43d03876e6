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
  scales_.push_back(scale);
  uint32_t count = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i == 0 || entries[i - 1].term != entry.term) {
      if (count % 2 == 0) {
        terms_.push_back({entry.term, entry.term});
        shares_.resize(shares_.size() + 2 * kLanes, 0);
      }
      terms_.back()[count % 2] = entry.term;
      ++count;
    }
    const double units = std::ceil(entry.share / static_cast<double>(scale) * kTop);
    shares_[(terms_.size() - 1) * 2 * kLanes + 2 * entry.lane + (count - 1) % 2] =
        static_cast<uint8_t>(std::min<double>(units, kTop));
  }
  begin_.push_back(static_cast<uint32_t>(terms_.size()));
}

void Strips::SumPortable(uint32_t strip, const int16_t* strengths, Sums* sums) const {
  sums->fill(0);
  for (uint32_t i = begin_[strip]; i < begin_[strip + 1]; ++i) {
    const uint8_t* const at = shares_.data() + size_t{i} * 2 * kLanes;
    for (uint32_t lane = 0; lane < kLanes; ++lane) {
      (*sums)[lane] +=
          strengths[terms_[i][0]] * at[2 * lane] + strengths[terms_[i][1]] * at[2 * lane + 1];
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
  for (uint32_t i = begin_[strip]; i < begin_[strip + 1]; ++i) {
    const auto low = static_cast<uint16_t>(strengths[terms_[i][0]]);
    const auto high = static_cast<uint16_t>(strengths[terms_[i][1]]);
    const __m128i both = _mm_set1_epi32(static_cast<int32_t>(low | uint32_t{high} << 16));
    const auto* const at =
        reinterpret_cast<const __m128i*>(shares_.data() + size_t{i} * 2 * kLanes);
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

size_t Strips::MemoryBytes() const {
  return begin_.size() * sizeof(begin_[0]) + terms_.size() * sizeof(terms_[0]) + shares_.size() +
         scales_.size() * sizeof(scales_[0]);
}

}  // namespace overstap::match
