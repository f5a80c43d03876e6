#include "engine/advice/person_plan.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/advice/vacancy_filter.h"
#include "engine/transition/reach.h"

namespace overstap::advice {
namespace {

// The other regions within the distance that the person travels.
std::vector<std::string> NearbyRegions(const Context& context, const std::string& region,
                                       std::optional<double> travel_km) {
  std::vector<std::string> nearby;
  const auto here = PlaceOf(context, region);
  if (!here || !travel_km) return nearby;
  for (const model::Region& other : context.snapshot.regions()) {
    if (other.code == region || model::DistanceKm(*here, other.centroid) > *travel_km) continue;
    nearby.push_back(other.code);
  }
  return nearby;
}

}  // namespace

plan::PlanParams ForPerson(const Context& context, const Person& person, plan::PlanParams params) {
  params.region = person.profile.region;
  const auto travel = params.travel_km ? params.travel_km : person.profile.radius_km;
  params.nearby = NearbyRegions(context, params.region, travel);
  params.level = transition::LevelOf(person.origin, context.snapshot.taxonomy());
  params.start = std::max(params.start, context.today);
  return params;
}

}  // namespace overstap::advice
