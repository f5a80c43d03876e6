// Plans against every set of courses in its best order, by the rules alone: no bits, no reduction.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "engine/plan/training_plan.h"
#include "tests/engine/plan/dated_courses.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::plan {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

class PlanByTrying {
 public:
  PlanByTrying(const TinyWorld& world, const match::ExpandedProfile& person,
               const PlanParams& params)
      : catalogue_(world.snapshot().catalogue()),
        person_(person),
        met_from_(world.snapshot().scoring().met_from),
        params_(params) {
    for (size_t i = 0; i < catalogue_.size(); ++i) {
      if (MayTake(catalogue_[i].course)) courses_.push_back(i);
    }
    FindEnds();
  }

  // Skills of the gap that the courses can close, all together.
  std::set<SkillId> Closable(const std::vector<GapItem>& required) const {
    const std::set<SkillId> all = Closed((1U << courses_.size()) - 1);
    std::set<SkillId> closable;
    for (const GapItem& item : required) {
      if (all.contains(item.skill)) closable.insert(item.skill);
    }
    return closable;
  }

  // The least of what is minimised over all sets that close the goal; kNever when the budget allows
  // none.
  double Least(const std::set<SkillId>& goal) const {
    double least = kNever;
    for (unsigned chosen = 0; chosen < 1U << courses_.size(); ++chosen) {
      if (params_.budget_eur && Euros(chosen) > *params_.budget_eur) continue;
      const std::set<SkillId> closed = Closed(chosen);
      if (!std::includes(closed.begin(), closed.end(), goal.begin(), goal.end())) continue;
      least = std::min(least, Objective(chosen));
    }
    return least;
  }

 private:
  bool MayTake(const model::Course& course) const {
    const bool here = params_.region.empty() || course.region.empty() ||
                      course.form == model::CourseForm::kOnline ||
                      course.region == params_.region ||
                      std::count(params_.nearby.begin(), params_.nearby.end(), course.region) > 0;
    const bool form = params_.forms.empty() ||
                      std::count(params_.forms.begin(), params_.forms.end(), course.form) > 0;
    const bool level = !course.level || !params_.level || !params_.max_level_step ||
                       std::abs(*course.level - *params_.level) <= *params_.max_level_step;
    return here && form && level;
  }

  const model::Course& Course(size_t i) const { return catalogue_[courses_[i]].course; }

  double Weeks(size_t i) const {
    const model::Course& course = Course(i);
    if (!params_.hours_a_week || course.form == model::CourseForm::kBbl) return course.weeks;
    return std::max(course.weeks, course.hours / *params_.hours_a_week);
  }

  double Euros(unsigned chosen) const {
    double euros = 0;
    for (size_t i = 0; i < courses_.size(); ++i) {
      if ((chosen >> i & 1U) != 0) euros += Course(i).price_eur;
    }
    return euros;
  }

  double Objective(unsigned chosen) const {
    double weeks = 0;
    for (size_t i = 0; i < courses_.size(); ++i) {
      if ((chosen >> i & 1U) != 0) weeks += Weeks(i);
    }
    switch (params_.minimise) {
      case Minimise::kWeeks:
        return weeks;
      case Minimise::kEuros:
        return Euros(chosen);
      case Minimise::kMix:
        return Euros(chosen) + weeks * params_.euros_per_week.value();
      case Minimise::kFinish:
        break;
    }
    return ends_[chosen] ? static_cast<double>(*ends_[chosen] - params_.start) / 7 : kNever;
  }

  // When every set of courses can be done, whichever comes last; nothing for a set of which some
  // course can never start.
  void FindEnds() {
    ends_.assign(size_t{1} << courses_.size(), std::nullopt);
    ends_[0] = params_.start;
    for (unsigned before = 0; before < ends_.size(); ++before) {
      if (!ends_[before]) continue;
      const std::set<SkillId> closed = Closed(before);
      for (size_t i = 0; i < courses_.size(); ++i) {
        if ((before >> i & 1U) != 0 || !CanStart(i, closed)) continue;
        const absl::CivilDay end =
            FirstDay(Course(i).starts, *ends_[before]) + static_cast<int>(std::ceil(7 * Weeks(i)));
        std::optional<absl::CivilDay>& known = ends_[before | 1U << i];
        if (!known || end < *known) known = end;
      }
    }
  }

  // Day by day; after the last one, a day on which the course began some years of 364 days before,
  // in its last year.
  static absl::CivilDay FirstDay(const std::vector<absl::CivilDay>& starts, absl::CivilDay ready) {
    if (starts.empty()) return ready;
    const absl::CivilDay last = *std::max_element(starts.begin(), starts.end());
    for (absl::CivilDay day = ready;; ++day) {
      if (day <= last) {
        if (std::count(starts.begin(), starts.end(), day) > 0) return day;
        continue;
      }
      for (const absl::CivilDay start : starts) {
        if (last - start < 364 && (day - start) % 364 == 0) return day;
      }
    }
  }

  // What the chosen courses close; those that can never be started close nothing.
  std::set<SkillId> Closed(unsigned chosen) const {
    std::set<SkillId> closed;
    for (bool moved = true; moved;) {
      moved = false;
      for (size_t i = 0; i < courses_.size(); ++i) {
        if ((chosen >> i & 1U) == 0 || !CanStart(i, closed)) continue;
        for (const SkillId skill : catalogue_[courses_[i]].closes) {
          moved = closed.insert(skill).second || moved;
        }
      }
    }
    return closed;
  }

  bool CanStart(size_t i, const std::set<SkillId>& closed) const {
    const auto& needs = catalogue_[courses_[i]].needs;
    return std::all_of(needs.begin(), needs.end(), [&](SkillId need) {
      return person_.Strength(need) >= met_from_ || closed.contains(need);
    });
  }

  const Catalogue& catalogue_;
  const match::ExpandedProfile& person_;
  double met_from_;
  const PlanParams& params_;
  std::vector<size_t> courses_;
  std::vector<std::optional<absl::CivilDay>> ends_;  // by set of courses
};

PlanParams SomeParams(RandomWorld* random, int kind) {
  PlanParams params;
  params.start = absl::CivilDay(2026, 11, 21) + random->Number(0, 300);
  params.minimise = static_cast<Minimise>(kind);
  if (params.minimise == Minimise::kMix) params.euros_per_week = random->Number(0, 300);
  if (random->Chance(30)) params.budget_eur = random->Number(0, 40) * 100;
  if (random->Chance(30)) params.hours_a_week = random->Number(4, 32);
  if (random->Chance(40)) params.region = "AM06";
  if (random->Chance(40)) params.nearby = {"AM07"};
  if (random->Chance(20)) {
    params.forms = {model::CourseForm::kAvond, model::CourseForm::kBbl, model::CourseForm::kOnline};
  }
  if (random->Chance(30)) {
    params.level = random->Number(1, 4);
    params.max_level_step = random->Number(0, 2);
  }
  return params;
}

class PlanOracleTest : public testing::TestWithParam<int> {};

// 4 times 300 worlds and 4 occupations.
TEST_P(PlanOracleTest, EqualsEverySetOfCoursesTried) {
  int within_budget = 0;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(10, 4, 0) + DatedCourses(&random, 7, 10));
    const std::string person = random.Person(10, 4);
    const match::ExpandedProfile expanded = world.Expanded(person);
    for (int job = 0; job < 4; ++job) {
      SCOPED_TRACE(StrCat("seed ", seed, " job ", job));
      const PlanParams params = SomeParams(&random, GetParam());
      const PlanByTrying trying(world, expanded, params);
      const auto required = world.Gap(person, RandomWorld::Job(job)).required;
      const std::set<SkillId> goal = trying.Closable(required);
      const double least = trying.Least(goal);
      const TrainingPlan plan = world.Plan(person, RandomWorld::Job(job), params);
      EXPECT_TRUE(plan.optimal);
      EXPECT_EQ(plan.uncovered.size(), required.size() - goal.size());
      ASSERT_EQ(plan.found, least < kNever);
      if (!plan.found) continue;
      if (params.budget_eur && !goal.empty()) ++within_budget;
      EXPECT_NEAR(plan.objective, least, 1e-9);
      EXPECT_NEAR(plan.lower_bound, least, 1e-9);
    }
  }
  EXPECT_GT(within_budget, 30);
}

INSTANTIATE_TEST_SUITE_P(Minimise, PlanOracleTest, testing::Range(0, 4));

}  // namespace
}  // namespace overstap::plan
