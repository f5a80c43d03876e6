#include "service/convert_plan.h"

#include "base/status_macros.h"
#include "base/strings.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_enums.h"
#include "service/convert_person.h"
#include "service/convert_records.h"

namespace overstap::service {
namespace {

v1::GapSkill GapSkillOf(const advice::GapLine& line) {
  v1::GapSkill message;
  *message.mutable_skill() = ToProto(line.skill);
  message.set_importance(ToProto(line.importance));
  message.set_weight(line.weight);
  message.set_strength(line.strength);
  message.set_course_count(line.courses);
  return message;
}

v1::Gate GateOf(const advice::GateLine& line) {
  v1::Gate message;
  message.set_gate_id(line.id);
  message.set_kind(ToProto(line.kind));
  message.set_name(line.name);
  message.set_state(ToProto(line.state));
  message.set_opens_with(line.opens_with);
  message.set_source(line.source);
  for (const advice::GateCourse& course : line.courses) message.add_course_ids(course.id);
  return message;
}

v1::PlannedScheme SchemeOf(const advice::SchemeLine& line) {
  v1::PlannedScheme message;
  message.set_scheme_id(line.id);
  message.set_name(line.name);
  message.set_audience(ToProto(line.who));
  if (line.max_eur) message.set_max_eur(*line.max_eur);
  return message;
}

v1::PlannedCourse CourseOf(const advice::CourseLine& line) {
  v1::PlannedCourse message;
  *message.mutable_course() = ToProto(line.course);
  message.set_weeks(line.weeks);
  for (const advice::ConceptRef& skill : line.closes) *message.add_closes() = ToProto(skill);
  if (line.next_start) *message.mutable_next_start() = ToProto(*line.next_start);
  for (const advice::SchemeLine& scheme : line.schemes) *message.add_schemes() = SchemeOf(scheme);
  message.mutable_unchecked_required_skill_uris()->Assign(line.unchecked_needs.begin(),
                                                          line.unchecked_needs.end());
  return message;
}

template <class Response>
void FillReading(const advice::OccupationPlan& plan, Response* response) {
  *response->mutable_versions() = ToProto(plan.versions);
  *response->mutable_fit() = FitOf(plan);
  for (const advice::Understood& understood : plan.understood) {
    *response->add_understood() = ToProto(understood);
  }
  response->mutable_unknown_uris()->Assign(plan.unknown_uris.begin(), plan.unknown_uris.end());
  FillTranslations(plan.translations, response->mutable_translations());
}

template <class Request>
absl::StatusOr<advice::OccupationPlanParams> ReadQuestion(const Request& request) {
  OVERSTAP_RETURN_IF_ERROR(CheckAsked("occupation", request.occupation()));
  advice::OccupationPlanParams params;
  OVERSTAP_ASSIGN_OR_RETURN(params.person, FromProto(request.person()));
  params.occupation = request.occupation();
  return params;
}

}  // namespace

absl::StatusOr<plan::PlanParams> FromProto(const v1::PlanOptions& options) {
  plan::PlanParams params;
  switch (options.objective()) {
    case v1::PLAN_OBJECTIVE_UNSPECIFIED:
    case v1::PLAN_OBJECTIVE_WEEKS:
      params.minimise = plan::Minimise::kWeeks;
      break;
    case v1::PLAN_OBJECTIVE_EUROS:
      params.minimise = plan::Minimise::kEuros;
      break;
    default:
      return absl::InvalidArgumentError(StrCat("objective has the value ",
                                               static_cast<int>(options.objective()),
                                               ", which this version does not know"));
  }
  if (options.has_budget_eur()) params.budget_eur = options.budget_eur();
  if (options.has_hours_a_week()) params.hours_a_week = options.hours_a_week();
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  return params;
}

absl::StatusOr<advice::OccupationPlanParams> FromProto(const v1::PlanRequest& request) {
  OVERSTAP_ASSIGN_OR_RETURN(advice::OccupationPlanParams params, ReadQuestion(request));
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, FromProto(request.options()));
  return params;
}

absl::StatusOr<advice::OccupationPlanParams> FromProto(const v1::GapRequest& request) {
  return ReadQuestion(request);
}

v1::Fit FitOf(const advice::OccupationPlan& plan) {
  v1::Fit fit;
  *fit.mutable_destination() = ToProto(plan.destination);
  if (plan.coverage) fit.set_coverage(*plan.coverage);
  if (plan.closeness) fit.set_closeness(*plan.closeness);
  if (plan.level_gap) fit.set_level_gap(*plan.level_gap);
  fit.set_level_open(plan.level_open);
  fit.set_required_count(plan.required);
  fit.set_met_count(plan.met);
  for (const advice::GapLine& line : plan.gap) *fit.add_gap() = GapSkillOf(line);
  for (const advice::GapLine& line : plan.optional_gap) *fit.add_optional_gap() = GapSkillOf(line);
  for (const advice::GateLine& line : plan.gates) *fit.add_gates() = GateOf(line);
  return fit;
}

v1::TrainingPlan ToProto(const advice::PlanLines& lines) {
  v1::TrainingPlan message;
  message.set_found(lines.found);
  message.set_weeks(lines.weeks);
  message.set_hours(lines.hours);
  message.set_cost_eur(lines.cost_eur);
  message.set_optimal(lines.optimal);
  if (lines.lower_bound_weeks) message.set_lower_bound_weeks(*lines.lower_bound_weeks);
  if (lines.lower_bound_eur) message.set_lower_bound_eur(*lines.lower_bound_eur);
  for (const advice::CourseLine& course : lines.courses) *message.add_courses() = CourseOf(course);
  for (const advice::ConceptRef& skill : lines.uncovered) *message.add_uncovered() = ToProto(skill);
  for (const advice::ConceptRef& skill : lines.elsewhere) *message.add_elsewhere() = ToProto(skill);
  for (const advice::ConceptRef& skill : lines.out_of_reach) {
    *message.add_out_of_reach() = ToProto(skill);
  }
  for (const advice::ConceptRef& skill : lines.left_out) *message.add_left_out() = ToProto(skill);
  for (const advice::SchemeLine& scheme : lines.schemes) *message.add_schemes() = SchemeOf(scheme);
  if (lines.cheapest_eur) message.set_cheapest_eur(*lines.cheapest_eur);
  return message;
}

void FillResponse(const advice::OccupationPlan& plan, bool explain, v1::PlanResponse* response) {
  FillReading(plan, response);
  *response->mutable_plan() = ToProto(plan.plan);
  if (explain) *response->mutable_explanation() = ToProto(plan.explanation);
}

void FillResponse(const advice::OccupationPlan& plan, v1::GapResponse* response) {
  FillReading(plan, response);
}

}  // namespace overstap::service
