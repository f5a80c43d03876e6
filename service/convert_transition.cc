#include "service/convert_transition.h"

#include <optional>

#include "base/status_macros.h"
#include "engine/dutch/sentences.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_paths.h"
#include "service/convert_person.h"
#include "service/convert_plan.h"

namespace overstap::service {
namespace {

v1::TransitionRoute RouteOf(const advice::Route& route, const std::string& region, bool technical,
                            bool explain) {
  v1::TransitionRoute message;
  *message.mutable_fit() = FitOf(route.plan);
  message.set_score(route.score);
  if (technical) message.set_techniek_intensity(route.intensity);
  for (const advice::RouteStep& step : route.steps) {
    v1::RouteStep* added = message.add_steps();
    if (!step.from.uri.empty()) *added->mutable_from() = ToProto(step.from);
    *added->mutable_to() = ToProto(step.to);
    added->set_weeks(step.weeks);
  }
  *message.mutable_plan() = ToProto(route.plan.plan);
  v1::VacancyCounts* vacancies = message.mutable_vacancies();
  if (route.vacancies.region) vacancies->set_region(*route.vacancies.region);
  if (route.vacancies.within_radius) vacancies->set_within_radius(*route.vacancies.within_radius);
  if (!explain) return message;
  *message.mutable_explanation() = ToProto(route.plan.explanation);
  *message.mutable_explanation_nl() = ToProto(dutch::Explain(route, region));
  return message;
}

int MostHops(const v1::RouteRequest& request) {
  return request.has_max_hops() ? request.max_hops() : 1;
}

}  // namespace

absl::StatusOr<advice::ClosestParams> FromProto(const v1::ClosestRequest& request) {
  constexpr size_t kLimit = 10;
  constexpr size_t kMaxLimit = 10'000;
  OVERSTAP_RETURN_IF_ERROR(CheckAsked("occupation", request.occupation()));
  advice::ClosestParams params;
  params.occupation = request.occupation();
  if (!request.techniek().empty()) params.techniek = request.techniek();
  const auto asked = request.has_limit() ? std::optional<int>(request.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  return params;
}

absl::StatusOr<advice::RoutesWithPathsParams> FromProto(const v1::RouteRequest& request) {
  constexpr size_t kLimit = 5;
  constexpr size_t kMaxLimit = 100;
  advice::RoutesWithPathsParams asked_for;
  asked_for.max_hops = MostHops(request);
  asked_for.stay_in_techniek = request.stay_in_techniek();
  advice::RouteParams& params = asked_for.route;
  OVERSTAP_ASSIGN_OR_RETURN(params.person, FromProto(request.person()));
  params.techniek = request.techniek();
  const auto asked = request.has_limit() ? std::optional<int>(request.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, FromProto(request.plan()));
  if (request.has_radius_km()) params.radius_km = request.radius_km();
  OVERSTAP_RETURN_IF_ERROR(asked_for.Validate());
  return asked_for;
}

void FillResponse(const advice::ClosestWithStay& answer, v1::ClosestResponse* response) {
  const advice::ClosestResult& result = answer.closest;
  if (answer.stay) *response->mutable_stay_in_techniek() = ToProto(*answer.stay);
  *response->mutable_versions() = ToProto(result.versions);
  *response->mutable_origin() = ToProto(result.origin);
  if (result.understood) *response->mutable_understood() = ToProto(*result.understood);
  response->set_techniek(result.techniek);
  FillTranslations(result.translations, response->mutable_translations());
  for (const advice::ClosestItem& item : result.items) {
    v1::ClosestResult* added = response->add_results();
    *added->mutable_destination() = ToProto(item.occupation);
    added->set_closeness(item.closeness);
    if (item.level_gap) added->set_level_gap(*item.level_gap);
    *added->mutable_explanation() = ToProto(item.explanation);
    *added->mutable_explanation_nl() = ToProto(dutch::Explain(result, item));
  }
}

void FillResponse(const advice::RoutesWithPaths& answer, const v1::RouteRequest& request,
                  v1::RouteResponse* response) {
  const advice::RouteResult& result = answer.routes;
  *response->mutable_versions() = ToProto(result.versions);
  *response->mutable_as_of() = ToProto(result.as_of);
  for (const advice::ConceptRef& origin : result.origin) *response->add_origins() = ToProto(origin);
  response->set_region(result.region);
  response->set_techniek(result.techniek);
  for (const advice::Understood& understood : result.understood) {
    *response->add_understood() = ToProto(understood);
  }
  response->mutable_unknown_uris()->Assign(result.unknown_uris.begin(), result.unknown_uris.end());
  FillTranslations(result.translations, response->mutable_translations());
  const bool technical = !result.techniek.empty();
  for (const advice::Route& route : result.routes) {
    *response->add_routes() = RouteOf(route, result.region, technical, request.explain());
  }
  if (answer.stay) *response->mutable_stay_in_techniek() = ToProto(*answer.stay);
  if (MostHops(request) < 2) return;
  *response->mutable_paths_basis() = BasisOf(answer.paths);
  for (size_t i = 0; i < answer.paths.to.size(); ++i) {
    *response->mutable_routes(static_cast<int>(i))->mutable_ways() =
        ToProto(answer.paths.to[i], request.explain());
  }
}

}  // namespace overstap::service
