#include "engine/plan/plan_core.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "base/strings.h"

namespace overstap::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A course that gives the requirement at `place`, of `count` in all, in full.
CoreCourse Course(double cost, size_t place, size_t count) {
  CoreCourse course;
  course.cost = cost;
  course.strength.assign(count, 0);
  course.strength[place] = 1;
  return course;
}

CoreProblem Problem(std::vector<double> weight, const std::vector<double>& costs) {
  CoreProblem problem;
  problem.strength.assign(weight.size(), 0);
  for (size_t i = 0; i < costs.size(); ++i) {
    problem.courses.push_back(Course(costs[i], i, weight.size()));
  }
  problem.weight = std::move(weight);
  return problem;
}

TEST(PlanCoreTest, WhatBringsLittleCanWait) {
  const CoreProblem problem = Problem({.5, .04, .03}, {16, 4, 1});
  const Core core = FindCore(problem);
  EXPECT_THAT(core.courses, ElementsAre(0));
  EXPECT_DOUBLE_EQ(core.coverage, .5);
  EXPECT_TRUE(core.is_least);
}

TEST(PlanCoreTest, OfCoursesThatBringLittleTheLeastWeeksComeFirst) {
  // Each brings a tenth of the plan and less than a twentieth of the work: eight of ten are needed.
  const CoreProblem problem =
      Problem(std::vector<double>(10, .04), {1, 2, 3, 4, 5, 50, 7, 8, 60, 10});
  EXPECT_THAT(FindCore(problem).courses, ElementsAre(0, 1, 2, 3, 4, 6, 7, 9));
}

TEST(PlanCoreTest, WhatIsHeavyOrMustBeThereIsOfTheCoreHoweverLongItTakes) {
  CoreProblem problem = Problem({.8, .05, .01, .01}, {1, 100, 100, 100});
  EXPECT_THAT(FindCore(problem).courses, ElementsAre(0, 1));
  problem.courses[3].is_must = true;
  EXPECT_THAT(FindCore(problem).courses, ElementsAre(0, 1, 3));
}

TEST(PlanCoreTest, APlanThatBringsLittleHasNoCoreButWhatMustBe) {
  CoreProblem problem = Problem({.02, .02, .009}, {12, 1, 1});
  EXPECT_THAT(FindCore(problem).courses, IsEmpty());
  problem.courses[1].is_must = true;
  EXPECT_THAT(FindCore(problem).courses, ElementsAre(1));
}

TEST(PlanCoreTest, WhatACourseNeedsIsOfTheCoreToo) {
  CoreProblem problem = Problem({.01, .01, .7}, {5, 6, 7});
  problem.courses[1].gives = {SkillId(8)};
  problem.courses[2].needs = {SkillId(8)};
  EXPECT_THAT(FindCore(problem).courses, ElementsAre(1, 2));
}

TEST(PlanCoreTest, WhatThePersonHasInPartCountsForTheRestOnly) {
  CoreProblem problem = Problem({.5, .1}, {1, 1});
  problem.strength = {.5, 0};
  const Core core = FindCore(problem);
  EXPECT_THAT(core.gains, ElementsAre(.25, .1));
  EXPECT_DOUBLE_EQ(core.coverage, .6);
}

TEST(PlanCoreTest, WithoutCoursesThereIsNoCore) {
  const Core core = FindCore(Problem({.5}, {}));
  EXPECT_THAT(core.courses, IsEmpty());
  EXPECT_EQ(core.coverage, 0);
}

TEST(PlanCoreTest, WithoutTimeTheWholePlanIsTheCore) {
  CoreProblem problem = Problem(std::vector<double>(10, .04), std::vector<double>(10, 1));
  problem.max_work = 1;
  const Core core = FindCore(problem);
  EXPECT_FALSE(core.is_least);
  EXPECT_EQ(core.courses.size(), 10u);
}

// By the rules alone: every set, no bound, nothing kept from one set to the next.
class CoreByTrying {
 public:
  explicit CoreByTrying(const CoreProblem& problem) : problem_(problem) {}

  std::vector<size_t> Best() const {
    const size_t count = problem_.courses.size();
    const uint32_t everything = (1U << count) - 1;
    const double gain = Covered(everything) - Covered(0);
    const double enough = Covered(everything) - std::max(.2 * gain, .05) - 1e-9;
    std::vector<size_t> best;
    bool found = false;
    for (uint32_t set = 0; set <= everything; ++set) {
      if (Covered(set) < enough || !CanBeTaken(set) || !HoldsWhatItMust(set, everything)) continue;
      std::vector<size_t> courses = Positions(set);
      if (!found || Rank(courses) < Rank(best)) best = std::move(courses);
      found = true;
    }
    EXPECT_TRUE(found) << "the whole plan is a core at the least";
    return best;
  }

  double Covered(uint32_t set) const {
    double sum = 0;
    for (size_t i = 0; i < problem_.weight.size(); ++i) {
      double most = problem_.strength[i];
      for (const size_t c : Positions(set)) most = std::max(most, problem_.courses[c].strength[i]);
      sum += problem_.weight[i] * most;
    }
    return sum;
  }

 private:
  std::vector<size_t> Positions(uint32_t set) const {
    std::vector<size_t> positions;
    for (size_t i = 0; i < problem_.courses.size(); ++i) {
      if ((set >> i & 1U) != 0) positions.push_back(i);
    }
    return positions;
  }

  bool CanBeTaken(uint32_t set) const {
    std::set<SkillId> have;
    for (const size_t i : Positions(set)) {
      const CoreCourse& course = problem_.courses[i];
      for (const SkillId need : course.needs) {
        if (!have.contains(need)) return false;
      }
      have.insert(course.gives.begin(), course.gives.end());
    }
    return true;
  }

  bool HoldsWhatItMust(uint32_t set, uint32_t everything) const {
    for (size_t i = 0; i < problem_.courses.size(); ++i) {
      if ((set >> i & 1U) != 0) continue;
      const double loss = Covered(everything) - Covered(everything & ~(1U << i));
      if (problem_.courses[i].is_must || loss >= .05 - 1e-9) return false;
    }
    return true;
  }

  std::tuple<double, double, size_t, std::vector<size_t>> Rank(
      const std::vector<size_t>& courses) const {
    double cost = 0;
    double tie = 0;
    for (const size_t i : courses) {
      cost += problem_.courses[i].cost;
      tie += problem_.courses[i].tie;
    }
    return {cost, tie, courses.size(), courses};
  }

  const CoreProblem& problem_;
};

// Up to ten courses that each give some of up to 24 requirements, and some a skill that a later one
// needs.
CoreProblem SomeProblem(uint32_t seed) {
  std::mt19937 random(seed);
  const auto number = [&random](int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(random);
  };
  CoreProblem problem;
  const int requirements = number(1, 24);
  double total = 0;
  for (int i = 0; i < requirements; ++i) {
    problem.weight.push_back(number(1, 40));
    total += problem.weight.back();
    problem.strength.push_back(number(0, 2) * .25);
  }
  for (double& weight : problem.weight) weight /= total;
  const int courses = number(0, 10);
  for (int c = 0; c < courses; ++c) {
    CoreCourse course;
    course.cost = number(0, 12) / 2.0;
    course.tie = number(0, 3) * 100;
    for (int i = 0; i < requirements; ++i) {
      course.strength.push_back(number(1, 100) <= 25 ? number(2, 4) * .25 : 0);
    }
    if (number(1, 4) == 1) course.gives = {SkillId(static_cast<uint32_t>(c % 3))};
    const auto& before = problem.courses;
    const SkillId need(static_cast<uint32_t>(number(0, 2)));
    const bool is_given = std::any_of(before.begin(), before.end(), [need](const CoreCourse& one) {
      return std::count(one.gives.begin(), one.gives.end(), need) > 0;
    });
    if (is_given) course.needs = {need};
    course.is_must = number(1, 20) == 1;
    problem.courses.push_back(std::move(course));
  }
  return problem;
}

TEST(PlanCoreTest, EqualsEverySetTried) {
  int smaller_than_the_plan = 0;
  int with_needs = 0;
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(StrCat("seed ", seed));
    const CoreProblem problem = SomeProblem(seed);
    const CoreByTrying trying(problem);
    const Core core = FindCore(problem);
    EXPECT_TRUE(core.is_least);
    EXPECT_EQ(core.courses, trying.Best());
    EXPECT_NEAR(core.coverage, CoverageWith(problem, core.courses), 1e-12);
    smaller_than_the_plan += core.courses.size() < problem.courses.size();
    for (const size_t i : core.courses) with_needs += !problem.courses[i].needs.empty();
    uint32_t before = 0;
    for (const size_t i : core.order) {
      const uint32_t with = before | 1U << i;
      EXPECT_NEAR(core.gains[i], trying.Covered(with) - trying.Covered(before), 1e-12);
      before = with;
    }
    EXPECT_EQ(before + 1, 1U << problem.courses.size());
    EXPECT_TRUE(std::equal(core.courses.begin(), core.courses.end(), core.order.begin()));
  }
  EXPECT_GT(smaller_than_the_plan, 1000);
  EXPECT_GT(with_needs, 300);
}

}  // namespace
}  // namespace overstap::plan
