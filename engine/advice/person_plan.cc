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
                                       const std::optional<Spot>& here,
                                       std::optional<double> travel_km) {
  std::vector<std::string> nearby;
  if (!here || !travel_km) return nearby;
  for (const model::Region& other : context.snapshot.regions()) {
    const Spot there = {SpotKind::kRegion, other.code, other.centroid};
    if (other.code == region || !AreWithin(*travel_km, *here, there)) continue;
    nearby.push_back(other.code);
  }
  return nearby;
}

}  // namespace

plan::PlanParams ForPerson(const Context& context, const Person& person, plan::PlanParams params) {
  params.region = person.profile.region;
  const auto travel = params.travel_km ? params.travel_km : person.profile.radius_km;
  const std::optional<Spot> here = SpotOf(context, model::FactsOf(person.profile));
  params.nearby = NearbyRegions(context, params.region, here, travel);
  if (here) params.home = here->point;
  params.level = transition::LevelOf(person.origin, context.snapshot.taxonomy());
  params.start = std::max(params.start, context.today);
  return params;
}

}  // namespace overstap::advice
