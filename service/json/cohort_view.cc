#include "service/json/cohort_view.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

using service::ToJson;  // beside those below

Json ToJson(const advice::WorkPlace& work) {
  return {{"occupation", ToJson(work.occupation)}, {"region", TextOrNull(work.region)}};
}

Json ToJson(const advice::PlacedPeople& placed);
Json ToJson(const advice::UnplacedPeople& unplaced);
Json ToJson(const advice::Lever& lever);
Json ToJson(const advice::SurplusLine& line);
Json ToJson(const advice::ShortageLine& line);
Json ToJson(const advice::MoveLine& line);
Json ToJson(const advice::MissingLine& line);
Json ToJson(const advice::UnlockLine& line);

template <class T>
Json Listed(const std::vector<T>& items) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(ToJson(item));
  return array;
}

template <class T>
Json ShownOrNull(const std::optional<T>& item) {
  return item ? ToJson(*item) : Json(nullptr);
}

Json ToJson(const advice::PlacedPeople& placed) {
  return {{"group", placed.group},
          {"people", placed.people},
          {"occupation", ToJson(placed.work.occupation)},
          {"region", TextOrNull(placed.work.region)},
          {"score", Rounded(placed.score)},
          {"weeks", Rounded(placed.weeks)},
          {"open_skills", placed.open_skills},
          {"courses", Listed(placed.courses)}};
}

Json ToJson(const advice::UnplacedPeople& unplaced) {
  return {{"group", unplaced.group},
          {"people", unplaced.people},
          {"reason", advice::UnplacedReasonName(unplaced.reason)},
          {"nearest", unplaced.nearest ? ToJson(*unplaced.nearest) : Json(nullptr)}};
}

Json ToJson(const advice::Lever& lever) {
  return {{"work", ShownOrNull(lever.work)},  {"course", ShownOrNull(lever.course)},
          {"available", lever.available},     {"more_used", lever.more_used},
          {"more_placed", lever.more_placed}, {"more_weeks", Rounded(lever.more_weeks)}};
}

Json ToJson(const advice::SurplusLine& line) {
  return {{"occupation", ToJson(line.occupation)},
          {"people", line.people},
          {"vacancies", OrNull(line.vacancies)},
          {"demand", ToJson(line.demand)},
          {"moves", line.moves}};
}

Json ToJson(const advice::ShortageLine& line) {
  return {{"occupation", ToJson(line.occupation)},
          {"vacancies", line.vacancies},
          {"people", OrNull(line.people)},
          {"tension", OrNull(line.demand.tension)},
          {"demand", ToJson(line.demand)},
          {"level", OrNull(line.level)},
          {"moves", line.moves},
          {"courses", line.courses},
          {"course_starts", line.course_starts},
          {"seats", OrNull(line.seats)}};
}

Json ToJson(const advice::MoveLine& line) {
  return {{"origin", ToJson(line.origin)},
          {"destination", ToJson(line.destination)},
          {"people", line.people},
          {"score", Rounded(line.score)},
          {"coverage", Rounded(line.coverage)},
          {"level_gap", OrNull(line.level_gap)},
          {"weeks", Rounded(line.weeks)},
          {"missing", line.missing},
          {"open_skills", line.open_skills}};
}

Json ToJson(const advice::MissingLine& line) {
  return {{"skill", ToJson(line.skill)},
          {"moves", line.moves},
          {"people", line.people},
          {"courses", line.courses}};
}

Json ToJson(const advice::UnlockLine& line) {
  return {{"course", ToJson(line.course)}, {"weeks", Rounded(line.weeks)},
          {"unlocks", line.unlocks},       {"serves", line.serves},
          {"people", line.people},         {"starts", line.starts},
          {"seats", OrNull(line.seats)}};
}

}  // namespace

Json ToJson(const advice::PlaceResult& result) {
  return {{"versions", ToJson(result.versions)},
          {"as_of", absl::FormatCivilTime(result.as_of)},
          {"techniek", TextOrNull(result.techniek)},
          {"people", result.people},
          {"placed", result.placed},
          {"weeks", Rounded(result.weeks)},
          {"optimal", result.optimal},
          {"most_placed", result.most_placed},
          {"vacancies", OrNull(result.vacancies)},
          {"without_region", result.without_region},
          {"courses_unlimited", result.courses_unlimited},
          {"placements", Listed(result.placements)},
          {"unplaced", Listed(result.unplaced)},
          {"levers", Listed(result.levers)},
          {"unknown_uris", result.unknown_uris}};
}

Json ToJson(const advice::RegionReport& report) {
  return {{"versions", ToJson(report.versions)},
          {"as_of", absl::FormatCivilTime(report.as_of)},
          {"region", report.region},
          {"region_name", OrNull(report.region_name)},
          {"techniek", TextOrNull(report.techniek)},
          {"people", report.people},
          {"vacancies", OrNull(report.vacancies)},
          {"fewest_shown", advice::kFewestShown},
          {"rounded_to", advice::kCountBase},
          {"surplus", Listed(report.surplus)},
          {"shortage", Listed(report.shortage)},
          {"moves", Listed(report.moves)},
          {"missing", Listed(report.missing)},
          {"courses", Listed(report.courses)}};
}

}  // namespace overstap::service
