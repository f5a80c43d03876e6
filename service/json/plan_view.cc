#include "service/json/plan_view.h"

#include <string>

#include "absl/time/civil_time.h"
#include "taxonomy/importance.h"

namespace overstap::service {

Json ToJson(const advice::GapLine& line) {
  return {{"skill", ToJson(line.skill)},
          {"importance", ImportanceName(line.importance)},
          {"weight", Rounded(line.weight)},
          {"strength", Rounded(line.strength)},
          {"courses", line.courses}};
}

Json ToJson(const advice::GateLine& line) {
  Json courses = Json::array();
  for (const advice::GateCourse& course : line.courses) {
    courses.push_back({{"id", course.id}, {"title", course.title}});
  }
  return {{"id", line.id},
          {"kind", model::GateKindName(line.kind)},
          {"name", line.name},
          {"state", advice::GateStateName(line.state)},
          {"opens_with", line.opens_with},
          {"source", line.source},
          {"courses", courses}};
}

Json ToJson(const advice::SchemeLine& line) {
  return {{"id", line.id},
          {"name", line.name},
          {"for", model::SchemeForName(line.who)},
          {"max_eur", OrNull(line.max_eur)}};
}

Json ToJson(const advice::CourseLine& line) {
  const model::Course& course = line.course;
  const auto start =
      line.next_start ? Json(absl::FormatCivilTime(*line.next_start)) : Json(nullptr);
  return {{"id", course.id},
          {"title", course.title},
          {"provider", course.provider},
          {"form", model::CourseFormName(course.form)},
          {"credential", course.credential},
          {"region", course.region.empty() ? Json(nullptr) : Json(course.region)},
          {"weeks", Rounded(line.weeks)},
          {"hours", Rounded(course.hours)},
          {"price_eur", Rounded(course.price_eur)},
          {"next_start", start},
          {"closes", ArrayOf(line.closes)},
          {"schemes", ArrayOf(line.schemes)},
          {"unchecked_requirements", line.unchecked_needs}};
}

Json ToJson(const advice::PlanLines& lines) {
  Json uncovered = Json::array();
  const auto add = [&uncovered](const std::vector<advice::ConceptRef>& skills, const char* reason) {
    for (const advice::ConceptRef& skill : skills) {
      uncovered.push_back({{"skill", ToJson(skill)}, {"reason", reason}});
    }
  };
  add(lines.uncovered, "geen opleiding bekend");
  add(lines.elsewhere, "geen opleiding in deze regio");
  add(lines.out_of_reach, "instapeis niet haalbaar");
  add(lines.left_out, "past niet in dit plan");
  return {{"found", lines.found},
          {"weeks", lines.found ? Json(Rounded(lines.weeks)) : Json(nullptr)},
          {"hours", lines.found ? Json(Rounded(lines.hours)) : Json(nullptr)},
          {"cost_eur", lines.found ? Json(Rounded(lines.cost_eur)) : Json(nullptr)},
          {"optimal", lines.optimal},
          {"lower_bound_weeks", OrNull(lines.lower_bound_weeks)},
          {"lower_bound_eur", OrNull(lines.lower_bound_eur)},
          {"cheapest_eur", OrNull(lines.cheapest_eur)},
          {"courses", ArrayOf(lines.courses)},
          {"uncovered", uncovered},
          {"schemes", ArrayOf(lines.schemes)}};
}

Json ToJson(const advice::Understood& understood) {
  return {{"text", understood.text},
          {"concept", ToJson(understood.concept_ref)},
          {"score", Rounded(understood.score)}};
}

void AddPlan(const advice::OccupationPlan& plan, Json* json) {
  (*json)["destination"] = ToJson(plan.destination);
  (*json)["coverage"] = OrNull(plan.coverage);
  (*json)["closeness"] = OrNull(plan.closeness);
  (*json)["level_gap"] = OrNull(plan.level_gap);
  (*json)["within_level_gate"] = plan.level_open;
  (*json)["met"] = plan.met;
  (*json)["required"] = plan.required;
  (*json)["gap"] = ArrayOf(plan.gap);
  (*json)["optional_gap"] = ArrayOf(plan.optional_gap);
  (*json)["gates"] = ArrayOf(plan.gates);
  (*json)["plan"] = ToJson(plan.plan);
}

}  // namespace overstap::service
