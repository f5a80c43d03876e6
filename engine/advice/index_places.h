// Regions as the numbers by which an index knows places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "engine/model/geo.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

struct RegionPlace {
  std::string region;                       // empty: unknown
  std::optional<model::GeoPoint> centroid;  // of the region, when it is known
};

// Not thread-safe.
class RegionPlaces {
 public:
  // The number of the region, which is the next one when it is new.
  uint16_t NumberOf(const std::string& region, const snapshot::Snapshot& snapshot);

  // By number.
  std::vector<RegionPlace> Take() { return std::move(places_); }

 private:
  StringMap<uint16_t> numbers_;
  std::vector<RegionPlace> places_;
};

}  // namespace overstap::advice
