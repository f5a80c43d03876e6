#include "engine/plan/training_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "base/strings.h"
#include "tests/engine/plan/dated_courses.h"
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

TEST(TrainingPlanTest, NearbyRegionsFormsAndLevels) {
  const TinyWorld world(R"(
    occupation lasser : mig
    occupation x : rust
    course avond : mig | weeks 9 level 2
    course bbl : mig | weeks 4 form bbl level 3
    course buur : mig | weeks 2 region AM07 level 4
  )");
  PlanParams params;
  params.region = "AM06";
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"bbl"});
  params.nearby = {"AM07"};
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"buur"});
  params.level = 2;
  params.max_level_step = 1;
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"bbl"});
  params.forms = {model::CourseForm::kAvond, model::CourseForm::kOnline};
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"avond"});
  params.forms = {model::CourseForm::kOnline};
  EXPECT_EQ(world.Plan("can rust", "lasser", params).uncovered.size(), 1u);
}

TEST(TrainingPlanTest, ABblTakesNoLongerNextToWork) {
  const TinyWorld world(R"(
    occupation lasser : mig
    occupation x : rust
    course bbl : mig | weeks 40 hours 1600 form bbl
    course avond : mig | weeks 10 hours 400
  )");
  PlanParams params;
  params.hours_a_week = 8;
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"bbl"});
}

TEST(TrainingPlanTest, AMixWeighsWeeksAgainstEuros) {
  const TinyWorld world(R"(
    occupation lasser : mig
    occupation x : rust
    course snel : mig | weeks 2 price 2000
    course traag : mig | weeks 12 price 500
  )");
  PlanParams params;
  params.minimise = Minimise::kMix;
  params.euros_per_week = 149;
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"traag"});
  params.euros_per_week = 151;
  EXPECT_EQ(world.CoursesOf("can rust", "lasser", params), Names{"snel"});
  EXPECT_DOUBLE_EQ(world.Plan("can rust", "lasser", params).objective, 2302);
}

constexpr char kDatedWorld[] = R"(
  occupation lasser : mig, tekenen
  occupation x : rust
  course mig : mig | weeks 2 starts 2027-06-07
  course mig-avond : mig | weeks 6
  course tekenen : tekenen | weeks 4 starts 2026-11-30, 2027-09-06
)";

TEST(TrainingPlanTest, TheEarliestFinishCountsTheWaiting) {
  const TinyWorld world(kDatedWorld);
  PlanParams params;
  params.start = absl::CivilDay(2026, 11, 21);
  const TrainingPlan shortest = world.Plan("can rust", "lasser", params);
  EXPECT_DOUBLE_EQ(shortest.weeks, 6);
  EXPECT_EQ(shortest.finish, absl::CivilDay(2027, 6, 21));
  params.minimise = Minimise::kFinish;
  const TrainingPlan earliest = world.Plan("can rust", "lasser", params);
  ASSERT_EQ(earliest.courses.size(), 2u);
  EXPECT_DOUBLE_EQ(earliest.weeks, 10);
  EXPECT_EQ(earliest.courses[0].days.begin, absl::CivilDay(2026, 11, 30));
  EXPECT_EQ(earliest.courses[0].days.basis, StartBasis::kListed);
  EXPECT_EQ(earliest.waiting_days, 9);
  EXPECT_EQ(earliest.finish, absl::CivilDay(2027, 2, 8));
  EXPECT_DOUBLE_EQ(earliest.objective, (9 + 70) / 7.0);
  EXPECT_DOUBLE_EQ(earliest.lower_bound, earliest.objective);
}

TEST(TrainingPlanTest, AfterTheLastStartTheYearComesBack) {
  const TinyWorld world(kDatedWorld);
  PlanParams params;
  params.start = absl::CivilDay(2030, 1, 1);
  const TrainingPlan plan = world.Plan("can rust, can mig diploma", "lasser", params);
  ASSERT_EQ(plan.courses.size(), 1u);
  EXPECT_EQ(plan.courses[0].days.basis, StartBasis::kRepeated);
  EXPECT_GE(plan.courses[0].days.begin, params.start);
  EXPECT_LT(plan.courses[0].days.begin - params.start, 364);
}

TEST(TrainingPlanTest, MoreThanSixtyFourSkillsInOnePlan) {
  std::string text = "occupation x : rust\noccupation alles : s0";
  for (int i = 1; i < 90; ++i) StrAppend(&text, ", s", i);
  StrAppend(&text, "\n");
  for (int i = 0; i < 90; ++i) StrAppend(&text, "course c", i, " : s", i, " | weeks 1\n");
  const TrainingPlan plan = TinyWorld(text).Plan("can rust", "alles");
  EXPECT_TRUE(plan.optimal);
  EXPECT_TRUE(plan.left_out.empty());
  EXPECT_DOUBLE_EQ(plan.weeks, 90);
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
  params = {};
  params.minimise = Minimise::kMix;
  EXPECT_FALSE(params.Validate().ok());
  params.euros_per_week = -1;
  EXPECT_FALSE(params.Validate().ok());
  params.euros_per_week = 100;
  EXPECT_TRUE(params.Validate().ok());
  params.minimise = Minimise::kWeeks;
  EXPECT_FALSE(params.Validate().ok());
  params = {};
  params.travel_km = 501;
  EXPECT_FALSE(params.Validate().ok());
  params = {};
  params.max_level_step = 4;
  EXPECT_FALSE(params.Validate().ok());
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
    const TinyWorld world(random.Text(12, 6, 0) + DatedCourses(&random, 9, 12));
    const std::string person = random.Person(12, 6);
    const std::string more =
        StrCat(person, ", can ", RandomWorld::Skill(random.Number(0, 11)), " diploma");
    PlanParams with_budget;
    with_budget.budget_eur = random.Number(0, 30) * 100;
    PlanParams finish;
    finish.minimise = Minimise::kFinish;
    finish.start = absl::CivilDay(2026, 11, 21);
    PlanParams mix;
    mix.minimise = Minimise::kMix;
    mix.euros_per_week = random.Number(0, 300);
    for (int i = 0; i < 6; ++i) {
      const std::string job = RandomWorld::Job(i);
      for (const PlanParams& params : {PlanParams(), with_budget, finish, mix}) {
        const TrainingPlan before = world.Plan(person, job, params);
        const TrainingPlan after = world.Plan(more, job, params);
        const auto was = ClosedBy(before, world.Gap(person, job).required);
        const auto is = ClosedBy(after, world.Gap(more, job).required);
        if (!before.found || !std::includes(was.begin(), was.end(), is.begin(), is.end())) continue;
        ++compared;
        EXPECT_TRUE(after.found) << "seed " << seed;
        EXPECT_LE(after.objective, before.objective) << "seed " << seed << " " << job;
      }
    }
  }
  EXPECT_GT(compared, 4000);
}

}  // namespace
}  // namespace overstap::plan
