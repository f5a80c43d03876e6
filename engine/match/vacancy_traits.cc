#include "engine/match/vacancy_traits.h"

namespace overstap::match {

void TraitColumns::Add(const VacancyTraits& traits) {
  hours_min_.push_back(traits.hours_min);
  hours_max_.push_back(traits.hours_max);
  closes_.push_back(traits.closes);
}

void TraitColumns::FillStrip() {
  while (size() % kStrip != 0) Add({});
}

uint32_t TraitColumns::PassMask(uint32_t strip, const VacancyWanted& wanted) const {
  const size_t begin = size_t{strip} * kStrip;
  const uint8_t* const low = hours_min_.data() + begin;
  const uint8_t* const high = hours_max_.data() + begin;
  const int32_t* const closes = closes_.data() + begin;
  uint32_t mask = 0;
  for (uint32_t i = 0; i < kStrip; ++i) {
    const bool passes = (low[i] <= wanted.hours_max) & (high[i] >= wanted.hours_min) &
                        (closes[i] >= wanted.open_on);
    mask |= static_cast<uint32_t>(passes) << i;
  }
  return mask;
}

}  // namespace overstap::match
