#include "service/convert_plan.h"

#include <array>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/dutch/sentences.h"
#include "service/convert_common.h"
#include "service/convert_dates.h"
#include "service/convert_demand.h"
#include "service/convert_enums.h"
#include "service/convert_person.h"
#include "service/convert_records.h"
#include "service/convert_why_not.h"

namespace overstap::service {
namespace {

v1::GapSkill GapSkillOf(const advice::GapLine& line) {
  v1::GapSkill message;
  *message.mutable_skill() = ToProto(line.skill);
  message.set_importance(ToProto(line.importance));
  message.set_weight(line.weight);
  message.set_strength(line.strength);
  message.set_course_count(line.courses);
  message.set_cannot(line.cannot);
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
  for (const advice::CourseRef& course : line.courses) message.add_course_ids(course.id);
  return message;
}

v1::PlannedScheme SchemeOf(const advice::SchemeLine& line) {
  v1::PlannedScheme message;
  message.set_scheme_id(line.id);
  message.set_name(line.name);
  message.set_audience(ToProto(line.who));
  if (line.max_eur) message.set_max_eur(*line.max_eur);
  message.set_certain(line.certain);
  message.mutable_to_check()->Assign(line.to_check.begin(), line.to_check.end());
  message.set_note(line.note);
  if (line.valid_until) *message.mutable_valid_until() = ToProto(*line.valid_until);
  return message;
}

v1::Payer PayerOf(const advice::PayerLine& line) {
  // By advice::Payer.
  constexpr std::array<v1::PayerKind, 5> kKinds = {v1::PAYER_KIND_NOBODY, v1::PAYER_KIND_SCHEME,
                                                   v1::PAYER_KIND_EMPLOYER, v1::PAYER_KIND_WORKER,
                                                   v1::PAYER_KIND_UNSPECIFIED};
  v1::Payer message;
  message.set_kind(kKinds[static_cast<size_t>(line.payer)]);
  message.set_scheme_id(line.scheme_id);
  message.set_name(line.name);
  if (line.pays_eur) message.set_pays_eur(*line.pays_eur);
  if (line.rest_eur) message.set_rest_eur(*line.rest_eur);
  return message;
}

v1::PlanObjective ObjectiveOf(plan::Minimise minimise) {
  switch (minimise) {
    case plan::Minimise::kEuros:
      return v1::PLAN_OBJECTIVE_EUROS;
    case plan::Minimise::kMix:
      return v1::PLAN_OBJECTIVE_MIX;
    case plan::Minimise::kFinish:
      return v1::PLAN_OBJECTIVE_FINISH;
    case plan::Minimise::kWeeks:
      break;
  }
  return v1::PLAN_OBJECTIVE_WEEKS;
}

v1::Recognition RecognitionOf(const advice::EvcLine& line) {
  v1::Recognition message;
  for (const advice::RecognisedSkill& skill : line.skills) {
    v1::RecognisedSkill& added = *message.add_skills();
    *added.mutable_skill() = ToProto(skill.skill);
    *added.mutable_held() = ToProto(skill.held);
    added.set_strength(skill.strength);
    added.set_recognised(skill.recognised);
  }
  if (line.weeks) message.set_weeks(*line.weeks);
  if (line.cost_eur) message.set_cost_eur(*line.cost_eur);
  if (line.weeks_saved) message.set_weeks_saved(*line.weeks_saved);
  if (line.eur_saved) message.set_eur_saved(*line.eur_saved);
  message.set_procedure_weeks(advice::kEvcWeeks);
  return message;
}

v1::Refresher RefresherOf(const advice::RefreshLine& line) {
  v1::Refresher message;
  *message.mutable_skill() = ToProto(line.skill);
  *message.mutable_held() = ToProto(line.held);
  if (line.last_used) message.set_last_used(*line.last_used);
  message.set_strength(line.strength);
  message.set_fresh(line.fresh);
  message.set_met(line.is_met);
  message.set_course_id(line.course.value_or(""));
  message.set_course_title(line.title.value_or(""));
  if (line.hours) message.set_course_hours(*line.hours);
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
  *message.mutable_begins() = ToProto(line.days.begin);
  *message.mutable_ends() = ToProto(line.days.end);
  message.set_waiting_weeks(line.days.waiting_days / 7.0);
  message.set_start_basis(ToProto(line.days.basis));
  *message.mutable_payer() = PayerOf(line.payer);
  if (line.distance_km) message.set_distance_km(*line.distance_km);
  if (line.level_gap) message.set_level_gap(*line.level_gap);
  message.set_level_open(line.level_open);
  message.set_paid_work(line.is_paid_work);
  message.set_coverage_gain(line.coverage_gain);
  message.set_core(line.is_core);
  message.mutable_opens()->Assign(line.opens.begin(), line.opens.end());
  return message;
}

v1::PlanCore CoreOf(const advice::CoreLine& line) {
  v1::PlanCore message;
  message.set_course_count(static_cast<int32_t>(line.courses));
  message.set_weeks(line.weeks);
  message.set_hours(line.hours);
  message.set_cost_eur(line.cost_eur);
  *message.mutable_finish() = ToProto(line.finish);
  message.set_coverage(line.coverage);
  return message;
}

model::Applicant ApplicantOf(const v1::Applicant& message) {
  model::Applicant applicant;
  if (message.has_employed()) applicant.employed = message.employed();
  if (message.has_benefit()) applicant.benefit = message.benefit();
  if (message.has_social_assistance()) applicant.social_assistance = message.social_assistance();
  if (message.has_new_hire()) applicant.new_hire = message.new_hire();
  if (message.has_employees()) applicant.employees = message.employees();
  applicant.sector = message.sector();
  if (message.has_sector_member()) applicant.sector_member = message.sector_member();
  if (message.has_recognised_training_company()) {
    applicant.recognised_training_company = message.recognised_training_company();
  }
  if (message.has_employer_pays()) applicant.employer_pays = message.employer_pays();
  return applicant;
}

absl::StatusOr<plan::Minimise> MinimiseOf(v1::PlanObjective objective) {
  switch (objective) {
    case v1::PLAN_OBJECTIVE_UNSPECIFIED:
    case v1::PLAN_OBJECTIVE_WEEKS:
      return plan::Minimise::kWeeks;
    case v1::PLAN_OBJECTIVE_EUROS:
      return plan::Minimise::kEuros;
    case v1::PLAN_OBJECTIVE_MIX:
      return plan::Minimise::kMix;
    case v1::PLAN_OBJECTIVE_FINISH:
      return plan::Minimise::kFinish;
    default:
      return absl::InvalidArgumentError(StrCat("objective has the value ",
                                               static_cast<int>(objective),
                                               ", which this version does not know"));
  }
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

v1::StartBasis ToProto(plan::StartBasis basis) {
  switch (basis) {
    case plan::StartBasis::kListed:
      return v1::START_BASIS_LISTED;
    case plan::StartBasis::kRepeated:
      return v1::START_BASIS_REPEATED;
    case plan::StartBasis::kAnyDay:
      break;
  }
  return v1::START_BASIS_ANY_DAY;
}

absl::StatusOr<plan::PlanParams> FromProto(const v1::PlanOptions& options) {
  plan::PlanParams params;
  OVERSTAP_ASSIGN_OR_RETURN(params.minimise, MinimiseOf(options.objective()));
  if (options.has_budget_eur()) params.budget_eur = options.budget_eur();
  if (options.has_hours_a_week()) params.hours_a_week = options.hours_a_week();
  if (options.has_euros_per_week()) params.euros_per_week = options.euros_per_week();
  if (options.has_travel_km()) params.travel_km = options.travel_km();
  if (options.has_max_level_step()) params.max_level_step = options.max_level_step();
  if (options.has_start()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.start, FromProto("start", options.start()));
  }
  for (const int form : options.forms()) {
    OVERSTAP_ASSIGN_OR_RETURN(const model::CourseForm read,
                              FromProto(static_cast<v1::CourseForm>(form)));
    params.forms.push_back(read);
  }
  params.applicant = ApplicantOf(options.applicant());
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
  if (plan.step) {
    fit.set_transition_class(ToProto(plan.step->value));
    fit.set_class_estimated(plan.step->estimated);
  }
  if (plan.coverage) fit.set_within_reach(plan.obstacles.barriers.empty());
  for (const advice::Barrier& barrier : plan.obstacles.barriers) {
    *fit.add_barriers() = ToProto(barrier);
  }
  for (const advice::Barrier& shortcoming : plan.obstacles.shortcomings) {
    *fit.add_shortcomings() = ToProto(shortcoming);
  }
  *fit.mutable_demand() = ToProto(plan.demand);
  return fit;
}

namespace {

// What was made least, the days, and what recognition and refreshers would do.
void FillOutcome(const advice::PlanLines& lines, v1::TrainingPlan* message) {
  for (const advice::ConceptRef& skill : lines.excluded) {
    *message->add_excluded() = ToProto(skill);
  }
  message->set_objective(ObjectiveOf(lines.minimise));
  message->set_objective_value(lines.objective);
  message->set_lower_bound(lines.lower_bound);
  *message->mutable_start() = ToProto(lines.start);
  message->set_start_was_past(lines.start_was_past);
  *message->mutable_finish() = ToProto(lines.finish);
  message->set_weeks_to_finish(lines.weeks_to_finish);
  message->set_waiting_weeks(lines.waiting_weeks);
  message->set_days_are_known(lines.days_are_known);
  *message->mutable_recognition() = RecognitionOf(lines.evc);
  for (const advice::RefreshLine& line : lines.refresh) {
    *message->add_refreshers() = RefresherOf(line);
  }
  if (lines.coverage_after) message->set_coverage_after(*lines.coverage_after);
  if (lines.core) *message->mutable_core() = CoreOf(*lines.core);
}

}  // namespace

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
  FillOutcome(lines, &message);
  return message;
}

void FillResponse(const advice::OccupationPlan& plan, bool explain, v1::PlanResponse* response) {
  FillReading(plan, response);
  *response->mutable_plan() = ToProto(plan.plan);
  if (!explain) return;
  *response->mutable_explanation() = ToProto(plan.explanation);
  *response->mutable_explanation_nl() = ToProto(dutch::Explain(plan));
}

void FillResponse(const advice::OccupationPlan& plan, v1::GapResponse* response) {
  FillReading(plan, response);
}

}  // namespace overstap::service
