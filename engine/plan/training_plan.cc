#include "engine/plan/training_plan.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/plan/cover.h"

namespace overstap::plan {
namespace {

double WeeksOf(const model::Course& course, const PlanParams& params) {
  return params.hours_a_week ? std::max(course.weeks, course.hours / *params.hours_a_week)
                             : course.weeks;
}

// Which courses this person can come to take, and which skills they give then.
class Offer {
 public:
  Offer(const Catalogue& catalogue, const match::ExpandedProfile& person, double met_from,
        const PlanParams& params)
      : catalogue_(catalogue), person_(person), met_from_(met_from), params_(params) {}

  // Collects every course that can play a part in closing `required`.
  void Collect(std::span<const GapItem> required) {
    std::vector<SkillId> wanted;
    for (const GapItem& item : required) wanted.push_back(item.skill);
    std::map<SkillId, bool> seen;
    while (!wanted.empty()) {
      const SkillId skill = wanted.back();
      wanted.pop_back();
      if (std::exchange(seen[skill], true)) continue;
      for (const uint32_t course : catalogue_.Closing(skill)) {
        if (!model::IsOfferedIn(catalogue_[course].course, params_.region)) continue;
        candidates_[course] = true;
        for (const SkillId need : UnmetNeeds(course)) wanted.push_back(need);
      }
    }
    DropOutOfReach();
  }

  const std::vector<uint32_t>& courses() const { return courses_; }
  bool Gives(SkillId skill) const { return given_.contains(skill); }

  std::vector<SkillId> UnmetNeeds(uint32_t course) const {
    std::vector<SkillId> unmet;
    for (const SkillId need : catalogue_[course].needs) {
      if (person_.Strength(need) < met_from_) unmet.push_back(need);
    }
    return unmet;
  }

 private:
  // Keeps the courses that can be started after others that can be started.
  void DropOutOfReach() {
    for (bool grown = true; grown;) {
      grown = false;
      for (auto& [course, waiting] : candidates_) {
        if (!waiting) continue;
        const std::vector<SkillId> unmet = UnmetNeeds(course);
        const auto given = [this](SkillId need) { return Gives(need); };
        if (!std::all_of(unmet.begin(), unmet.end(), given)) continue;
        waiting = false;
        grown = true;
        courses_.push_back(course);
        for (const SkillId skill : catalogue_[course].closes) given_[skill] = true;
      }
    }
    std::sort(courses_.begin(), courses_.end());
  }

  const Catalogue& catalogue_;
  const match::ExpandedProfile& person_;
  double met_from_;
  const PlanParams& params_;
  std::map<uint32_t, bool> candidates_;  // true: not yet in reach
  std::map<SkillId, bool> given_;
  std::vector<uint32_t> courses_;
};

// The skills that matter, as bits. A goal that is closed by every course that closes some other
// goal needs no bit of its own.
class Bits {
 public:
  Bits(const Catalogue& catalogue, const Offer& offer, const std::vector<SkillId>& goals)
      : catalogue_(catalogue) {
    for (const SkillId goal : goals) {
      if (!IsImplied(goal, goals, offer)) Assign(goal, true);
    }
    for (const uint32_t course : offer.courses()) {
      for (const SkillId need : offer.UnmetNeeds(course)) Assign(need, false);
    }
  }

  uint64_t goal() const { return goal_; }
  bool Has(SkillId skill) const { return bit_.contains(skill); }
  // Goals that found no bit left.
  const std::vector<SkillId>& left_out() const { return left_out_; }

  uint64_t Of(std::span<const SkillId> skills) const {
    uint64_t mask = 0;
    for (const SkillId skill : skills) {
      const auto found = bit_.find(skill);
      if (found != bit_.end()) mask |= uint64_t{1} << found->second;
    }
    return mask;
  }

 private:
  void Assign(SkillId skill, bool is_goal) {
    if (bit_.size() == kMaxCoverBits && !bit_.contains(skill)) {
      if (is_goal) left_out_.push_back(skill);
      return;
    }
    const auto bit = bit_.try_emplace(skill, static_cast<int>(bit_.size())).first->second;
    if (is_goal) goal_ |= uint64_t{1} << bit;
  }

  std::vector<uint32_t> Closers(SkillId skill, const Offer& offer) const {
    std::vector<uint32_t> closers;
    const auto all = catalogue_.Closing(skill);
    std::set_intersection(all.begin(), all.end(), offer.courses().begin(), offer.courses().end(),
                          std::back_inserter(closers));
    return closers;
  }

  bool IsImplied(SkillId goal, const std::vector<SkillId>& goals, const Offer& offer) const {
    const std::vector<uint32_t> mine = Closers(goal, offer);
    return std::any_of(goals.begin(), goals.end(), [&](SkillId other) {
      if (other == goal) return false;
      const std::vector<uint32_t> theirs = Closers(other, offer);
      if (!std::includes(mine.begin(), mine.end(), theirs.begin(), theirs.end())) return false;
      return theirs.size() < mine.size() || other < goal;
    });
  }

  const Catalogue& catalogue_;
  std::map<SkillId, int> bit_;
  uint64_t goal_ = 0;
  std::vector<SkillId> left_out_;
};

CoverProblem MakeProblem(const Catalogue& catalogue, const Offer& offer, const Bits& bits,
                         const PlanParams& params) {
  CoverProblem problem;
  problem.goal = bits.goal();
  for (const uint32_t index : offer.courses()) {
    const Catalogue::Entry& entry = catalogue[index];
    CoverItem item;
    const std::vector<SkillId> needs = offer.UnmetNeeds(index);
    const auto has_bit = [&bits](SkillId need) { return bits.Has(need); };
    // A course whose needs have no bit gives nothing: it cannot be shown to be startable.
    if (std::all_of(needs.begin(), needs.end(), has_bit)) item.gives = bits.Of(entry.closes);
    item.needs = bits.Of(needs);
    item.cost = WeeksOf(entry.course, params);
    item.budget = entry.course.price_eur;
    if (params.minimise == Minimise::kEuros) std::swap(item.cost, item.budget);
    problem.items.push_back(item);
  }
  if (params.minimise == Minimise::kWeeks) problem.budget = params.budget_eur;
  return problem;
}

// What the courses cost at least, by asking for euros instead of weeks.
double CheapestEuros(CoverProblem problem, const PlanParams& params) {
  if (params.minimise == Minimise::kWeeks) {
    for (CoverItem& item : problem.items) std::swap(item.cost, item.budget);
  }
  problem.budget.reset();
  const CoverSolution solution = SolveCover(problem);
  return solution.optimal ? solution.cost : solution.lower_bound;
}

// Skills of the gap, and of the entry requirements in the plan, that each course adds.
void FillCloses(const Catalogue& catalogue, const Offer& offer, std::span<const GapItem> required,
                TrainingPlan* plan) {
  std::map<SkillId, bool> open;
  for (const GapItem& item : required) open[item.skill] = true;
  for (const PlannedCourse& planned : plan->courses) {
    for (const SkillId need : offer.UnmetNeeds(static_cast<uint32_t>(planned.course))) {
      open[need] = true;
    }
  }
  for (PlannedCourse& planned : plan->courses) {
    for (const SkillId skill : catalogue[planned.course].closes) {
      const auto found = open.find(skill);
      if (found != open.end() && std::exchange(found->second, false)) {
        planned.closes.push_back(skill);
      }
    }
  }
}

void FillCourses(const Catalogue& catalogue, const Offer& offer, const CoverSolution& solution,
                 const PlanParams& params, TrainingPlan* plan) {
  for (const size_t item : solution.items) {
    PlannedCourse planned;
    planned.course = offer.courses()[item];
    const model::Course& course = catalogue[planned.course].course;
    planned.weeks = WeeksOf(course, params);
    plan->weeks += planned.weeks;
    plan->hours += course.hours;
    plan->cost_eur += course.price_eur;
    plan->courses.push_back(std::move(planned));
  }
}

}  // namespace

absl::Status PlanParams::Validate() const {
  if (budget_eur && !(*budget_eur >= 0)) {
    return absl::InvalidArgumentError("the budget may not be negative");
  }
  if (hours_a_week && !(*hours_a_week > 0 && *hours_a_week <= 80)) {
    return absl::InvalidArgumentError("hours a week must be more than 0 and at most 80");
  }
  return absl::OkStatus();
}

TrainingPlan MakePlan(const Catalogue& catalogue, const match::ExpandedProfile& person,
                      std::span<const GapItem> required, const match::ScoringParams& scoring,
                      const PlanParams& params) {
  TrainingPlan plan;
  Offer offer(catalogue, person, scoring.met_from, params);
  offer.Collect(required);
  std::vector<SkillId> goals;
  for (const GapItem& item : required) {
    if (offer.Gives(item.skill)) {
      goals.push_back(item.skill);
    } else {
      plan.uncovered.push_back(item.skill);
    }
  }
  const Bits bits(catalogue, offer, goals);
  const CoverProblem problem = MakeProblem(catalogue, offer, bits, params);
  const CoverSolution solution = SolveCover(problem);
  const double euros = params.minimise == Minimise::kEuros ? solution.cost : solution.budget;
  plan.found = solution.found && (!params.budget_eur || euros <= *params.budget_eur);
  plan.optimal = solution.optimal && bits.left_out().empty();
  plan.lower_bound = solution.lower_bound;
  plan.left_out = bits.left_out();
  if (!plan.found) {
    plan.cheapest_eur = CheapestEuros(problem, params);
    return plan;
  }
  FillCourses(catalogue, offer, solution, params, &plan);
  FillCloses(catalogue, offer, required, &plan);
  return plan;
}

}  // namespace overstap::plan
