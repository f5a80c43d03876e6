#include "engine/plan/training_plan.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "engine/plan/cover.h"
#include "engine/plan/offer.h"

namespace overstap::plan {
namespace {

constexpr size_t kWorkForCost = 20'000;  // of some plan, to leave out what is too dear

template <class Mask>
class Planner {
 public:
  Planner(const Catalogue& catalogue, const match::ExpandedProfile& person,
          std::span<const GapItem> required, double met_from, const PlanParams& params,
          std::optional<double> known_cost = std::nullopt)
      : catalogue_(catalogue),
        person_(person),
        required_(required),
        met_from_(met_from),
        params_(params),
        offer_(MakeOffer<Mask>(catalogue, person, required, met_from, params, known_cost)) {}

  bool IsWhole() const { return offer_.is_whole && offer_.left_out.empty(); }

  // Of some plan that closes all of the gap, when the courses that there is room for have one.
  std::optional<double> Cost() const {
    if (!offer_.uncovered.empty() || !offer_.left_out.empty()) return std::nullopt;
    CoverProblemOf<Mask> problem = offer_.problem;
    problem.max_work = kWorkForCost;
    const CoverSolution solution = offer_.solution ? *offer_.solution : SolveCover(problem);
    if (!solution.found) return std::nullopt;
    return solution.cost;
  }

  TrainingPlan Make() {
    const CoverSolution solution = Solve();
    TrainingPlan plan;
    plan.finish = params_.start;
    plan.uncovered = offer_.uncovered;
    plan.left_out = offer_.left_out;
    plan.found = solution.found && IsAffordable(solution);
    SetBound(solution, &plan);
    if (plan.found) {
      FillCourses(InBestOrder(solution.items), &plan);
      FillCloses(&plan);
    } else {
      plan.cheapest_eur = CheapestEuros(solution);
    }
    return plan;
  }

 private:
  CoverSolution Solve() const {
    return offer_.solution ? *offer_.solution : SolveCover(offer_.problem);
  }

  // When euros are made least the budget is no constraint of the search: the least is dear or not.
  bool IsAffordable(const CoverSolution& solution) const {
    return params_.minimise != Minimise::kEuros || !params_.budget_eur ||
           solution.cost <= *params_.budget_eur;
  }

  void SetBound(const CoverSolution& solution, TrainingPlan* plan) const {
    const double unit = params_.minimise == Minimise::kFinish ? 7 : 1;
    double bound = solution.lower_bound;
    plan->optimal = solution.optimal && offer_.left_out.empty();
    if (!offer_.is_whole) {
      bound = std::min(bound, offer_.bound_without_needs);
      plan->optimal = plan->optimal && bound >= solution.cost;
    }
    plan->objective = solution.cost / unit;
    // No plan at all within the budget has no least cost.
    plan->lower_bound = bound < std::numeric_limits<double>::infinity() ? bound / unit : 0;
  }

  double CheapestEuros(const CoverSolution& solution) const {
    if (params_.minimise == Minimise::kEuros) return solution.cost;
    PlanParams for_euros = params_;
    for_euros.minimise = Minimise::kEuros;
    for_euros.euros_per_week.reset();
    const auto offer = MakeOffer<Mask>(catalogue_, person_, required_, met_from_, for_euros);
    const CoverSolution cheapest = SolveCover(offer.problem);
    return offer.is_whole ? cheapest.lower_bound
                          : std::min(cheapest.lower_bound, offer.bound_without_needs);
  }

  std::vector<size_t> InBestOrder(const std::vector<size_t>& items) const {
    if (params_.minimise == Minimise::kFinish) return items;
    std::vector<CourseToPlan> courses;
    for (const size_t item : items) courses.push_back(ToPlan(item));
    const auto can_begin = [&](size_t position, uint32_t taken) {
      Mask have = 0;
      ForEachBit(uint64_t{taken},
                 [&](int i) { have |= offer_.problem.items[items[static_cast<size_t>(i)]].gives; });
      return IsWithin(offer_.problem.items[items[position]].needs, have);
    };
    std::vector<size_t> ordered;
    for (const size_t position : EarliestOrder(courses, params_.start, can_begin)) {
      ordered.push_back(items[position]);
    }
    return ordered;
  }

  CourseToPlan ToPlan(size_t item) const {
    const Catalogue::Facts& facts = catalogue_.FactsOf(offer_.courses[item]);
    return {catalogue_.StartsOf(facts), WeeksOf(facts, params_)};
  }

  void FillCourses(const std::vector<size_t>& items, TrainingPlan* plan) const {
    std::vector<CourseToPlan> courses;
    for (const size_t item : items) courses.push_back(ToPlan(item));
    const std::vector<CourseDays> days = Schedule(courses, params_.start);
    for (size_t i = 0; i < items.size(); ++i) {
      PlannedCourse planned;
      planned.course = offer_.courses[items[i]];
      planned.weeks = courses[i].weeks;
      planned.days = days[i];
      const Catalogue::Facts& facts = catalogue_.FactsOf(planned.course);
      plan->weeks += planned.weeks;
      plan->hours += facts.hours;
      plan->cost_eur += facts.price_eur;
      plan->waiting_days += days[i].waiting_days;
      plan->finish = days[i].end;
      plan->courses.push_back(std::move(planned));
    }
  }

  // Skills of the gap, and of the entry requirements in the plan, that each course adds.
  void FillCloses(TrainingPlan* plan) const {
    std::map<SkillId, bool> open;
    for (const GapItem& item : required_) open[item.skill] = true;
    for (const PlannedCourse& planned : plan->courses) {
      const auto course = static_cast<uint32_t>(planned.course);
      for (const SkillId need : UnmetNeeds(catalogue_, course, person_, met_from_)) {
        open[need] = true;
      }
    }
    for (PlannedCourse& planned : plan->courses) {
      for (const SkillId skill : catalogue_[planned.course].closes) {
        const auto found = open.find(skill);
        if (found != open.end() && std::exchange(found->second, false)) {
          planned.closes.push_back(skill);
        }
      }
    }
  }

  const Catalogue& catalogue_;
  const match::ExpandedProfile& person_;
  std::span<const GapItem> required_;
  double met_from_;
  const PlanParams& params_;
  Offer<Mask> offer_;
};

}  // namespace

TrainingPlan MakePlan(const Catalogue& catalogue, const match::ExpandedProfile& person,
                      std::span<const GapItem> required, const match::ScoringParams& scoring,
                      const PlanParams& params) {
  Planner<uint64_t> planner(catalogue, person, required, scoring.met_from, params);
  if (planner.IsWhole()) return planner.Make();
  // A plan with some of the courses shows which others are not worth looking into; mostly the rest
  // then fits in one word.
  const std::optional<double> cost = planner.Cost();
  if (cost) {
    Planner<uint64_t> again(catalogue, person, required, scoring.met_from, params, cost);
    if (again.IsWhole()) return again.Make();
  }
  return Planner<WideMask>(catalogue, person, required, scoring.met_from, params, cost).Make();
}

}  // namespace overstap::plan
