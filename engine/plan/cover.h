// The cheapest set of courses that closes a gap, in the abstract: bits and costs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace overstap::plan {

inline constexpr int kMaxCoverBits = 64;

// One course. Bits stand for skills that are wanted, or needed to get into another course.
struct CoverItem {
  uint64_t gives = 0;
  uint64_t needs = 0;
  double cost = 0;    // what is minimised, >= 0
  double budget = 0;  // what the budget limits, >= 0; also breaks ties in cost
};

struct CoverProblem {
  std::vector<CoverItem> items;
  uint64_t goal = 0;             // all of these must be had at the end
  std::optional<double> budget;  // upper bound on the sum of `budget`
  size_t max_labels = 200'000;   // work allowed before the answer may be less than optimal
};

struct CoverSolution {
  bool found = false;         // false: no set of items reaches the goal within the budget
  std::vector<size_t> items;  // in an order in which each item's needs are met
  double cost = 0;
  double budget = 0;
  bool optimal = false;    // proven: lower_bound == cost
  double lower_bound = 0;  // no solution costs less
};

// Least cost; among those least budget; among those fewest items. Exact while the search stays
// within max_labels (it does up to about 20 goal bits), else the greedy solution with a proven
// lower bound. Deterministic. Method: Dijkstra over the sets of bits that can be had, one Pareto
// front of (cost, budget) per set when a budget is given, after items that another item dominates
// are dropped.
CoverSolution SolveCover(const CoverProblem& problem);

// Every subset of the items, at most 24 of them: the oracle. Same order of preference.
CoverSolution SolveCoverExhaustively(const CoverProblem& problem);

}  // namespace overstap::plan
