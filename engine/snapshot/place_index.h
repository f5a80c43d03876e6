// Where is this postcode or town?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "engine/model/place.h"

namespace overstap::snapshot {

// Immutable; thread-safe.
class PlaceIndex {
 public:
  // Places of one name that are farther apart are not one place.
  static constexpr double kSamePlaceKm = 5;

  PlaceIndex() = default;
  // Ascending by id.
  explicit PlaceIndex(std::vector<model::Place> records);

  size_t size() const { return records_.size(); }
  const std::vector<model::Place>& records() const { return records_; }

  // The place of a postcode of four digits or of the name of a town, in whatever case, accents and
  // punctuation, and without what follows in brackets in "Bergen (NH)". Null: unknown, which a name
  // is that several places have, unless `region` (which may be empty) tells which.
  const model::Place* Find(std::string_view place, std::string_view region) const;

  // The region that is given, else the one in which the place lies; empty when neither is known.
  std::string_view RegionOf(std::string_view place, std::string_view region) const {
    if (!region.empty()) return region;
    const model::Place* const found = Find(place, region);
    return found == nullptr ? region : found->region;
  }

 private:
  const model::Place* FindTown(const std::string& name, std::string_view region) const;

  std::vector<model::Place> records_;
  StringMap<uint32_t> by_postcode_;
  StringMap<std::vector<uint32_t>> by_name_;  // folded
};

}  // namespace overstap::snapshot
