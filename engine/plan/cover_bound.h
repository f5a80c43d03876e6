// A quick answer to a cover problem that may be too expensive, and a bound on how much too.
#pragma once

#include "engine/plan/cover.h"

namespace overstap::plan {

// Indices of the items that no other item dominates (gives at least as much, needs at most as much,
// costs and takes budget at most as much; of equals the first), ascending. An item that gives
// nothing is dropped.
std::vector<size_t> UndominatedItems(std::span<const CoverItem> items);

// No solution costs less. Each goal bit pays at least the smallest share cost/|gives| of the items
// that give it (a feasible dual of the covering linear program), and at least its cheapest item.
double CoverLowerBound(const CoverProblem& problem);

// Takes the item with the best new goal bits per cost until the goal is reached, then drops items
// that turned out superfluous. Not optimal; `found` is false when it runs stuck or out of budget.
CoverSolution SolveCoverGreedily(const CoverProblem& problem);

}  // namespace overstap::plan
