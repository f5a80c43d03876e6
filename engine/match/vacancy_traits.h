// What decides whether a vacancy comes into question, apart from what it asks.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/match/column.h"

namespace overstap::match {

// Unknown hours, levels and closing days are such that they rule nothing out; an unknown day of
// publication is before every other.
struct VacancyTraits {
  uint16_t place = 0;     // any numbering; equal for vacancies at one place
  uint32_t point = 0;     // any numbering, finer than places
  uint32_t work = 0;      // any numbering in which vacancies for like work are near
  uint8_t hours_min = 0;  // hours a week
  uint8_t hours_max = std::numeric_limits<uint8_t>::max();
  uint8_t level_min = 0;  // the level, twice, when it is known
  uint8_t level_max = std::numeric_limits<uint8_t>::max();
  int32_t published = std::numeric_limits<int32_t>::min();  // days, counted from any day
  int32_t closes = std::numeric_limits<int32_t>::max();     // last open day
};

struct WorkRange {
  uint32_t first = 0;
  uint32_t last = 0;
};

// Hours overlap when neither side rules the other out, and so do levels.
struct VacancyWanted {
  bool anywhere = true;
  std::vector<uint16_t> places;  // unless `anywhere`: only there; ascending
  bool any_point = true;
  std::vector<uint8_t>
      points;  // unless `any_point`: by point, 1 where it is wanted; others are not
  bool any_work = true;
  std::vector<WorkRange> works;  // unless `any_work`: only that; ascending, apart
  uint8_t hours_min = 0;
  uint8_t hours_max = std::numeric_limits<uint8_t>::max();
  uint8_t level_min = 0;
  uint8_t level_max = std::numeric_limits<uint8_t>::max();
  int32_t published_from = std::numeric_limits<int32_t>::min();
  int32_t open_on = std::numeric_limits<int32_t>::min();

  bool HasPlace(uint16_t place) const;
  bool HasWork(uint32_t work) const;
  // Whether anything that has a closing day is ruled out by it.
  bool NeedsClosing() const { return open_on > std::numeric_limits<int32_t>::min(); }
  bool NeedsPublished() const { return published_from > std::numeric_limits<int32_t>::min(); }
};

// Vacancies in strips of kStrip, whose traits are looked at together. Immutable after the last Add;
// thread-safe.
class TraitColumns {
 public:
  static constexpr uint32_t kStrip = 8;

  void Add(const VacancyTraits& traits);

  size_t size() const { return count_; }
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.count_);
    visit(self.strips_);
    visit(self.limits_);
    visit(self.days_);
  }
  bool IsSound() const {
    return strips_.size() == (count_ + kStrip - 1) / kStrip && limits_.size() == strips_.size() &&
           days_.size() == strips_.size();
  }
  size_t MemoryBytes() const { return strips_.bytes() + limits_.bytes() + days_.bytes(); }
  // False only when PassMask is 0; takes less.
  bool MayPass(uint32_t strip, const VacancyWanted& wanted) const {
    const Limits& limits = limits_[strip];
    return limits.published >= wanted.published_from && limits.closes >= wanted.open_on &&
           limits.hours_min <= wanted.hours_max && limits.hours_max >= wanted.hours_min;
  }
  // Sets to 0 the sums of vacancies from the first one of `strip` on, whole strips, that were
  // published too early, but for some that were by more than 2^15 days.
  void ClearOlder(uint32_t strip, const VacancyWanted& wanted, std::span<uint16_t> sums) const;
  // Bit i: vacancy strip * kStrip + i is there and passes, wherever it is.
  uint32_t PassMask(uint32_t strip, const VacancyWanted& wanted) const;
  // Asks for what PassMask reads, before it is needed.
  void Prefetch(uint32_t strip, const VacancyWanted& wanted) const {
    const Strip& at = strips_[strip];
    PrefetchLine(&at);
    if (wanted.NeedsClosing() || !wanted.any_work) PrefetchLine(&at.closes);
  }

 private:
  struct Strip {
    std::array<uint8_t, kStrip> hours_min{};
    std::array<uint8_t, kStrip> hours_max{};
    std::array<uint8_t, kStrip> level_min{};
    std::array<uint8_t, kStrip> level_max{};
    std::array<int32_t, kStrip> published{};
    std::array<int32_t, kStrip> closes{};  // with works on the second line of the cache
    std::array<uint32_t, kStrip> work{};
  };
  static_assert(sizeof(Strip) == 128);

  // Of a strip: the least of the minima, the most of the others.
  struct Limits {
    int32_t published = std::numeric_limits<int32_t>::min();
    int32_t closes = std::numeric_limits<int32_t>::min();
    uint8_t hours_min = std::numeric_limits<uint8_t>::max();
    uint8_t hours_max = 0;
    uint16_t reserved = 0;

    void Widen(const VacancyTraits& traits);
  };

  static void Set(const VacancyTraits& traits, size_t lane, Strip* at);
  // Not less for a later day.
  static int16_t ShortDay(int32_t day) {
    return static_cast<int16_t>(std::clamp<int32_t>(day, std::numeric_limits<int16_t>::min(),
                                                    std::numeric_limits<int16_t>::max()));
  }
  // As PassMask, but for works and for what is not there.
  static uint32_t PassBits(const Strip& strip, const VacancyWanted& wanted);

  size_t count_ = 0;
  Column<Strip> strips_;
  Column<Limits> limits_;                     // by strip
  Column<std::array<int16_t, kStrip>> days_;  // by strip, of publication, as ShortDay
};

}  // namespace overstap::match
