#include "service/json/plan_view.h"

#include <string>

#include "absl/time/civil_time.h"
#include "engine/advice/why_not_explanation.h"
#include "taxonomy/importance.h"

namespace overstap::service {
namespace {

Json Day(absl::CivilDay day) { return absl::FormatCivilTime(day); }

Json DayOrNull(const std::optional<absl::CivilDay>& day) { return day ? Day(*day) : Json(nullptr); }

}  // namespace

Json ToJson(const advice::GapLine& line) {
  return {{"skill", ToJson(line.skill)},    {"importance", ImportanceName(line.importance)},
          {"weight", Rounded(line.weight)}, {"strength", Rounded(line.strength)},
          {"courses", line.courses},        {"cannot", line.cannot}};
}

Json ToJson(const advice::FigureSource& source) {
  return {{"basis", source.basis},
          {"code", source.code},
          {"as_of", Day(source.as_of)},
          {"source", source.source}};
}

Json ToJson(const advice::DemandLine& line) {
  const auto or_null = [](const std::optional<advice::FigureSource>& source) {
    return source ? ToJson(*source) : Json(nullptr);
  };
  return {{"region", line.region.empty() ? Json(nullptr) : Json(line.region)},
          {"tension", OrNull(line.tension)},
          {"tension_source", or_null(line.tension_source)},
          {"open_vacancies", OrNull(line.open_vacancies)},
          {"vacancies_source", or_null(line.vacancies_source)}};
}

Json ToJson(const advice::Barrier& barrier) {
  const auto or_null = [](const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
  };
  return {{"kind", advice::BarrierKindName(barrier.kind)},
          {"id", or_null(barrier.id)},
          {"name", or_null(barrier.name)},
          {"opens_with", or_null(barrier.opens_with)},
          {"value", OrNull(barrier.value)},
          {"allowed", OrNull(barrier.allowed)},
          {"skills", ArrayOf(barrier.skills)},
          {"text", advice::TextOf(barrier)}};
}

Json ToJson(const advice::CourseRef& course) {
  return {{"id", course.id}, {"title", course.title}};
}

Json ToJson(const advice::GateLine& line) {
  return {{"id", line.id},
          {"kind", model::GateKindName(line.kind)},
          {"name", line.name},
          {"state", advice::GateStateName(line.state)},
          {"opens_with", line.opens_with},
          {"source", line.source},
          {"courses", ArrayOf(line.courses)}};
}

Json ToJson(const advice::SchemeLine& line) {
  return {{"id", line.id},
          {"name", line.name},
          {"for", model::SchemeForName(line.who)},
          {"max_eur", OrNull(line.max_eur)},
          {"certain", line.certain},
          {"to_check", line.to_check},
          {"note", line.note},
          {"valid_until", DayOrNull(line.valid_until)}};
}

Json ToJson(const advice::PayerLine& line) {
  const bool is_scheme = line.payer == advice::Payer::kScheme;
  return {{"kind", advice::PayerName(line.payer)},
          {"scheme", is_scheme ? Json(line.scheme_id) : Json(nullptr)},
          {"name", is_scheme ? Json(line.name) : Json(nullptr)},
          {"pays_eur", OrNull(line.pays_eur)},
          {"rest_eur", OrNull(line.rest_eur)}};
}

Json ToJson(const advice::EvcLine& line) {
  Json skills = Json::array();
  for (const advice::RecognisedSkill& skill : line.skills) {
    skills.push_back({{"skill", ToJson(skill.skill)},
                      {"held", ToJson(skill.held)},
                      {"strength", Rounded(skill.strength)},
                      {"recognised", Rounded(skill.recognised)}});
  }
  return {{"skills", skills},
          {"weeks", OrNull(line.weeks)},
          {"cost_eur", OrNull(line.cost_eur)},
          {"weeks_saved", OrNull(line.weeks_saved)},
          {"eur_saved", OrNull(line.eur_saved)},
          {"procedure_weeks", advice::kEvcWeeks},
          {"procedure_eur", nullptr}};
}

Json ToJson(const advice::RefreshLine& line) {
  return {{"skill", ToJson(line.skill)},         {"held", ToJson(line.held)},
          {"last_used", OrNull(line.last_used)}, {"strength", Rounded(line.strength)},
          {"fresh", Rounded(line.fresh)},        {"met", line.is_met},
          {"course", OrNull(line.course)},       {"title", OrNull(line.title)},
          {"hours", OrNull(line.hours)}};
}

Json ToJson(const advice::CourseLine& line) {
  const model::Course& course = line.course;
  return {{"id", course.id},
          {"title", course.title},
          {"provider", course.provider},
          {"form", model::CourseFormName(course.form)},
          {"credential", course.credential},
          {"region", course.region.empty() ? Json(nullptr) : Json(course.region)},
          {"weeks", Rounded(line.weeks)},
          {"hours", Rounded(course.hours)},
          {"price_eur", Rounded(course.price_eur)},
          {"next_start", DayOrNull(line.next_start)},
          {"begins", Day(line.days.begin)},
          {"ends", Day(line.days.end)},
          {"waiting_weeks", Rounded(line.days.waiting_days / 7.0)},
          {"start_basis", plan::StartBasisName(line.days.basis)},
          {"level", OrNull(course.level)},
          {"level_gap", OrNull(line.level_gap)},
          {"within_level_gate", line.level_open},
          {"distance_km", OrNull(line.distance_km)},
          {"paid_work", line.is_paid_work},
          {"payer", ToJson(line.payer)},
          {"closes", ArrayOf(line.closes)},
          {"coverage_gain", Rounded(line.coverage_gain)},
          {"core", line.is_core},
          {"opens", line.opens},
          {"schemes", ArrayOf(line.schemes)},
          {"unchecked_requirements", line.unchecked_needs}};
}

Json ToJson(const advice::CoreLine& line) {
  return {{"courses", line.courses},      {"weeks", Rounded(line.weeks)},
          {"hours", Rounded(line.hours)}, {"cost_eur", Rounded(line.cost_eur)},
          {"finish", Day(line.finish)},   {"coverage", Rounded(line.coverage)}};
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
  add(lines.excluded, "alleen in een uitgesloten vorm of op een uitgesloten niveau");
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
          {"minimise", plan::MinimiseName(lines.minimise)},
          {"objective", lines.found ? Json(Rounded(lines.objective)) : Json(nullptr)},
          {"lower_bound", Rounded(lines.lower_bound)},
          {"start", Day(lines.start)},
          {"start_was_past", lines.start_was_past},
          {"finish", lines.found ? Day(lines.finish) : Json(nullptr)},
          {"weeks_to_finish", lines.found ? Json(Rounded(lines.weeks_to_finish)) : Json(nullptr)},
          {"waiting_weeks", lines.found ? Json(Rounded(lines.waiting_weeks)) : Json(nullptr)},
          {"days_are_known", lines.days_are_known},
          {"courses", ArrayOf(lines.courses)},
          {"coverage_after", OrNull(lines.coverage_after)},
          {"core", lines.core ? ToJson(*lines.core) : Json(nullptr)},
          {"uncovered", uncovered},
          {"schemes", ArrayOf(lines.schemes)},
          {"evc", ToJson(lines.evc)},
          {"refresh", ArrayOf(lines.refresh)}};
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
  (*json)["class"] = plan.step ? Json(transition::TransitionClassName(plan.step->value)) : Json();
  (*json)["class_label"] = plan.step ? Json(transition::DutchName(plan.step->value)) : Json();
  (*json)["class_estimated"] = plan.step ? Json(plan.step->estimated) : Json();
  (*json)["within_reach"] = plan.coverage ? Json(plan.obstacles.barriers.empty()) : Json(nullptr);
  (*json)["barriers"] = ArrayOf(plan.obstacles.barriers);
  (*json)["shortcomings"] = ArrayOf(plan.obstacles.shortcomings);
  (*json)["demand"] = ToJson(plan.demand);
  (*json)["plan"] = ToJson(plan.plan);
}

}  // namespace overstap::service
