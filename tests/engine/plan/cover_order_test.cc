#include "engine/plan/cover_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/engine/plan/cover_instances.h"

namespace overstap::plan {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

// Every order of the items, by EndOf alone.
double EarliestByTrying(const CoverProblem& problem, std::vector<uint32_t> items, bool with_needs) {
  double earliest = kNever;
  std::sort(items.begin(), items.end());
  do {
    uint64_t have = 0;
    double end = 0;
    for (const uint32_t item : items) {
      const CoverItem& of = problem.items[item];
      if (with_needs && !IsWithin(of.needs, have)) end = kNever;
      if (end < kNever) end = EndOf(problem, of, end);
      have |= of.gives;
    }
    earliest = std::min(earliest, end);
  } while (std::next_permutation(items.begin(), items.end()));
  return earliest;
}

std::vector<uint32_t> All(const CoverProblem& problem) {
  std::vector<uint32_t> items(problem.items.size());
  std::iota(items.begin(), items.end(), 0);
  return items;
}

CoverProblem SomeCourses(CoverInstances* instances) {
  CoverProblem problem = instances->Next(6, instances->Number(1, 6), false);
  instances->AddStarts(&problem);
  problem.begin = instances->Number(-20, 40);
  return problem;
}

TEST(CoverOrderTest, EqualsEveryOrderTried) {
  CoverInstances instances(31);
  int within = 0, beyond = 0, barred = 0;
  for (int round = 0; round < 3000; ++round) {
    SCOPED_TRACE(round);
    const CoverProblem problem = SomeCourses(&instances);
    const double earliest = EarliestByTrying(problem, All(problem), true);
    const double freely = EarliestByTrying(problem, All(problem), false);
    EndLimit limit = {static_cast<double>(instances.Number(0, 90)), instances.Chance(50)};
    if (round % 4 == 0) limit = {};
    if (round % 4 == 1 && earliest < kNever) limit.end = earliest;
    const auto is_soon = [&](double end) {
      return end < limit.end || (limit.or_equal && end == limit.end);
    };
    CoverOrder<uint64_t> order(problem);
    order.SetLimit({limit.end, true});
    bool may = true;
    for (const uint32_t item : All(problem)) may = order.Push(item) && may;
    if (!may) {
      ++barred;
      EXPECT_GT(freely, limit.end);
    }
    const OrderFound found = order.Find(limit, 10'000);
    EXPECT_TRUE(found.is_proven);
    EXPECT_EQ(order.MayEnd(limit, 10'000), freely < kNever && is_soon(freely));
    if (earliest == kNever || !is_soon(earliest)) {
      ++beyond;
      EXPECT_TRUE(found.items.empty());
      continue;
    }
    ++within;
    EXPECT_EQ(found.end, earliest);
    EXPECT_EQ(found.items.size(), problem.items.size());
  }
  EXPECT_GT(within, 500);
  EXPECT_GT(beyond, 500);
  EXPECT_GT(barred, 100);
}

TEST(CoverOrderTest, ItemsComeAndGoAndTheLimitMoves) {
  CoverInstances instances(32);
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE(round);
    const CoverProblem problem = SomeCourses(&instances);
    CoverOrder<uint64_t> order(problem);
    order.SetLimit({200, true});
    std::vector<uint32_t> items;
    for (int step = 0; step < 20; ++step) {
      if (!items.empty() && instances.Chance(50)) {
        order.Pop();
        items.pop_back();
      } else if (items.size() < problem.items.size()) {
        items.push_back(static_cast<uint32_t>(items.size()));
        order.Push(items.back());
      }
      if (step == 10) order.SetLimit({100, true});
      const double earliest = EarliestByTrying(problem, items, true);
      EXPECT_EQ(order.Find({100, true}, 10'000).end, earliest <= 100 ? earliest : kNever);
    }
  }
}

TEST(CoverOrderTest, WithoutWorkNothingIsProven) {
  CoverInstances instances(33);
  const CoverProblem problem = SomeCourses(&instances);
  CoverOrder<uint64_t> order(problem);
  order.Push(0);
  EXPECT_FALSE(order.Find({}, 0).is_proven);
  EXPECT_TRUE(order.MayEnd({}, 0));
}

TEST(CoverOrderTest, ManyCoursesAreNoTable) {
  CoverProblem problem;
  for (int i = 0; i < 20; ++i) problem.items.push_back({uint64_t{1} << i, 0, 1.0 + i, 0});
  const std::vector<double> starts = {30, 100};
  problem.items[3].starts = starts;
  CoverOrder<uint64_t> order(problem);
  for (const uint32_t item : All(problem)) order.Push(item);
  const OrderFound found = order.Find({}, 1'000'000);
  EXPECT_TRUE(found.is_proven);
  EXPECT_EQ(found.end, 210);  // without waiting
}

TEST(CoverBeginsTest, ListsSayWhatBeginOfSays) {
  CoverInstances instances(34);
  for (int round = 0; round < 300; ++round) {
    const CoverProblem problem = SomeCourses(&instances);
    CoverBegins begins(problem);
    begins.Know(30);
    begins.Know(70);
    for (const uint32_t item : All(problem)) {
      const CoverItem& of = problem.items[item];
      double last = -kNever;
      for (double ready = 0; ready <= 70; ++ready) {
        const double begin = EndOf(problem, of, ready) - of.cost;
        EXPECT_EQ(begins.Next(item, ready, kNever), begin);
        EXPECT_EQ(begins.Next(item, ready, 70), begin <= 70 ? begin : kNever);
        if (begin == ready) last = ready;
        EXPECT_EQ(begins.Last(item, ready + of.cost), last);
      }
    }
  }
}

}  // namespace
}  // namespace overstap::plan
