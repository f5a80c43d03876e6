#include "service/json/path_view.h"

#include "absl/time/civil_time.h"
#include "service/json/plan_view.h"

namespace overstap::service {
namespace {

Json ToJson(const advice::VacancyCount& count) {
  return {{"region", OrNull(count.region)}, {"within_radius", OrNull(count.within_radius)}};
}

Json ToJson(const std::optional<advice::WorkPay>& pay) {
  if (!pay) return nullptr;
  return {{"month_eur", pay->month_eur}, {"vacancies", pay->vacancies}};
}

Json ToJson(const std::optional<advice::PayNow>& now) {
  if (!now) return nullptr;
  return {{"month_eur", now->month_eur},
          {"said", !now->of_work.has_value()},
          {"work", now->of_work ? service::ToJson(now->work) : Json(nullptr)},
          {"vacancies", now->of_work ? Json(now->of_work->vacancies) : Json(nullptr)}};
}

Json ToJson(const advice::HopLine& hop) {
  return {{"from", hop.from.uri.empty() ? Json(nullptr) : service::ToJson(hop.from)},
          {"to", service::ToJson(hop.to)},
          {"coverage", Rounded(hop.coverage)},
          {"level_gap", OrNull(hop.level_gap)},
          {"met", hop.met},
          {"required", hop.required},
          {"begins", absl::FormatCivilTime(hop.begins)},
          {"finish", absl::FormatCivilTime(hop.finish)},
          {"weeks", Rounded(hop.weeks)},
          {"hours", Rounded(hop.hours)},
          {"cost_eur", Rounded(hop.cost_eur)},
          {"courses", ArrayOf(hop.courses)},
          {"uncovered", ArrayOf(hop.uncovered)},
          {"closed_gates", hop.closed_gates},
          {"vacancies", ToJson(hop.vacancies)},
          {"distance_km", OrNull(hop.km)}};
}

Json ToJson(const advice::WorkBetween& work) {
  return {{"occupation", service::ToJson(work.occupation)},
          {"begins", absl::FormatCivilTime(work.begins)},
          {"ends", absl::FormatCivilTime(work.ends)},
          {"weeks", Rounded(work.weeks())},
          {"skills", ArrayOf(work.skills)},
          {"vacancies", ToJson(work.vacancies)},
          {"distance_km", OrNull(work.km)},
          {"pay", ToJson(work.income.pay)},
          {"income_change_eur", OrNull(work.income.change_eur)}};
}

// `change_eur`: of the destination.
Json ToJson(const advice::PathLine& path, std::optional<int> change_eur) {
  Json hops = Json::array();
  for (const advice::HopLine& hop : path.hops) hops.push_back(ToJson(hop));
  Json between = Json::array();
  for (const advice::WorkBetween& work : path.between) between.push_back(ToJson(work));
  return {{"hops", std::move(hops)},
          {"in_between", std::move(between)},
          {"weeks", Rounded(path.weeks)},
          {"hours", Rounded(path.hours)},
          {"cost_eur", Rounded(path.cost_eur)},
          {"uncovered_most", path.open},
          {"distance_km", OrNull(path.km)},
          {"income_change_eur", OrNull(change_eur)},
          {"income_dip_eur", OrNull(path.dip_eur)},
          {"paid_weeks", Rounded(path.paid_weeks)},
          {"years_between", Rounded(path.years_between)},
          {"on_front", path.on_front},
          {"explanation", service::ToJson(path.explanation)}};
}

Json ToJson(const advice::EntranceLine& line) {
  return {{"course", service::ToJson(line.course)},
          {"weeks", Rounded(line.weeks)},
          {"begins", absl::FormatCivilTime(line.days.begin)},
          {"start_basis", plan::StartBasisName(line.days.basis)},
          {"coverage", Rounded(line.coverage)}};
}

void AddTo(const advice::PathsTo& to, Json* json) {
  (*json)["direct_possible"] = to.direct_possible;
  (*json)["on_front"] = to.direct_on_front;
  (*json)["pay"] = ToJson(to.income.pay);
  (*json)["income_change_eur"] = OrNull(to.income.change_eur);
  (*json)["entrance"] = to.entrance ? ToJson(*to.entrance) : Json(nullptr);
  (*json)["paths"] = Json::array();
  for (const advice::PathLine& path : to.paths) {
    (*json)["paths"].push_back(ToJson(path, to.income.change_eur));
  }
}

void AddBasis(const advice::PathsResult& paths, Json* json) {
  (*json)["paths_basis"] = {{"income_known", paths.pay_now.has_value()},
                            {"pay_now", ToJson(paths.pay_now)},
                            {"vacancies_known", paths.vacancies_known},
                            {"travel_known", paths.travel_known}};
}

}  // namespace

Json ToJson(const std::optional<advice::StayInTechniek>& stay) {
  if (!stay) return nullptr;
  return {{"applied", stay->applied}, {"techniek", stay->techniek}};
}

Json ToJson(const advice::RoutesWithPaths& result) {
  Json json = ToJson(result.routes);
  for (size_t i = 0; i < result.paths.to.size(); ++i) {
    AddTo(result.paths.to[i], &json["routes"][i]);
  }
  AddBasis(result.paths, &json);
  json["none_near"] = result.paths.none_near;
  json["stay_in_techniek"] = ToJson(result.stay);
  return json;
}

void AddPaths(const advice::PathsResult& paths, Json* plan) {
  AddTo(paths.to.front(), plan);
  AddBasis(paths, plan);
}

}  // namespace overstap::service
