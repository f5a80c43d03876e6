// What decides whether a vacancy comes into question, apart from what it asks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace overstap::match {

// Unknown hours and days are such that they rule nothing out.
struct VacancyTraits {
  uint16_t place = 0;     // any numbering; equal for vacancies at one place
  uint32_t work = 0;      // any numbering in which vacancies for like work are near
  uint8_t hours_min = 0;  // hours a week
  uint8_t hours_max = std::numeric_limits<uint8_t>::max();
  int32_t closes = std::numeric_limits<int32_t>::max();  // last open day, counted from any day
};

// Hours overlap when neither side rules the other out.
struct VacancyWanted {
  bool anywhere = true;
  std::vector<uint16_t> places;  // unless `anywhere`: only there
  uint8_t hours_min = 0;
  uint8_t hours_max = std::numeric_limits<uint8_t>::max();
  int32_t open_on = std::numeric_limits<int32_t>::min();

  bool Has(uint16_t place) const {
    return anywhere || std::find(places.begin(), places.end(), place) != places.end();
  }
};

// Vacancies in strips of kStrip, whose traits are looked at together. Immutable after the last Add;
// thread-safe.
class TraitColumns {
 public:
  static constexpr uint32_t kStrip = 16;

  void Add(const VacancyTraits& traits);
  // Fills the last strip with what may pass, which the caller leaves out.
  void FillStrip();

  size_t size() const { return closes_.size(); }
  size_t MemoryBytes() const { return size() * (2 * sizeof(uint8_t) + sizeof(int32_t)); }
  // Bit i: vacancy strip * kStrip + i passes, wherever it is. The strip is full.
  uint32_t PassMask(uint32_t strip, const VacancyWanted& wanted) const;

 private:
  std::vector<uint8_t> hours_min_;
  std::vector<uint8_t> hours_max_;
  std::vector<int32_t> closes_;
};

}  // namespace overstap::match
