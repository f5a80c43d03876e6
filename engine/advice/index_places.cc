#include "engine/advice/index_places.h"

#include <algorithm>

namespace overstap::advice {
namespace {

// More than what distances in km are rounded by.
constexpr double kSlackKm = 1e-6;

}  // namespace

PlaceNumbers IndexPlaces::NumbersOf(const snapshot::Snapshot& snapshot, std::string_view region,
                                    std::string_view place) {
  auto number = place_numbers_.find(region);
  if (number == place_numbers_.end()) {
    number = place_numbers_.try_emplace(std::string(region), static_cast<uint16_t>(size())).first;
    places_.emplace_back().region = region;
  }
  const std::optional<Spot> spot = SpotOf(snapshot, place, region);
  // A name lies in the snapshot once for each place.
  const std::pair key(number->second, spot ? spot->name.data() : nullptr);
  const auto [point, is_new] =
      point_numbers_.try_emplace(key, static_cast<uint32_t>(points_.size()));
  if (is_new) AddPoint(spot, &places_[number->second]);
  return {number->second, point->second};
}

void IndexPlaces::AddPoint(const std::optional<Spot>& spot, Place* place) {
  place->points.push_back(static_cast<uint32_t>(points_.size()));
  points_.push_back(spot ? std::optional(model::OnSphere(spot->point)) : std::nullopt);
  if (!points_.back()) {
    place->has_unknown = true;
    return;
  }
  if (!place->centre) place->centre = points_.back();
  place->spread_km =
      std::max(place->spread_km, model::KmOf(model::Apart(*place->centre, *points_.back())));
}

PlaceWithin IndexPlaces::Within(uint16_t number, const model::SpherePoint& from, double km) const {
  const Place& place = places_[number];
  if (!place.centre) return PlaceWithin::kNone;
  const double distance = model::KmOf(model::Apart(from, *place.centre));
  const double spread = place.spread_km + kSlackKm;
  if (distance - spread > km) return PlaceWithin::kNone;
  if (distance + spread <= km && !place.has_unknown) return PlaceWithin::kAll;
  return PlaceWithin::kSome;
}

}  // namespace overstap::advice
