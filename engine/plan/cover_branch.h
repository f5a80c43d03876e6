// Cover problems of which the order of the items does not matter to what they cost.
#pragma once

#include "engine/plan/cover.h"

namespace overstap::plan {

// SolveCover (cover.h) without start days: items are decided one at a time, each decision bounded
// by the linear program of cover_bound.h. What no order of the items taken can begin is no
// solution, so that needs in a circle end in more decisions.
template <class Mask>
CoverSolution SolveCoverByBranching(const CoverProblemOf<Mask>& problem);

}  // namespace overstap::plan
