// What missing bits cost at least.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/cover.h"
#include "engine/plan/cover_program.h"

namespace overstap::plan {

// What having a bit is worth at least to the item that needs it.
struct NeedPrice {
  uint32_t item = 0;
  int bit = 0;
  double price = 0;  // > 0
};

// Prices >= 0 such that no item is worth more than its value:
//   sum of of_bit over the goal bits that it gives
//   + sum of of_need, of other items, over the needed bits that it gives
//   - sum of its own of_need  <=  value.
// In a solution every need has an item that gives it, so of_need cancels out, and whoever lacks
// bits has to spend at least the sum of their prices.
struct CoverPrices {
  std::vector<double> of_bit;  // 0 outside the goal; sized kMaskBits
  std::vector<NeedPrice> of_need;
};

// The dual of the linear program "every goal bit is given, an item is taken only when others give
// what it needs, and no more than the budget is spent". `values` is parallel to `items`. Not
// solved.
template <class Mask>
CoverProgram ProgramOf(const std::vector<CoverItemOf<Mask>>& items,
                       const std::vector<double>& values, const Mask& goal,
                       std::optional<double> budget);

// The prices that bound the whole problem best: the optimum of ProgramOf without a
// budget.
template <class Mask>
CoverPrices PriceBits(const std::vector<CoverItemOf<Mask>>& items,
                      const std::vector<double>& values, const Mask& goal);

// What somebody who has `have` still has to spend at least: the prices of the missing bits, less
// those of needs that are met already of items that may still come. >= 0, rounded down to a grid.
template <class Mask>
double StillToSpend(const CoverPrices& prices, const std::vector<CoverItemOf<Mask>>& items,
                    const Mask& goal, const Mask& have);

// value - worth, by item, as above; at least about 0.
template <class Mask>
std::vector<double> Slacks(const CoverPrices& prices, const std::vector<CoverItemOf<Mask>>& items,
                           const std::vector<double>& values, const Mask& goal);

// No solution of the problem costs less.
double CoverLowerBound(const CoverProblem& problem);

}  // namespace overstap::plan
