#include "engine/advice/plan.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/person_plan.h"
#include "engine/advice/plan_core_lines.h"
#include "engine/advice/plan_explanation.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/plan/course_filter.h"

namespace overstap::advice {
namespace {

std::vector<ConceptRef> RefsOf(const Context& context, const std::vector<SkillId>& skills) {
  std::vector<ConceptRef> refs;
  for (const SkillId skill : skills) refs.push_back(RefOf(context, skill));
  return refs;
}

std::vector<GapLine> LinesOf(const Context& context, const Person& person,
                             const std::vector<plan::GapItem>& items) {
  std::vector<GapLine> lines;
  for (const plan::GapItem& item : items) {
    const auto courses = context.snapshot.catalogue().Closing(item.skill).size();
    lines.push_back({RefOf(context, item.skill), item.importance, item.weight, item.strength,
                     static_cast<int>(courses),
                     match::CannotDo(context.snapshot.taxonomy(), person.cannot, item.skill)});
  }
  return lines;
}

std::vector<ConceptRef> OptionalMet(const Context& context, const Person& person,
                                    OccupationId destination) {
  std::vector<ConceptRef> met;
  for (const Requirement& line : context.snapshot.taxonomy().Requirements(destination)) {
    const bool is_core =
        line.importance == Importance::kEssential || line.importance == Importance::kImportant;
    if (is_core || person.expanded.Strength(line.skill) < context.snapshot.scoring().met_from) {
      continue;
    }
    met.push_back(RefOf(context, line.skill));
  }
  return met;
}

std::optional<absl::CivilDay> NextStart(const model::Course& course, absl::CivilDay today) {
  std::optional<absl::CivilDay> next;
  for (const absl::CivilDay start : course.starts) {
    if (start >= today && (!next || start < *next)) next = start;
  }
  return next;
}

void AddOnce(const SchemeLine& line, std::vector<SchemeLine>* lines) {
  const bool there = std::any_of(lines->begin(), lines->end(),
                                 [&line](const SchemeLine& other) { return other.id == line.id; });
  if (!there) lines->push_back(line);
}

// Sorts what no course in the plan closes by the reason: the one that stands least in the way.
void SplitUncovered(const Context& context, const std::vector<SkillId>& uncovered,
                    const plan::PlanParams& params, PlanLines* lines) {
  const plan::Catalogue& catalogue = context.snapshot.catalogue();
  const plan::CourseFilter filter(catalogue, params);
  for (const SkillId skill : uncovered) {
    const auto courses = catalogue.Closing(skill);
    const auto any = [&](auto is_barrier) {
      return std::any_of(courses.begin(), courses.end(),
                         [&](uint32_t course) { return is_barrier(filter.Of(course)); });
    };
    using plan::Barrier;
    auto& list =
        courses.empty()                                                    ? lines->uncovered
        : any([](Barrier barrier) { return barrier == Barrier::kNone; })   ? lines->out_of_reach
        : any([](Barrier barrier) { return barrier != Barrier::kRegion; }) ? lines->excluded
                                                                           : lines->elsewhere;
    list.push_back(RefOf(context, skill));
  }
}

std::optional<double> DistanceTo(const Context& context, const model::Course& course,
                                 const std::optional<model::GeoPoint>& home) {
  if (course.region.empty() || course.form == model::CourseForm::kOnline) return std::nullopt;
  const auto there = SpotOf(context.snapshot, "", course.region);
  if (!there || !home) return std::nullopt;
  return model::DistanceKm(*home, there->point);
}

CourseLine LineOf(const Context& context, const plan::PlannedCourse& planned,
                  const plan::PlanParams& params) {
  const plan::Catalogue::Entry& entry = context.snapshot.catalogue()[planned.course];
  const model::Course& course = entry.course;
  CourseLine line;
  line.course = course;
  line.weeks = planned.weeks;
  line.next_start = NextStart(course, context.today);
  line.days = planned.days;
  line.schemes = SchemesFor(context, params.applicant, course, planned.days.begin);
  line.unchecked_needs = entry.unknown_needs;
  line.payer = PayerOf(course, line.schemes, params.applicant);
  line.distance_km = DistanceTo(context, course, params.home);
  const transition::LevelGate level = transition::CheckLevel(params.level, course.level);
  line.level_gap = level.gap;
  line.level_open = level.open;
  line.is_paid_work = course.form == model::CourseForm::kBbl;
  return line;
}

void FillDays(const plan::TrainingPlan& plan, const plan::PlanParams& params, PlanLines* lines) {
  lines->start = params.start;
  lines->finish = plan.finish;
  lines->weeks_to_finish = static_cast<double>(plan.finish - params.start) / 7;
  lines->waiting_weeks = plan.waiting_days / 7.0;
  for (const plan::PlannedCourse& planned : plan.courses) {
    lines->days_are_known =
        lines->days_are_known && planned.days.basis == plan::StartBasis::kListed;
  }
}

PlanLines Describe(const Context& context, const plan::TrainingPlan& plan,
                   const plan::PlanParams& params) {
  PlanLines lines;
  lines.found = plan.found;
  lines.weeks = plan.weeks;
  lines.hours = plan.hours;
  lines.cost_eur = plan.cost_eur;
  lines.optimal = plan.optimal;
  lines.minimise = params.minimise;
  lines.objective = plan.objective;
  lines.lower_bound = plan.lower_bound;
  if (params.minimise == plan::Minimise::kWeeks) lines.lower_bound_weeks = plan.lower_bound;
  if (params.minimise == plan::Minimise::kEuros) lines.lower_bound_eur = plan.lower_bound;
  FillDays(plan, params, &lines);
  SplitUncovered(context, plan.uncovered, params, &lines);
  lines.left_out = RefsOf(context, plan.left_out);
  lines.cheapest_eur = plan.cheapest_eur;
  for (const plan::PlannedCourse& planned : plan.courses) {
    CourseLine line = LineOf(context, planned, params);
    for (const SchemeLine& scheme : line.schemes) AddOnce(scheme, &lines.schemes);
    lines.courses.push_back(std::move(line));
  }
  return lines;
}

std::optional<transition::StepClass> StepOf(const OccupationPlan& plan, bool learnt_at_work) {
  const PlanLines& lines = plan.plan;
  const bool closes_all = lines.found && lines.uncovered.empty() && lines.elsewhere.empty() &&
                          lines.excluded.empty() && lines.out_of_reach.empty() &&
                          lines.left_out.empty();
  transition::StepFacts facts = {plan.coverage, plan.closeness, std::nullopt, plan.level_gap,
                                 learnt_at_work};
  if (plan.coverage && closes_all) facts.weeks = lines.weeks;
  return transition::ClassOf(facts);
}

}  // namespace

absl::Status OccupationPlanParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(person.Validate());
  return plan.Validate();
}

OccupationPlan DescribePlan(const Context& context, const Person& person,
                            const Recognition& recognition,
                            const std::optional<transition::Destination>& assessed,
                            OccupationId destination, plan::PlanParams params) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  OccupationPlan described;
  described.versions = snapshot.versions();
  described.destination = RefOf(context, destination);
  described.understood = person.understood;
  described.unknown_uris = person.unknown_uris;
  described.translations = person.translations;
  if (assessed) {
    described.coverage = assessed->coverage;
    described.closeness = assessed->closeness;
    described.level_gap = assessed->level.gap;
    described.level_open = assessed->level.open;
  }
  const plan::Gap gap =
      plan::FindGap(person.expanded, snapshot.taxonomy().Requirements(destination),
                    snapshot.taxonomy(), snapshot.scoring());
  described.met = gap.met;
  described.required = gap.met + static_cast<int>(gap.required.size());
  described.gap = LinesOf(context, person, gap.required);
  described.optional_gap = LinesOf(context, person, gap.optional);
  described.optional_met = OptionalMet(context, person, destination);
  described.gates = GatesOf(context, person, destination);
  const bool start_was_past = params.start != absl::CivilDay() && params.start < context.today;
  params = ForPerson(context, person, std::move(params));
  const plan::TrainingPlan plan = plan::MakePlan(snapshot.catalogue(), person.expanded,
                                                 gap.required, snapshot.scoring(), params);
  described.plan = Describe(context, plan, params);
  FillCore(context, person, destination, plan, params, &described);
  described.demand = DemandOf(context, destination, person.profile.region);
  described.plan.start_was_past = start_was_past;
  described.plan.evc = recognition.Evc(person, gap.required, plan, params);
  described.plan.refresh = recognition.Refresh(person, destination, params);
  described.step = StepOf(described, assessed && assessed->learnt_at_work);
  described.obstacles = FindObstacles(person, assessed, destination, params.budget_eur, described);
  ExplainPlan(context, person, destination, &described);
  return described;
}

absl::StatusOr<OccupationPlan> MakeOccupationPlan(const Context& context,
                                                  const OccupationPlanParams& params) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(Person person, MakePerson(context, params.person));
  OVERSTAP_ASSIGN_OR_RETURN(const OccupationId destination,
                            DestinationOf(context, params.occupation, &person));
  const auto assessed =
      transition::Assess(ReachOf(context), person.origin, person.expanded, destination);
  return DescribePlan(context, person, Recognition(context, person), assessed, destination,
                      params.plan);
}

}  // namespace overstap::advice
