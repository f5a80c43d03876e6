// What says who somebody is, and is dropped at the door.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace overstap::ingest {

enum class PersonalKind : uint8_t {
  kNames,
  kBirthDates,
  kSex,
  kNationality,
  kAddresses,  // beyond the four digits of a postcode
  kContact,    // e-mail, telephone, web pages
  kPhotos,
};

inline constexpr size_t kPersonalKindCount = 7;

std::string_view PersonalKindName(PersonalKind kind);  // "birth_dates"

// How many of each kind were dropped.
class DroppedPersonalData {
 public:
  void Add(PersonalKind kind, int64_t count = 1) { counts_[static_cast<size_t>(kind)] += count; }
  void Add(const DroppedPersonalData& other) {
    for (size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  }

  int64_t count(PersonalKind kind) const { return counts_[static_cast<size_t>(kind)]; }
  int64_t total() const {
    int64_t sum = 0;
    for (const int64_t count : counts_) sum += count;
    return sum;
  }

 private:
  std::array<int64_t, kPersonalKindCount> counts_{};
};

}  // namespace overstap::ingest
