#include "engine/advice/route.h"

#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/nearest_origin.h"
#include "engine/advice/routes_of.h"
#include "engine/advice/vacancy_count.h"

namespace overstap::advice {
namespace {

std::vector<ConceptRef> OriginRefs(const Context& context, const Person& person) {
  std::vector<ConceptRef> refs;
  for (const OccupationId occupation : person.origin.occupations) {
    refs.push_back(RefOf(context, occupation));
  }
  return refs;
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

RouteResult RoutesOf(const Context& context, const RouteParams& params, const Person& person,
                     const transition::Techniek* techniek,
                     std::span<const transition::Destination> destinations) {
  RouteResult result;
  result.versions = context.snapshot.versions();
  result.as_of = context.today;
  result.techniek = NameOf(techniek);
  result.origin = OriginRefs(context, person);
  result.region = person.profile.region;
  result.understood = person.understood;
  result.unknown_uris = person.unknown_uris;
  result.translations = person.translations;
  const Recognition recognition(context, person);
  result.routes.reserve(destinations.size());
  for (const transition::Destination& destination : destinations) {
    if (!IsAwaited()) break;
    result.routes.push_back(MakeRoute(context, person, recognition, params, techniek, destination));
  }
  return result;
}

absl::StatusOr<RouteResult> FindRoutes(const Context& context, const RouteParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(const transition::Techniek* techniek,
                            ResolveTechniek(context, params.techniek));
  OVERSTAP_ASSIGN_OR_RETURN(const Person person, MakePerson(context, params.person));
  const transition::ReachContext reach = ReachOf(context, techniek);
  RouteResult result =
      RoutesOf(context, params, person, techniek,
               transition::FindDestinations(reach, person.origin, person.expanded, params.limit));
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

}  // namespace overstap::advice
