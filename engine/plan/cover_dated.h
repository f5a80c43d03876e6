// Cover problems of which the order of the items matters, since they begin on certain days.
#pragma once

#include "engine/plan/cover.h"

namespace overstap::plan {

// SolveCover (cover.h) by best-first search over the sets of bits that can be had, with one Pareto
// front of (cost, budget, number of items) for each. What a set still costs at least is bounded by
// prices of its missing bits (cover_bound.h); items that cannot be in a solution better than the
// greedy one are dropped.
template <class Mask>
CoverSolution SolveDatedCover(const CoverProblemOf<Mask>& problem);

}  // namespace overstap::plan
