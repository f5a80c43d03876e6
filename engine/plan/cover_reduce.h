// Items that a solution can do without.
#pragma once

#include <vector>

#include "engine/plan/cover.h"

namespace overstap::plan {

// Indices of the items that no other item dominates, ascending. An item that gives nothing is
// dropped; of equals the first stays. One item dominates another when it gives at least as much,
// needs at most as much, begins at least as early (it has no starts, or the same ones), and
//   with_budget:  neither costs more nor takes more budget;
//   otherwise:    costs less, or as much and takes no more budget.
template <class Mask>
std::vector<size_t> UndominatedItems(std::span<const CoverItemOf<Mask>> items, bool with_budget);

// Goal bits without those that every item for some other goal bit gives too.
template <class Mask>
Mask EssentialGoal(std::span<const CoverItemOf<Mask>> items, const Mask& goal);

}  // namespace overstap::plan
