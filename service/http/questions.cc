// Questions that come in a body.
#include <string>
#include <utility>

#include "base/status_macros.h"
#include "engine/advice/explain_match.h"
#include "engine/advice/extract.h"
#include "engine/advice/match.h"
#include "engine/advice/paths.h"
#include "engine/advice/place.h"
#include "engine/advice/why_not.h"
#include "service/http/body_reader.h"
#include "service/http/handlers.h"
#include "service/http/person_body.h"
#include "service/json/cohort_view.h"
#include "service/json/explained_match_view.h"
#include "service/json/extract_view.h"
#include "service/json/path_view.h"
#include "service/json/why_not_view.h"

namespace overstap::http {
namespace {

constexpr int kMaxRoutes = 100;
constexpr int kMaxResults = 10'000;
constexpr double kMaxKm = 500;

size_t ReadLimit(BodyReader* body, size_t otherwise, int most) {
  const std::optional<int> limit = body->Whole("limit", 1, most);
  return limit ? static_cast<size_t>(*limit) : otherwise;
}

// Nothing is asked when anything of the body is wrong.
absl::Status Finish(const AskCall& call, BodyReader* body) {
  body->Finish();
  return CheckFaults(*call.faults);
}

std::vector<model::CohortGroup> ReadCohort(const AskCall& call, const advice::Context& context,
                                           const std::string& region, BodyReader* body) {
  std::vector<model::CohortGroup> groups;
  const nlohmann::json* cohort = body->Value("cohort");
  if (cohort == nullptr || !cohort->is_array() || cohort->empty()) {
    body->Fail("cohort", cohort == nullptr ? "missing" : "type",
               "cohort must be a list of at least one profile");
    return groups;
  }
  for (size_t i = 0; i < cohort->size(); ++i) {
    if (!(*cohort)[i].is_object()) {
      body->Fail("cohort", "type", StrCat("cohort[", i, "] must be an object"));
      continue;
    }
    auto group = call.readers.cohort_group(context, (*cohort)[i]);
    if (!group.ok()) {
      body->Fail("cohort", "value",
                 StrCat("cohort[", i, "]: ", FromAbsl(group.status().message())));
      continue;
    }
    if (!region.empty()) group->profile.region = region;
    groups.push_back(*std::move(group));
  }
  return groups;
}

advice::VacancyLimits ReadLimits(BodyReader* body) {
  advice::VacancyLimits limits;
  limits.isco = body->Text("isco");
  limits.level_min = body->Whole("level_min", 1, 4);
  limits.level_max = body->Whole("level_max", 1, 4);
  limits.published_from = body->Day("published_from");
  return limits;
}

}  // namespace

absl::StatusOr<Json> FindRoutes(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  advice::RoutesWithPathsParams params;
  params.route.person = ReadPerson(call, context, &body);
  params.route.plan = ReadStudy(&body);
  params.route.techniek = body.Text("techniek");
  params.route.limit = ReadLimit(&body, params.route.limit, kMaxRoutes);
  params.route.radius_km = body.Number("radius_km", 0, kMaxKm);
  params.max_hops = body.Whole("hops", 1, plan::kMostHops).value_or(params.max_hops);
  params.stay_in_techniek = body.Flag("stay_in_techniek").value_or(false);
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::RoutesWithPaths result,
                            advice::FindRoutesWithPaths(context, params));
  return service::ToJson(result);
}

absl::StatusOr<Json> FindPlan(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  advice::OccupationPlanParams params;
  params.occupation = body.Required("occupation");
  params.person = ReadPerson(call, context, &body);
  params.plan = ReadStudy(&body);
  advice::PathsParams ways;
  ways.max_hops = body.Whole("hops", 1, plan::kMostHops).value_or(1);
  ways.radius_km = params.plan.travel_km;
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::OccupationPlan plan,
                            advice::MakeOccupationPlan(context, params));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::PathsResult paths,
                            advice::FindPaths(context, params.person, params.plan, ways, {&plan}));
  Json answer = service::ToJson(plan);
  service::AddPaths(paths, &answer);
  return answer;
}

absl::StatusOr<Json> FindReasons(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  advice::WhyNotParams params;
  params.occupation = body.Required("occupation");
  params.person = ReadPerson(call, context, &body);
  params.plan = ReadStudy(&body);
  params.techniek = body.Text("techniek");
  params.limit = ReadLimit(&body, params.limit, kMaxRoutes);
  params.finish_by = body.Day("finish_by");
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::WhyNotResult result, advice::AskWhyNot(context, params));
  return service::ToJson(result);
}

absl::StatusOr<Json> FindMatches(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  const auto profile = ReadRecord<model::Profile>("profile", context, call.readers.profile, &body);
  const auto vacancy = ReadRecord<model::Vacancy>("vacancy", context, call.readers.vacancy, &body);
  advice::MatchParams params;
  params.region = body.Text("region");
  params.radius_km = body.Number("radius_km", 0, kMaxKm);
  params.limit = ReadLimit(&body, params.limit, kMaxResults);
  params.explain = body.Flag("explain").value_or(false);
  params.vacancies = ReadLimits(&body);
  if ((body.Value("profile") == nullptr) == (body.Value("vacancy") == nullptr)) {
    body.Fail("profile", "missing", "give a profile or a vacancy, and not both");
  }
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  const auto result = profile ? advice::MatchVacancies(context, *profile, params)
                              : advice::MatchProfiles(context, *vacancy, params);
  if (!result.ok()) return result.status();
  return service::ToJson(*result, params.explain);
}

absl::StatusOr<Json> FindExplanation(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  const auto profile = ReadRecord<model::Profile>("profile", context, call.readers.profile, &body);
  auto vacancy = ReadRecord<model::Vacancy>("vacancy", context, call.readers.vacancy, &body);
  const std::string id = body.Text("vacancy_id");
  advice::MatchParams params;
  params.region = body.Text("region");
  params.radius_km = body.Number("radius_km", 0, kMaxKm);
  if (body.Value("profile") == nullptr) body.Fail("profile", "missing", "give a profile");
  if ((body.Value("vacancy") == nullptr) == id.empty()) {
    body.Fail("vacancy", "missing", "give a vacancy or vacancy_id, and not both");
  }
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  if (!vacancy) {
    OVERSTAP_ASSIGN_OR_RETURN(vacancy, advice::FindVacancy(context, id));
  }
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExplainedMatch match,
                            advice::ExplainMatch(context, *profile, *vacancy, params));
  return service::ToJson(match);
}

absl::StatusOr<Json> FindInText(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  advice::ExtractParams params;
  params.text = body.Required("text");
  params.kind =
      body.Name("kind", [](std::string_view name) { return extract::ParseDocumentKind(name); });
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExtractResult result, advice::Extract(context, params));
  return service::ToJson(result);
}

absl::StatusOr<Json> FindClosest(const AskCall& call) {
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  advice::ClosestParams params;
  params.occupation = body.Required("occupation");
  params.limit = ReadLimit(&body, params.limit, kMaxResults);
  if (std::string techniek = body.Text("techniek"); !techniek.empty()) {
    params.techniek = std::move(techniek);
  }
  const bool stay = body.Flag("stay_in_techniek").value_or(false);
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ClosestWithStay result,
                            advice::FindClosestWithStay(context, params, stay));
  Json answer = service::ToJson(result.closest);
  answer["stay_in_techniek"] = service::ToJson(result.stay);
  return answer;
}

absl::StatusOr<Json> FindPlacement(const AskCall& call) {
  constexpr int kMaxWays = 100;
  BodyReader body(call.body, "", call.faults);
  const advice::Context context = call.world.In(body.Languages());
  advice::PlaceParams params;
  const std::string region = body.Text("region");
  params.groups = ReadCohort(call, context, region, &body);
  params.plan = ReadStudy(&body);
  params.techniek = body.Text("techniek");
  params.radius_km = body.Number("radius_km", 0, kMaxKm);
  params.max_weeks =
      body.Number("max_weeks", 0, advice::kMaxPlacementWeeks).value_or(params.max_weeks);
  params.min_score = body.Number("min_score", 0, 1).value_or(params.min_score);
  params.ways =
      static_cast<size_t>(body.Whole("ways", 1, kMaxWays).value_or(static_cast<int>(params.ways)));
  OVERSTAP_RETURN_IF_ERROR(Finish(call, &body));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::PlaceResult result, advice::PlaceCohort(context, params));
  return service::ToJson(result);
}

}  // namespace overstap::http
