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
  words_.Add(std::bit_cast<uint32_t>(scale));
  words_.Edit([&](auto& words) { AddPairs(entries, scale, &words); });
  begin_.Add(static_cast<uint32_t>(words_.size()));
}

void Strips::AddPairs(std::span<const Entry> entries, float scale, LargeVector<uint32_t>* words) {
  uint32_t count = 0;
  size_t pair = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i == 0 || entries[i - 1].term != entry.term) {
      if (count % 2 == 0) {
        pair = words->size();
        words->resize(pair + kPairWords, 0);
        (*words)[pair] = entry.term;
      }
      (*words)[pair + 1] = entry.term;
      ++count;
    }
    const double units = std::ceil(entry.share / static_cast<double>(scale) * kTop);
    auto* const shares = reinterpret_cast<uint8_t*>(words->data() + pair + 2);
    shares[2 * entry.lane + (count - 1) % 2] = static_cast<uint8_t>(std::min<double>(units, kTop));
  }
}

bool Strips::IsSound(size_t strip_count, size_t term_count) const {
  if (begin_.size() != strip_count + 1 || !AreBegins(begin_, words_.size())) return false;
  for (uint32_t strip = 0; strip < strip_count; ++strip) {
    if (begin_[strip + 1] == begin_[strip] || !(ScaleOf(strip) >= double{kLeastScale}))
      return false;
    const auto pairs = PairsOf(strip);
    if (pairs.size() % kPairWords != 0) return false;
    for (size_t i = 0; i < pairs.size(); i += kPairWords) {
      if (pairs[i] >= term_count || pairs[i + 1] >= term_count) return false;
    }
  }
  return true;
}

void Strips::SumPortable(uint32_t strip, const int16_t* strengths, Sums* sums) const {
  sums->fill(0);
  const auto pairs = PairsOf(strip);
  for (size_t i = 0; i < pairs.size(); i += kPairWords) {
    const auto* const shares = reinterpret_cast<const uint8_t*>(pairs.data() + i + 2);
    for (uint32_t lane = 0; lane < kLanes; ++lane) {
      const int32_t part =
          strengths[pairs[i]] * shares[2 * lane] + strengths[pairs[i + 1]] * shares[2 * lane + 1];
      // Wraps around where the bytes of an image are of no index, as processors do.
      (*sums)[lane] =
          static_cast<int32_t>(static_cast<uint32_t>((*sums)[lane]) + static_cast<uint32_t>(part));
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

size_t Strips::MemoryBytes() const { return begin_.bytes() + words_.bytes(); }

}  // namespace overstap::match
