#include "engine/plan/cover.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_greedy.h"
#include "engine/plan/cover_reduce.h"
#include "tests/engine/plan/cover_instances.h"

namespace overstap::plan {
namespace {

// Every need is met when its turn comes, the goal is reached, every item begins on one of its days
// and the sums are right.
template <class Mask>
void ExpectExecutable(const CoverProblemOf<Mask>& problem, const CoverSolution& solution) {
  Mask have = 0;
  double cost = 0;
  double budget = 0;
  std::set<size_t> taken;
  for (const size_t index : solution.items) {
    const CoverItemOf<Mask>& item = problem.items.at(index);
    EXPECT_TRUE(IsWithin(item.needs, have));
    EXPECT_TRUE(taken.insert(index).second);
    have |= item.gives;
    cost = EndOf(problem, item, cost);
    budget += item.budget;
  }
  EXPECT_TRUE(IsWithin(problem.goal, have));
  EXPECT_DOUBLE_EQ(cost, solution.cost);
  EXPECT_DOUBLE_EQ(budget, solution.budget);
  if (problem.budget) {
    EXPECT_LE(budget, *problem.budget);
  }
}

void ExpectEqualsExhaustive(const CoverProblem& problem) {
  const CoverSolution fast = SolveCover(problem);
  const CoverSolution slow = SolveCoverExhaustively(problem);
  ASSERT_EQ(fast.found, slow.found);
  EXPECT_TRUE(fast.optimal);
  if (!slow.found) return;
  ExpectExecutable(problem, fast);
  ExpectExecutable(problem, slow);
  EXPECT_DOUBLE_EQ(fast.cost, slow.cost);
  EXPECT_DOUBLE_EQ(fast.budget, slow.budget);
  EXPECT_EQ(fast.items.size(), slow.items.size());
  EXPECT_DOUBLE_EQ(fast.lower_bound, fast.cost);
  EXPECT_LE(CoverLowerBound(problem), slow.cost + 1e-9);
}

// Four kinds of 3,000 instances of at most 12 items.
class CoverOracleTest : public testing::TestWithParam<std::tuple<bool, bool>> {};

TEST_P(CoverOracleTest, EqualsEverySubsetTried) {
  const auto [with_budget, with_starts] = GetParam();
  CoverInstances instances(11);
  for (int round = 0; round < 3000; ++round) {
    SCOPED_TRACE(round);
    CoverProblem problem = instances.Next(7, instances.Number(0, 12), with_budget);
    if (with_starts) instances.AddStarts(&problem);
    ExpectEqualsExhaustive(problem);
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, CoverOracleTest,
                         testing::Combine(testing::Bool(), testing::Bool()));

TEST(CoverTest, WhatIsKnownChangesNothing) {
  CoverInstances instances(12);
  int found = 0;
  for (int round = 0; round < 1500; ++round) {
    SCOPED_TRACE(round);
    CoverProblem problem = instances.Next(8, 13, round % 2 == 0);
    instances.AddStarts(&problem);
    const CoverSolution slow = SolveCoverExhaustively(problem);
    if (!slow.found) continue;
    ++found;
    problem.known_cost = slow.cost + instances.Number(0, 3) * instances.Number(0, 9);
    const CoverSolution fast = SolveCover(problem);
    ASSERT_TRUE(fast.found);
    EXPECT_TRUE(fast.optimal);
    ExpectExecutable(problem, fast);
    EXPECT_DOUBLE_EQ(fast.cost, slow.cost);
    EXPECT_DOUBLE_EQ(fast.budget, slow.budget);
    EXPECT_EQ(fast.items.size(), slow.items.size());
  }
  EXPECT_GT(found, 500);
}

// The longest has days on which it can begin early, when a short one opens it that brings nothing
// else.
TEST(CoverTest, WhatOpensACourseEarlierIsTakenToo) {
  const std::vector<double> early = {2};
  const std::vector<double> late = {50};
  CoverProblem problem;
  problem.goal = 3;
  problem.items = {{1, 4, 10, 0, early}, {6, 0, 5, 0, late}, {4, 0, 2, 0}};
  const CoverSolution solution = SolveCover(problem);
  EXPECT_EQ(solution.items, (std::vector<size_t>{2, 0, 1}));
  EXPECT_DOUBLE_EQ(solution.cost, 55);
}

TEST(CoverTest, NothingWithinTheBudgetHasNoCost) {
  const std::vector<double> starts = {3};
  CoverProblem problem;
  problem.goal = 1;
  problem.items = {{1, 0, 5, 9, starts}};
  problem.budget = 8;
  const CoverSolution solution = SolveCover(problem);
  EXPECT_FALSE(solution.found);
  EXPECT_TRUE(solution.optimal);
  EXPECT_EQ(solution.cost, 0);
}

TEST(CoverTest, NothingWantedCostsNothing) {
  const CoverSolution solution = SolveCover(CoverProblem());
  EXPECT_TRUE(solution.found);
  EXPECT_TRUE(solution.optimal);
  EXPECT_TRUE(solution.items.empty());
}

TEST(CoverTest, OutOfReachIsSaid) {
  CoverProblem problem;
  problem.goal = 3;
  problem.items = {{1, 0, 1, 1}};
  EXPECT_FALSE(SolveCover(problem).found);
  problem.items.push_back({2, 4, 1, 1});  // needs what nobody gives
  EXPECT_FALSE(SolveCover(problem).found);
}

TEST(CoverTest, NeedsInACircleAreNoWayIn) {
  CoverProblem problem;
  problem.goal = 3;
  problem.items = {{1, 2, 1, 1}, {2, 1, 1, 1}};
  EXPECT_FALSE(SolveCover(problem).found);
  problem.items.push_back({1, 0, 9, 1});
  EXPECT_DOUBLE_EQ(SolveCover(problem).cost, 10);
}

TEST(CoverTest, TwentySkillsAreExactWithinTheWorkAllowed) {
  CoverInstances instances(13);
  for (int round = 0; round < 30; ++round) {
    const CoverProblem problem = instances.Large<uint64_t>(20, 400, round % 3 * 15);
    const CoverSolution solution = SolveCover(problem);
    ASSERT_TRUE(solution.found);
    EXPECT_TRUE(solution.optimal);
    ExpectExecutable(problem, solution);
  }
}

TEST(CoverTest, BothSizesOfMaskGiveTheSame) {
  CoverInstances one(17), other(17);
  for (int round = 0; round < 20; ++round) {
    const CoverSolution narrow = SolveCover(one.Large<uint64_t>(14, 60, 10));
    const CoverSolution wide = SolveCover(other.Large<WideMask>(14, 60, 10));
    EXPECT_EQ(narrow.items, wide.items);
    EXPECT_DOUBLE_EQ(narrow.cost, wide.cost);
  }
}

TEST(CoverTest, AHundredSkillsHaveABoundThatHolds) {
  CoverInstances instances(18);
  WideCoverProblem problem = instances.Large<WideMask>(100, 300, 10);
  problem.max_work = 2000;
  const CoverSolution solution = SolveCover(problem);
  ASSERT_TRUE(solution.found);
  ExpectExecutable(problem, solution);
  EXPECT_LE(solution.lower_bound, solution.cost);
  EXPECT_GT(solution.lower_bound, 0.9 * solution.cost);
}

TEST(CoverTest, WhenWorkRunsOutTheBoundHolds) {
  CoverInstances instances(14);
  int cut_short = 0;
  for (int round = 0; round < 2000; ++round) {
    CoverProblem problem = instances.Next(9, 14, round % 2 == 0);
    if (round % 3 == 0) instances.AddStarts(&problem);
    const CoverSolution exact = SolveCover(problem);
    problem.max_work = 1;
    const CoverSolution quick = SolveCover(problem);
    if (!exact.found) continue;
    EXPECT_LE(quick.lower_bound, exact.cost + 1e-9);
    if (!quick.found) continue;
    if (!quick.optimal) ++cut_short;
    EXPECT_GE(quick.cost, exact.cost - 1e-9);
    ExpectExecutable(problem, quick);
  }
  EXPECT_GT(cut_short, 20);
}

TEST(CoverBoundTest, NoItemGivesMoreThanItCosts) {
  CoverInstances instances(16);
  for (int round = 0; round < 200; ++round) {
    const auto problem = instances.Large<uint64_t>(16, 80, round % 2 * 30);
    std::vector<double> values;
    for (const CoverItem& item : problem.items) values.push_back(item.cost);
    const CoverPrices prices = PriceBits<uint64_t>(problem.items, values, problem.goal);
    for (const double slack : Slacks<uint64_t>(prices, problem.items, values, problem.goal)) {
      EXPECT_GE(slack, -1e-9);
    }
    // Greedy is seldom more than a quarter too dear: prices far below it would be no bound.
    EXPECT_GT(CoverLowerBound(problem), 0.6 * SolveCoverGreedily(problem).cost);
  }
}

TEST(CoverReduceTest, DominatedItemsAreNoLoss) {
  CoverInstances instances(15);
  size_t dropped = 0;
  for (int round = 0; round < 2000; ++round) {
    CoverProblem problem = instances.Next(6, 9, round % 2 == 0);
    if (round % 3 == 0) instances.AddStarts(&problem);
    CoverProblem reduced = problem;
    reduced.items.clear();
    const bool componentwise = problem.budget || round % 3 == 0;
    for (const size_t kept : UndominatedItems<uint64_t>(problem.items, componentwise)) {
      reduced.items.push_back(problem.items[kept]);
    }
    dropped += problem.items.size() - reduced.items.size();
    const CoverSolution all = SolveCoverExhaustively(problem);
    const CoverSolution some = SolveCoverExhaustively(reduced);
    ASSERT_EQ(all.found, some.found);
    EXPECT_DOUBLE_EQ(all.cost, some.cost);
    EXPECT_DOUBLE_EQ(all.budget, some.budget);
  }
  EXPECT_GT(dropped, 2000u);
}

TEST(CoverReduceTest, AGoalThatComesWithAnotherIsNoGoal) {
  const std::vector<CoverItem> items = {{3, 0, 1, 1}, {2, 0, 1, 1}, {4, 0, 1, 1}};
  EXPECT_EQ(EssentialGoal<uint64_t>(items, 7), 5u);
}

TEST(BeginOfTest, TheFirstStartThenTheYearAgain) {
  const std::vector<double> starts = {-300, 10, 40};
  EXPECT_DOUBLE_EQ(BeginOf({}, 7.5, 364), 7.5);
  EXPECT_DOUBLE_EQ(BeginOf(starts, 0, 364), 10);
  EXPECT_DOUBLE_EQ(BeginOf(starts, 11, 364), 40);
  EXPECT_DOUBLE_EQ(BeginOf(starts, 41, 364), 64);  // -300 and a year
  EXPECT_DOUBLE_EQ(BeginOf(starts, 65, 364), 374);
  EXPECT_DOUBLE_EQ(BeginOf(starts, 800, 364), 10 + 3 * 364);
  double before = -1000;
  for (double ready = -400; ready < 2000; ++ready) {
    const double begin = BeginOf(starts, ready, 364);
    EXPECT_GE(begin, ready);
    EXPECT_GE(begin, before);
    before = begin;
  }
}

}  // namespace
}  // namespace overstap::plan
