#include "engine/advice/plan_core_lines.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/advice/taught.h"
#include "engine/plan/offer.h"
#include "engine/plan/plan_core.h"

namespace overstap::advice {
namespace {

// Names of the closed gates that the course opens.
std::vector<std::string> OpenedBy(const std::string& course, const std::vector<GateLine>& gates) {
  std::vector<std::string> names;
  for (const GateLine& gate : gates) {
    if (gate.state != transition::GateState::kClosed) continue;
    const bool opens =
        std::any_of(gate.courses.begin(), gate.courses.end(),
                    [&course](const CourseRef& opening) { return opening.id == course; });
    if (opens) names.push_back(gate.name);
  }
  return names;
}

// What the plan makes least, of one course; then what decides among equals. A core has no days of
// its own to make least, so that the soonest plan has the core of fewest weeks.
void SetCost(const plan::PlanParams& params, double weeks, double euros, plan::CoreCourse* course) {
  switch (params.minimise) {
    case plan::Minimise::kEuros:
      course->cost = euros;
      course->tie = weeks;
      return;
    case plan::Minimise::kMix:
      course->cost = euros + params.euros_per_week.value_or(0) * weeks;
      course->tie = euros;
      return;
    case plan::Minimise::kWeeks:
    case plan::Minimise::kFinish:
      break;
  }
  course->cost = weeks;
  course->tie = euros;
}

plan::CoreProblem ProblemOf(const Context& context, const Person& person, OccupationId destination,
                            const plan::TrainingPlan& plan, const plan::PlanParams& params,
                            const std::vector<CourseLine>& lines) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  const auto requirements = snapshot.taxonomy().Requirements(destination);
  const double total = snapshot.work_weights().Total(destination);
  plan::CoreProblem problem;
  for (const double weight : snapshot.work_weights().Of(destination)) {
    problem.weight.push_back(total > 0 ? weight / total : 0);
  }
  for (const Requirement& requirement : requirements) {
    problem.strength.push_back(person.expanded.Strength(requirement.skill));
  }
  TaughtSkills taught(snapshot);
  for (size_t i = 0; i < plan.courses.size(); ++i) {
    const auto& entry = snapshot.catalogue()[plan.courses[i].course];
    plan::CoreCourse course;
    SetCost(params, plan.courses[i].weeks, entry.course.price_eur, &course);
    taught.Set(entry.teaches);
    for (const Requirement& requirement : requirements) {
      course.strength.push_back(taught.Strength(requirement.skill));
    }
    course.gives = entry.closes;
    course.needs =
        plan::UnmetNeeds(snapshot.catalogue(), static_cast<uint32_t>(plan.courses[i].course),
                         person.expanded, snapshot.scoring().met_from);
    course.is_must = !lines[i].opens.empty();
    problem.courses.push_back(std::move(course));
  }
  return problem;
}

// The last day of the courses at `core`, in the order that ends first.
absl::CivilDay FinishOf(const plan::Catalogue& catalogue, const plan::TrainingPlan& plan,
                        const plan::CoreProblem& problem, const std::vector<size_t>& core,
                        absl::CivilDay start) {
  if (core.empty()) return start;
  std::vector<plan::CourseToPlan> courses;
  for (const size_t i : core) {
    const plan::PlannedCourse& planned = plan.courses[i];
    courses.push_back({catalogue.StartsOf(catalogue.FactsOf(planned.course)), planned.weeks});
  }
  const auto is_given = [&](SkillId need, uint32_t taken) {
    for (size_t at = 0; at < core.size(); ++at) {
      const auto& gives = problem.courses[core[at]].gives;
      if ((taken >> at & 1) != 0 && std::binary_search(gives.begin(), gives.end(), need)) {
        return true;
      }
    }
    return false;
  };
  const auto order = plan::EarliestOrder(courses, start, [&](size_t at, uint32_t taken) {
    const auto& needs = problem.courses[core[at]].needs;
    return std::all_of(needs.begin(), needs.end(),
                       [&](SkillId need) { return is_given(need, taken); });
  });
  std::vector<plan::CourseToPlan> ordered;
  for (const size_t at : order) ordered.push_back(courses[at]);
  return plan::Schedule(ordered, start).back().end;
}

// What each course closes that those before it in `order` leave open.
void SetCloses(const Context& context, const plan::TrainingPlan& plan,
               const std::vector<size_t>& order, std::vector<CourseLine>* lines) {
  std::set<SkillId> open;
  for (const plan::PlannedCourse& planned : plan.courses) {
    open.insert(planned.closes.begin(), planned.closes.end());
  }
  for (const size_t i : order) {
    std::vector<ConceptRef>& closes = (*lines)[i].closes;
    closes.clear();
    for (const SkillId skill : context.snapshot.catalogue()[plan.courses[i].course].closes) {
      if (open.erase(skill) > 0) closes.push_back(RefOf(context, skill));
    }
  }
}

}  // namespace

void FillCore(const Context& context, const Person& person, OccupationId destination,
              const plan::TrainingPlan& plan, const plan::PlanParams& params,
              OccupationPlan* described) {
  PlanLines& lines = described->plan;
  if (plan.courses.empty()) return;
  for (CourseLine& line : lines.courses) line.opens = OpenedBy(line.course.id, described->gates);
  const plan::CoreProblem problem =
      ProblemOf(context, person, destination, plan, params, lines.courses);
  const plan::Core core = plan::FindCore(problem);
  for (size_t i = 0; i < lines.courses.size(); ++i) {
    lines.courses[i].coverage_gain = core.gains[i];
    lines.courses[i].is_core = false;
  }
  SetCloses(context, plan, core.order, &lines.courses);
  lines.coverage_after = plan::CoverageWith(problem, core.order);
  CoreLine line;
  line.courses = core.courses.size();
  line.coverage = core.coverage;
  for (const size_t i : core.courses) {
    lines.courses[i].is_core = true;
    line.weeks += lines.courses[i].weeks;
    line.hours += lines.courses[i].course.hours;
    line.cost_eur += lines.courses[i].course.price_eur;
  }
  line.finish = FinishOf(context.snapshot.catalogue(), plan, problem, core.courses, params.start);
  lines.core = line;
}

}  // namespace overstap::advice
