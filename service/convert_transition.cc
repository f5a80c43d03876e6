#include "service/convert_transition.h"

#include <optional>

#include "base/status_macros.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_person.h"
#include "service/convert_plan.h"

namespace overstap::service {
namespace {

v1::TransitionRoute RouteOf(const advice::Route& route, bool technical, bool explain) {
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
  if (explain) *message.mutable_explanation() = ToProto(route.plan.explanation);
  return message;
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

absl::StatusOr<advice::RouteParams> FromProto(const v1::RouteRequest& request) {
  constexpr size_t kLimit = 5;
  constexpr size_t kMaxLimit = 100;
  advice::RouteParams params;
  OVERSTAP_ASSIGN_OR_RETURN(params.person, FromProto(request.person()));
  params.techniek = request.techniek();
  const auto asked = request.has_limit() ? std::optional<int>(request.limit()) : std::nullopt;
  OVERSTAP_ASSIGN_OR_RETURN(params.limit, LimitOr(asked, kLimit, kMaxLimit));
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, FromProto(request.plan()));
  if (request.has_radius_km()) params.radius_km = request.radius_km();
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

void FillResponse(const advice::ClosestResult& result, v1::ClosestResponse* response) {
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
  }
}

void FillResponse(const advice::RouteResult& result, bool explain, v1::RouteResponse* response) {
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
    *response->add_routes() = RouteOf(route, technical, explain);
  }
}

}  // namespace overstap::service
