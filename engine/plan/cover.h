// The best set of courses that closes a gap, in the abstract: bits, costs and start days.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "engine/plan/cover_mask.h"

namespace overstap::plan {

// One course. Bits stand for skills that are wanted, or needed to get into another course.
template <class Mask>
struct CoverItemOf {
  Mask gives = 0;
  Mask needs = 0;
  double cost = 0;    // what is minimised, >= 0
  double budget = 0;  // what the budget limits, >= 0; also breaks ties in cost
  // Points in time, ascending, in the unit of `cost`, at which the item can begin. It then begins
  // at the first of them at or after the end of the item before it; BeginOf says what happens after
  // the last. Empty: it can begin at any time. Outlives the problem.
  std::span<const double> starts = {};
};

template <class Mask>
struct CoverProblemOf {
  std::vector<CoverItemOf<Mask>> items;
  Mask goal = 0;                 // all of these must be had at the end
  std::optional<double> budget;  // upper bound on the sum of `budget`
  // Allowed before the answer may be less than optimal: sets of items looked at, or thousands of
  // numbers changed in linear programs.
  size_t max_work = 200'000;
  // Of some solution within the budget; infinite: unknown. To know it makes the search shorter.
  double known_cost = std::numeric_limits<double>::infinity();
  double begin = 0;            // the point in time, as `starts` count it, that is cost 0
  double repeats_after = 364;  // see BeginOf
};

using CoverItem = CoverItemOf<uint64_t>;
using CoverProblem = CoverProblemOf<uint64_t>;
using WideCoverItem = CoverItemOf<WideMask>;
using WideCoverProblem = CoverProblemOf<WideMask>;

struct CoverSolution {
  bool found = false;         // false: no set of items reaches the goal within the budget
  std::vector<size_t> items;  // in an order in which each item's needs are met
  double cost = 0;            // when the last item ends; the sum of `cost` when nothing has starts
  double budget = 0;
  bool optimal = false;    // proven: lower_bound == cost; or proven that there is none
  double lower_bound = 0;  // no solution costs less
  size_t work = 0;         // how much of max_work was used
};

// When an item with these starts begins for somebody who is ready at `ready`: at the first start at
// or after it. After the last one, the starts of the last `repeats_after` are taken to come back
// every `repeats_after`. Never earlier for a later `ready`.
double BeginOf(std::span<const double> starts, double ready, double repeats_after);

// The cost at which the item ends for somebody who is ready at cost `ready`.
template <class Mask>
double EndOf(const CoverProblemOf<Mask>& problem, const CoverItemOf<Mask>& item, double ready) {
  if (item.starts.empty()) return ready + item.cost;
  return BeginOf(item.starts, problem.begin + ready, problem.repeats_after) - problem.begin +
         item.cost;
}

// Least cost; among those least budget; among those fewest items. Items are taken one after the
// other from cost 0. Exact while the search stays within max_work (it does up to about 20 goal
// bits), else the best solution it came by with a proven lower bound. Deterministic. How: see
// cover_branch.h, and cover_dated.h when items have starts.
template <class Mask>
CoverSolution SolveCover(const CoverProblemOf<Mask>& problem);

// Every subset of the items in its best order, at most 20 of them: the oracle. Same order of
// preference. Knows nothing of the above: the state is the set of items taken.
CoverSolution SolveCoverExhaustively(const CoverProblem& problem);

}  // namespace overstap::plan
