#include "engine/plan/training_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "base/strings.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::plan {
namespace {

using Names = std::vector<std::string>;

constexpr char kWorld[] = R"(
  occupation lasser : mig, tekenen, meten
  occupation robotlasser : mig, robot, onbekend
  occupation x : rust
  course mig : mig | weeks 4 hours 40 price 500
  course meten-tekenen : meten, tekenen | weeks 6 hours 60 price 900
  course meten : meten | weeks 2 hours 10 price 700
  course tekenen : tekenen | weeks 3 hours 20 price 800
  course robot : robot | weeks 5 hours 50 price 100 needs mig
  course alles : mig, tekenen, meten | weeks 30 hours 900 price 100
)";

TEST(TrainingPlanTest, ClosesExactlyTheGapInTheLeastWeeks) {
  const TinyWorld world(kWorld);
  const TrainingPlan plan = world.Plan("can rust", "lasser");
  EXPECT_TRUE(plan.found);
  EXPECT_TRUE(plan.optimal);
  EXPECT_DOUBLE_EQ(plan.weeks, 9);
  EXPECT_DOUBLE_EQ(plan.lower_bound, 9);
  EXPECT_DOUBLE_EQ(plan.cost_eur, 2000);
  EXPECT_DOUBLE_EQ(plan.hours, 70);
  EXPECT_EQ(world.CoursesOf("can tekenen diploma, can meten diploma", "lasser"), Names{"mig"});
}

TEST(TrainingPlanTest, EurosInstead) {
  const TinyWorld world(kWorld);
  PlanParams params;
  params.minimise = Minimise::kEuros;
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"alles"});
}

TEST(TrainingPlanTest, ABudgetIsKeptOrTheCheapestIsNamed) {
  const TinyWorld world(kWorld);
  PlanParams params;
  params.budget_eur = 1500;
  const TrainingPlan within = world.Plan("can rust", "lasser", params);
  ASSERT_TRUE(within.found);
  EXPECT_LE(within.cost_eur, 1500);
  EXPECT_DOUBLE_EQ(within.weeks, 10);  // mig, and tekenen with meten in one course
  params.budget_eur = 0;
  const TrainingPlan none = world.Plan("can rust", "lasser", params);
  EXPECT_FALSE(none.found);
  EXPECT_TRUE(none.courses.empty());
  EXPECT_DOUBLE_EQ(none.cheapest_eur.value(), 100);
}

TEST(TrainingPlanTest, EntryRequirementsComeFirst) {
  const TinyWorld world(kWorld);
  EXPECT_EQ(world.CoursesOf("can rust", "robotlasser"), (Names{"mig", "robot"}));
  EXPECT_EQ(world.CoursesOf("can mig diploma", "robotlasser"), Names{"robot"});
}

TEST(TrainingPlanTest, WhatNobodyTeachesIsNamed) {
  const TinyWorld world(kWorld);
  const TrainingPlan plan = world.Plan("can rust", "robotlasser");
  ASSERT_EQ(plan.uncovered.size(), 1u);
  EXPECT_EQ(plan.uncovered[0], world.Skill("onbekend"));
}

TEST(TrainingPlanTest, FewHoursAWeekMakeItLonger) {
  const TinyWorld world(kWorld);
  PlanParams params;
  params.hours_a_week = 5;
  const TrainingPlan plan = world.Plan("can tekenen diploma, can meten diploma", "lasser", params);
  EXPECT_DOUBLE_EQ(plan.weeks, 8);  // 40 hours at 5 a week
}

TEST(TrainingPlanTest, OnlyCoursesWithinReachOfTheRegion) {
  const TinyWorld world(R"(
    occupation lasser : mig
    occupation x : rust
    course hier : mig | weeks 9 region AM06
    course daar : mig | weeks 1 region AM07
    course thuis : mig | weeks 5 region AM07 form online
  )");
  PlanParams params;
  params.region = "AM06";
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"thuis"});
  params.region = "";
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"daar"});
}

TEST(TrainingPlanTest, CyclesAndUnreachableEntryRequirementsAreNoWayIn) {
  const TinyWorld world(R"(
    occupation doel : a, b, c
    occupation x : rust, gevraagd
    course eerst : a | weeks 1 needs b
    course dan : b | weeks 1 needs a
    course dicht : c | weeks 1 needs gevraagd
  )");
  const TrainingPlan plan = world.Plan("can rust", "doel");
  EXPECT_TRUE(plan.courses.empty());
  EXPECT_EQ(plan.uncovered.size(), 3u);
}

TEST(TrainingPlanTest, NoCoursesAtAll) {
  const TinyWorld world("occupation a : s\noccupation b : t\n");
  const TrainingPlan plan = world.Plan("can t", "a");
  EXPECT_TRUE(plan.found);
  EXPECT_EQ(plan.uncovered.size(), 1u);
  EXPECT_DOUBLE_EQ(plan.weeks, 0);
}

TEST(PlanParamsTest, RefusesWhatCannotBe) {
  PlanParams params;
  params.budget_eur = -1;
  EXPECT_FALSE(params.Validate().ok());
  params = {};
  params.hours_a_week = 0;
  EXPECT_FALSE(params.Validate().ok());
  params.hours_a_week = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(params.Validate().ok());
}

// A set of courses, tried in every order that works, by the rules alone: no bits, no reduction.
class PlanByTrying {
 public:
  PlanByTrying(const TinyWorld& world, const match::ExpandedProfile& person)
      : catalogue_(world.snapshot().catalogue()),
        person_(person),
        met_from_(world.snapshot().scoring().met_from) {}

  // Skills of the gap that some order of all courses can close.
  std::set<SkillId> Closable(const std::vector<GapItem>& required) const {
    const std::set<SkillId> all = Closed((1U << catalogue_.size()) - 1);
    std::set<SkillId> closable;
    for (const GapItem& item : required) {
      if (all.contains(item.skill)) closable.insert(item.skill);
    }
    return closable;
  }

  double LeastWeeks(const std::set<SkillId>& goal) const {
    double least = std::numeric_limits<double>::infinity();
    for (unsigned chosen = 0; chosen < 1U << catalogue_.size(); ++chosen) {
      const std::set<SkillId> closed = Closed(chosen);
      if (!std::includes(closed.begin(), closed.end(), goal.begin(), goal.end())) continue;
      double weeks = 0;
      for (size_t i = 0; i < catalogue_.size(); ++i) {
        if ((chosen >> i & 1U) != 0) weeks += catalogue_[i].course.weeks;
      }
      least = std::min(least, weeks);
    }
    return least;
  }

 private:
  // What the chosen courses close; those that can never be started close nothing.
  std::set<SkillId> Closed(unsigned chosen) const {
    std::set<SkillId> closed;
    for (bool moved = true; moved;) {
      moved = false;
      for (size_t i = 0; i < catalogue_.size(); ++i) {
        if ((chosen >> i & 1U) == 0 || !CanStart(catalogue_[i], closed)) continue;
        for (const SkillId skill : catalogue_[i].closes) {
          moved = closed.insert(skill).second || moved;
        }
      }
    }
    return closed;
  }

  bool CanStart(const Catalogue::Entry& entry, const std::set<SkillId>& closed) const {
    return std::all_of(entry.needs.begin(), entry.needs.end(), [&](SkillId need) {
      return person_.Strength(need) >= met_from_ || closed.contains(need);
    });
  }

  const Catalogue& catalogue_;
  const match::ExpandedProfile& person_;
  double met_from_;
};

TEST(TrainingPlanTest, EqualsEverySetOfCoursesTried) {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 6, 8));
    const std::string person = random.Person(12, 6);
    const match::ExpandedProfile expanded = world.Expanded(person);
    const PlanByTrying trying(world, expanded);
    for (int job = 0; job < 6; ++job) {
      const auto required = world.Gap(person, RandomWorld::Job(job)).required;
      const std::set<SkillId> goal = trying.Closable(required);
      const TrainingPlan plan = world.Plan(person, RandomWorld::Job(job));
      ASSERT_TRUE(plan.found && plan.optimal);
      EXPECT_EQ(plan.uncovered.size(), required.size() - goal.size()) << "seed " << seed;
      EXPECT_DOUBLE_EQ(plan.weeks, trying.LeastWeeks(goal)) << "seed " << seed << " job " << job;
    }
  }
}

// What the plan closes of the gap.
std::set<SkillId> ClosedBy(const TrainingPlan& plan, const std::vector<GapItem>& required) {
  std::set<SkillId> closed;
  for (const GapItem& item : required) closed.insert(item.skill);
  for (const SkillId skill : plan.uncovered) closed.erase(skill);
  return closed;
}

// More skill or stronger evidence never lengthens a plan. A new skill can open the door to a course
// that was out of reach: a plan that then closes more than before is another plan.
TEST(TrainingPlanTest, Monotone) {
  int compared = 0;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 6, 9));
    const std::string person = random.Person(12, 6);
    const std::string more =
        StrCat(person, ", can ", RandomWorld::Skill(random.Number(0, 11)), " diploma");
    PlanParams with_budget;
    with_budget.budget_eur = random.Number(0, 30) * 100;
    for (int i = 0; i < 6; ++i) {
      const std::string job = RandomWorld::Job(i);
      for (const PlanParams& params : {PlanParams(), with_budget}) {
        const TrainingPlan before = world.Plan(person, job, params);
        const TrainingPlan after = world.Plan(more, job, params);
        const auto was = ClosedBy(before, world.Gap(person, job).required);
        const auto is = ClosedBy(after, world.Gap(more, job).required);
        if (!before.found || !std::includes(was.begin(), was.end(), is.begin(), is.end())) continue;
        ++compared;
        EXPECT_TRUE(after.found) << "seed " << seed;
        EXPECT_LE(after.weeks, before.weeks) << "seed " << seed << " " << job;
      }
    }
  }
  EXPECT_GT(compared, 2000);
}

}  // namespace
}  // namespace overstap::plan
