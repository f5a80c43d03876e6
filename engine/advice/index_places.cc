#include "engine/advice/region_places.h"

namespace overstap::advice {

uint16_t RegionPlaces::NumberOf(const std::string& region, const snapshot::Snapshot& snapshot) {
  const auto [number, is_new] = numbers_.try_emplace(region, static_cast<uint16_t>(places_.size()));
  if (is_new) {
    const model::Region* const known = snapshot.FindRegion(region);
    places_.push_back({region, known != nullptr ? std::optional(known->centroid) : std::nullopt});
  }
  return number->second;
}

}  // namespace overstap::advice
