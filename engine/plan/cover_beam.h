// A good way to cover a goal with items that begin on certain days, found fast.
#pragma once

#include "engine/plan/cover.h"
#include "engine/plan/cover_bound.h"

namespace overstap::plan {

// Beam search: of all ways to take one item more, the `width` that come to least by `prices` stay,
// each with another set of bits. `prices` are feasible for the items' costs. Only ways that come to
// less than `most` are looked into. Not found: none of those reaches the goal within the budget,
// which says nothing of others. Deterministic; never proves anything.
template <class Mask>
CoverSolution SolveCoverByBeam(const CoverProblemOf<Mask>& problem, const CoverPrices& prices,
                               size_t width, double most);

}  // namespace overstap::plan
