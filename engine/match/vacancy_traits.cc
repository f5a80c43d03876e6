#include "engine/match/vacancy_traits.h"

#include <algorithm>
#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace overstap::match {
bool VacancyWanted::HasPlace(uint16_t place) const {
  return anywhere || std::binary_search(places.begin(), places.end(), place);
}

bool VacancyWanted::HasWork(uint32_t work) const {
  if (any_work) return true;
  const auto range =
      std::lower_bound(works.begin(), works.end(), work,
                       [](const WorkRange& at, uint32_t number) { return at.last < number; });
  return range != works.end() && range->first <= work;
}

void TraitColumns::Add(const VacancyTraits& traits) {
  const size_t lane = count_++ % kStrip;
  if (lane == 0) {
    strips_.Add({});
    limits_.Add({});
    days_.Add({});
  }
  days_.Edit([&](auto& days) { days.back()[lane] = ShortDay(traits.published); });
  limits_.Edit([&](auto& limits) { limits.back().Widen(traits); });
  strips_.Edit([&](auto& strips) { Set(traits, lane, &strips.back()); });
}

void TraitColumns::Limits::Widen(const VacancyTraits& traits) {
  published = std::max(published, traits.published);
  closes = std::max(closes, traits.closes);
  hours_min = std::min(hours_min, traits.hours_min);
  hours_max = std::max(hours_max, traits.hours_max);
}

void TraitColumns::Set(const VacancyTraits& traits, size_t lane, Strip* at) {
  Strip& strip = *at;
  strip.hours_min[lane] = traits.hours_min;
  strip.hours_max[lane] = traits.hours_max;
  strip.level_min[lane] = traits.level_min;
  strip.level_max[lane] = traits.level_max;
  strip.published[lane] = traits.published;
  strip.closes[lane] = traits.closes;
  strip.work[lane] = traits.work;
}

// Eight at once, without a branch that depends on a day.
void TraitColumns::ClearOlder(uint32_t strip, const VacancyWanted& wanted,
                              std::span<uint16_t> sums) const {
  const int16_t from = ShortDay(wanted.published_from);
  for (auto days = days_.begin() + strip; !sums.empty(); sums = sums.subspan(kStrip), ++days) {
    for (uint32_t i = 0; i < kStrip; ++i) {
      const auto kept = static_cast<uint16_t>(-static_cast<int>((*days)[i] >= from));
      sums[i] = static_cast<uint16_t>(sums[i] & kept);
    }
  }
}

#ifdef __SSE2__

// Bit i: lane i passes, whatever its work is. Bytes are compared by the larger or smaller of two.
uint32_t TraitColumns::PassBits(const Strip& strip, const VacancyWanted& wanted) {
  const auto bytes = [](const auto& from) {
    return _mm_loadl_epi64(reinterpret_cast<const __m128i*>(from.data()));
  };
  const auto at_most = [&](const auto& from, uint8_t most) {
    const __m128i of_strip = bytes(from);
    return _mm_cmpeq_epi8(_mm_min_epu8(of_strip, _mm_set1_epi8(static_cast<char>(most))), of_strip);
  };
  const auto at_least = [&](const auto& from, uint8_t least) {
    const __m128i of_strip = bytes(from);
    return _mm_cmpeq_epi8(_mm_max_epu8(of_strip, _mm_set1_epi8(static_cast<char>(least))),
                          of_strip);
  };
  const auto is_before = [](const auto& from, int32_t day) {
    const auto* const at = reinterpret_cast<const __m128i*>(from.data());
    const __m128i days = _mm_set1_epi32(day);
    return _mm_packs_epi32(_mm_cmplt_epi32(_mm_loadu_si128(at), days),
                           _mm_cmplt_epi32(_mm_loadu_si128(at + 1), days));
  };
  const __m128i hours = _mm_and_si128(at_most(strip.hours_min, wanted.hours_max),
                                      at_least(strip.hours_max, wanted.hours_min));
  const __m128i levels = _mm_and_si128(at_most(strip.level_min, wanted.level_max),
                                       at_least(strip.level_max, wanted.level_min));
  // Closing days lie on another line of the cache.
  __m128i days = is_before(strip.published, wanted.published_from);
  if (wanted.NeedsClosing()) days = _mm_or_si128(days, is_before(strip.closes, wanted.open_on));
  const __m128i passes =
      _mm_andnot_si128(_mm_packs_epi16(days, days), _mm_and_si128(hours, levels));
  return static_cast<uint32_t>(_mm_movemask_epi8(passes)) & 0xFF;
}

#else

uint32_t TraitColumns::PassBits(const Strip& strip, const VacancyWanted& wanted) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < kStrip; ++i) {
    const bool passes =
        strip.hours_min[i] <= wanted.hours_max && strip.hours_max[i] >= wanted.hours_min &&
        strip.level_min[i] <= wanted.level_max && strip.level_max[i] >= wanted.level_min &&
        strip.published[i] >= wanted.published_from && strip.closes[i] >= wanted.open_on;
    mask |= uint32_t{passes} << i;
  }
  return mask;
}

#endif

uint32_t TraitColumns::PassMask(uint32_t number, const VacancyWanted& wanted) const {
  const Strip& strip = strips_[number];
  uint32_t mask = PassBits(strip, wanted);
  if (!wanted.any_work) {
    for (uint32_t left = mask; left != 0; left &= left - 1) {
      const auto lane = static_cast<uint32_t>(std::countr_zero(left));
      if (!wanted.HasWork(strip.work[lane])) mask &= ~(1U << lane);
    }
  }
  const size_t left = count_ - size_t{number} * kStrip;
  return mask & (left < kStrip ? (1U << left) - 1 : ~0U);
}

}  // namespace overstap::match
