// A quick answer to a cover problem, to be improved upon.
#pragma once

#include "engine/plan/cover.h"

namespace overstap::plan {

// Takes the item with the best new goal bits per cost until the goal is reached, then drops items
// that turned out superfluous. Not optimal; `found` is false when it runs stuck or out of budget.
// `by_budget`: counts `budget` for the cost, which finds a way when the budget is tight. Says
// nothing of lower_bound.
template <class Mask>
CoverSolution SolveCoverGreedily(const CoverProblemOf<Mask>& problem, bool by_budget = false);

// The solution that takes these items in this order.
template <class Mask>
CoverSolution Taken(const CoverProblemOf<Mask>& problem, std::vector<size_t> items);

// Leaves out items, the last first, without which the others still reach the goal in their order.
template <class Mask>
void DropSuperfluous(const CoverProblemOf<Mask>& problem, std::vector<size_t>* items);

}  // namespace overstap::plan
