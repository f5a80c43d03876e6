// Places as the numbers by which an index knows them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "base/strings.h"
#include "engine/advice/spot.h"
#include "engine/model/geo.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

// In an index a place is a region, by which it is ordered, and a point is where in it.
struct PlaceNumbers {
  uint16_t place = 0;
  uint32_t point = 0;
};

// Which points of one place lie within a radius.
enum class PlaceWithin : uint8_t { kNone, kSome, kAll };

// All places of an index. Immutable after the last NumbersOf; then thread-safe.
class IndexPlaces {
 public:
  // Equal calls in the same order give equal numbers.
  PlaceNumbers NumbersOf(const snapshot::Snapshot& snapshot, std::string_view region,
                         std::string_view place);

  size_t size() const { return places_.size(); }
  const std::string& region(uint16_t place) const { return places_[place].region; }

  size_t point_count() const { return points_.size(); }
  // Points of the place.
  std::span<const uint32_t> PointsOf(uint16_t place) const { return places_[place].points; }
  // Nothing: unknown.
  const std::optional<model::SpherePoint>& point(uint32_t point) const { return points_[point]; }

  // Whether AreWithin says of all points of the place and `from` the same, as far as that shows
  // without asking each. Unknown points are not within.
  PlaceWithin Within(uint16_t place, const model::SpherePoint& from, double km) const;

 private:
  struct Place {
    std::string region;  // empty: unknown
    std::vector<uint32_t> points;
    std::optional<model::SpherePoint> centre;  // the first point that is known
    double spread_km = 0;                      // how far a known point is from it at most
    bool has_unknown = false;
  };

  void AddPoint(const std::optional<Spot>& spot, Place* place);

  std::vector<Place> places_;
  std::vector<std::optional<model::SpherePoint>> points_;
  StringMap<uint16_t> place_numbers_;
  // By place and what the spot is called there, which tells spots apart; empty: unknown.
  absl::flat_hash_map<std::pair<uint16_t, const char*>, uint32_t> point_numbers_;
};

}  // namespace overstap::advice
