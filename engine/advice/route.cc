#include "engine/advice/route.h"

#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/vacancy_filter.h"

namespace overstap::advice {
namespace {

int64_t CountOpen(const Context& context, const VacancyFilter& filter, OccupationId occupation) {
  int64_t count = 0;
  for (const uint32_t index : context.snapshot.VacanciesFor(occupation)) {
    if (Passes(context, filter, context.snapshot.vacancies()[index].vacancy)) ++count;
  }
  return count;
}

VacancyCount CountVacancies(const Context& context, const model::Profile& profile,
                            std::optional<double> radius_km, OccupationId occupation) {
  VacancyCount count;
  // Without any vacancy in the store a zero would say what nobody knows.
  if (context.snapshot.vacancies().empty()) return count;
  VacancyFilter hours;
  hours.hours_min = profile.hours_min;
  hours.hours_max = profile.hours_max;
  if (!profile.region.empty()) {
    VacancyFilter filter = hours;
    filter.region = profile.region;
    count.region = CountOpen(context, filter, occupation);
  }
  const auto place = PlaceOf(context, profile.region);
  if (place && radius_km) {
    VacancyFilter filter = hours;
    filter.radius_km = radius_km;
    filter.near = place;
    count.within_radius = CountOpen(context, filter, occupation);
  }
  return count;
}

std::vector<ConceptRef> OriginRefs(const Context& context, const Person& person) {
  std::vector<ConceptRef> refs;
  for (const OccupationId occupation : person.origin.occupations) {
    refs.push_back(RefOf(context, occupation));
  }
  return refs;
}

// The person's occupation that is nearest to the destination.
ConceptRef NearestOrigin(const Context& context, const Person& person, OccupationId destination) {
  ConceptRef nearest;
  double best = -1;
  for (size_t i = 0; i < person.origin.occupations.size(); ++i) {
    const OccupationId occupation = person.origin.occupations[i];
    const double closeness =
        context.snapshot.closeness().Closeness(occupation, destination) * person.origin.ShareOf(i);
    if (closeness <= best) continue;
    best = closeness;
    nearest = RefOf(context, occupation);
  }
  return nearest;
}

Route MakeRoute(const Context& context, const Person& person, const Recognition& recognition,
                const RouteParams& params, const transition::Techniek* techniek,
                const transition::Destination& destination) {
  Route route;
  route.plan =
      DescribePlan(context, person, recognition, destination, destination.occupation, params.plan);
  route.score = destination.score;
  if (techniek != nullptr) route.intensity = techniek->Intensity(destination.occupation);
  route.steps.push_back({NearestOrigin(context, person, destination.occupation),
                         route.plan.destination, route.plan.plan.weeks});
  const auto radius = params.radius_km ? params.radius_km : person.profile.radius_km;
  route.vacancies = CountVacancies(context, person.profile, radius, destination.occupation);
  return route;
}

}  // namespace

absl::Status RouteParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(person.Validate());
  OVERSTAP_RETURN_IF_ERROR(plan.Validate());
  if (radius_km && !(*radius_km >= 0 && *radius_km <= 500)) {
    return absl::InvalidArgumentError("the radius must be between 0 and 500 km");
  }
  if (limit >= 1 && limit <= 100) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 100");
}

absl::StatusOr<RouteResult> FindRoutes(const Context& context, const RouteParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  const snapshot::Snapshot& snapshot = context.snapshot;
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek,
                            ResolveTechniek(context, params.techniek));
  OVERSTAP_ASSIGN_OR_RETURN(const Person person, MakePerson(context, params.person));
  RouteResult result;
  result.versions = snapshot.versions();
  result.as_of = context.today;
  if (techniek != nullptr) {
    result.techniek = StrCat(techniek->definition().name, " ", techniek->definition().version);
  }
  result.origin = OriginRefs(context, person);
  result.region = person.profile.region;
  result.understood = person.understood;
  result.unknown_uris = person.unknown_uris;
  result.translations = person.translations;
  const transition::ReachContext reach = {snapshot.taxonomy(), snapshot.transfer(),
                                          snapshot.scoring(), snapshot.closeness(), techniek};
  const Recognition recognition(context, person);
  for (const transition::Destination& destination :
       transition::FindDestinations(reach, person.origin, person.expanded, params.limit)) {
    result.routes.push_back(MakeRoute(context, person, recognition, params, techniek, destination));
  }
  return result;
}

}  // namespace overstap::advice
