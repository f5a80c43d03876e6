#include "engine/plan/cover.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>
#include <set>

#include "engine/plan/cover_bound.h"

namespace overstap::plan {
namespace {

class Instances {
 public:
  explicit Instances(uint32_t seed) : random_(seed) {}

  int Number(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<uint32_t>(high - low + 1));
  }

  // Whole costs, so that sums are exact in any order.
  CoverProblem Next(int bits, int items, bool with_budget) {
    CoverProblem problem;
    for (int bit = 0; bit < bits; ++bit) {
      if (Number(0, 3) > 0) problem.goal |= uint64_t{1} << bit;
    }
    for (int i = 0; i < items; ++i) {
      CoverItem item;
      for (int k = Number(1, 3); k > 0; --k) item.gives |= uint64_t{1} << Number(0, bits - 1);
      if (Number(0, 3) == 0) item.needs = (uint64_t{1} << Number(0, bits - 1)) & ~item.gives;
      item.cost = Number(0, 12);
      item.budget = Number(0, 9);
      problem.items.push_back(item);
    }
    if (with_budget) problem.budget = Number(0, 25);
    return problem;
  }

 private:
  std::mt19937 random_;
};

// Every need is met when its turn comes, the goal is reached and the sums are right.
void ExpectExecutable(const CoverProblem& problem, const CoverSolution& solution) {
  uint64_t have = 0;
  double cost = 0;
  double budget = 0;
  std::set<size_t> taken;
  for (const size_t index : solution.items) {
    const CoverItem& item = problem.items.at(index);
    EXPECT_EQ(item.needs & ~have, 0u);
    EXPECT_TRUE(taken.insert(index).second);
    have |= item.gives;
    cost += item.cost;
    budget += item.budget;
  }
  EXPECT_EQ(problem.goal & ~have, 0u);
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
  if (!slow.found) return;
  ExpectExecutable(problem, fast);
  ExpectExecutable(problem, slow);
  EXPECT_DOUBLE_EQ(fast.cost, slow.cost);
  EXPECT_DOUBLE_EQ(fast.budget, slow.budget);
  EXPECT_EQ(fast.items.size(), slow.items.size());
  EXPECT_TRUE(fast.optimal);
  EXPECT_DOUBLE_EQ(fast.lower_bound, fast.cost);
  EXPECT_LE(CoverLowerBound(problem), slow.cost + 1e-9);
}

TEST(CoverTest, EqualsEverySubsetTried) {
  Instances instances(11);
  for (int round = 0; round < 4000; ++round) {
    SCOPED_TRACE(round);
    ExpectEqualsExhaustive(instances.Next(6, instances.Number(0, 9), false));
  }
}

TEST(CoverTest, EqualsEverySubsetTriedWithABudget) {
  Instances instances(12);
  for (int round = 0; round < 4000; ++round) {
    SCOPED_TRACE(round);
    ExpectEqualsExhaustive(instances.Next(6, instances.Number(0, 9), true));
  }
}

TEST(CoverTest, NothingWantedCostsNothing) {
  const CoverSolution solution = SolveCover({});
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

TEST(CoverTest, TwentySkillsAreStillExact) {
  Instances instances(13);
  CoverProblem problem = instances.Next(20, 40, false);
  problem.goal = (uint64_t{1} << 20) - 1;
  for (int bit = 0; bit < 20; ++bit) problem.items.push_back({uint64_t{1} << bit, 0, 11, 3});
  const CoverSolution solution = SolveCover(problem);
  ASSERT_TRUE(solution.found);
  EXPECT_TRUE(solution.optimal);
  ExpectExecutable(problem, solution);
}

TEST(CoverTest, WhenWorkRunsOutTheBoundHolds) {
  Instances instances(14);
  int cut_short = 0;
  for (int round = 0; round < 500; ++round) {
    CoverProblem problem = instances.Next(7, 10, false);
    const CoverSolution exact = SolveCover(problem);
    problem.max_labels = 3;
    const CoverSolution quick = SolveCover(problem);
    if (!exact.found || !quick.found) continue;
    if (!quick.optimal) ++cut_short;
    EXPECT_LE(quick.lower_bound, exact.cost + 1e-9);
    EXPECT_GE(quick.cost, exact.cost - 1e-9);
    ExpectExecutable(problem, quick);
  }
  EXPECT_GT(cut_short, 20);
}

TEST(CoverBoundTest, DominatedItemsAreNoLoss) {
  Instances instances(15);
  for (int round = 0; round < 1000; ++round) {
    const CoverProblem problem = instances.Next(6, 9, false);
    CoverProblem reduced = problem;
    reduced.items.clear();
    for (const size_t kept : UndominatedItems(problem.items)) {
      reduced.items.push_back(problem.items[kept]);
    }
    const CoverSolution all = SolveCoverExhaustively(problem);
    const CoverSolution some = SolveCoverExhaustively(reduced);
    ASSERT_EQ(all.found, some.found);
    EXPECT_DOUBLE_EQ(all.cost, some.cost);
  }
}

}  // namespace
}  // namespace overstap::plan
