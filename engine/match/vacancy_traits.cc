#include "engine/match/vacancy_traits.h"

#include <algorithm>

namespace overstap::match {
namespace {

uint32_t BitsOf(const std::array<uint8_t, TraitColumns::kStrip>& passes) {
  uint32_t mask = 0;
  for (uint32_t i = 0; i < TraitColumns::kStrip; ++i) mask |= uint32_t{passes[i]} << i;
  return mask;
}

}  // namespace

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
  }
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

uint32_t TraitColumns::PassMask(uint32_t number, const VacancyWanted& wanted) const {
  const Strip& strip = strips_[number];
  std::array<uint8_t, kStrip> passes;
  for (uint32_t i = 0; i < kStrip; ++i) {
    passes[i] = static_cast<uint8_t>(
        int{strip.hours_min[i] <= wanted.hours_max} & int{strip.hours_max[i] >= wanted.hours_min} &
        int{strip.level_min[i] <= wanted.level_max} & int{strip.level_max[i] >= wanted.level_min});
  }
  for (uint32_t i = 0; i < kStrip; ++i) {
    passes[i] = static_cast<uint8_t>(passes[i] & int{strip.published[i] >= wanted.published_from} &
                                     int{strip.closes[i] >= wanted.open_on});
  }
  if (!wanted.any_work) {
    for (uint32_t i = 0; i < kStrip; ++i) {
      passes[i] = passes[i] != 0 && wanted.HasWork(strip.work[i]);
    }
  }
  const size_t left = count_ - size_t{number} * kStrip;
  return BitsOf(passes) & (left < kStrip ? (1U << left) - 1 : ~0U);
}

}  // namespace overstap::match
