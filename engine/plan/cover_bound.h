// What missing bits cost at least.
#pragma once

#include <vector>

#include "engine/plan/cover.h"

namespace overstap::plan {

// A price >= 0 for each bit, 0 outside `goal`, such that no item gives more worth of bits than its
// `value`: then whoever lacks a set of bits has to spend at least the sum of their prices. The
// prices are the optimum of the dual of the covering linear program, by the simplex method from
// prices 0 (every step on the way is feasible, so stopping early costs sharpness and no truth),
// rounded down to a grid. `values` is parallel to `items`; sized kMaskBits.
template <class Mask>
std::vector<double> CoverPrices(const std::vector<CoverItemOf<Mask>>& items,
                                const std::vector<double>& values, const Mask& goal);

// Every number is a whole one, so a bound may be rounded up to one.
bool AreWhole(const std::vector<double>& values);

// No solution of the problem costs less: the prices of the goal, and what its dearest bit costs on
// its own.
double CoverLowerBound(const CoverProblem& problem);

}  // namespace overstap::plan
