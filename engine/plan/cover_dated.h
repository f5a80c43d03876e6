// Cover problems of which the order of the items matters, since they begin on certain days.
#pragma once

#include "engine/plan/cover.h"

namespace overstap::plan {

// SolveCover (cover.h) by branch and bound over sets of items (cover_sets.h), each of them in the
// order that ends first (cover_order.h). Sets are looked at up to a sum of costs that is raised
// until what they leave is dearer than the best solution.
template <class Mask>
CoverSolution SolveDatedCover(const CoverProblemOf<Mask>& problem);

}  // namespace overstap::plan
