// What is made least in a cover problem, as one number.
#pragma once

#include <span>

#include "engine/plan/cover.h"

namespace overstap::plan {

// value = cost + per_budget * budget + per_item * (number of items), such that of two solutions the
// one with less cost, then less budget, then fewer items has less value, as far as costs and
// budgets are multiples of a number that is not too small; else value is cost.
class CoverValue {
 public:
  // `most_taken`: no solution worth having has more items.
  template <class Mask>
  CoverValue(std::span<const CoverItemOf<Mask>> items, size_t most_taken);

  template <class Mask>
  double Of(const CoverItemOf<Mask>& item) const {
    return item.cost + per_budget_ * item.budget + per_item_;
  }
  double Of(const CoverSolution& solution) const {
    return solution.cost + per_budget_ * solution.budget +
           per_item_ * static_cast<double>(solution.items.size());
  }

  // a is better than b.
  bool IsBetter(const CoverSolution& a, const CoverSolution& b) const;
  // Nothing better than this solution has a larger value than this.
  double MostOfBetter(const CoverSolution& solution) const;
  // No solution of at least this value costs less than that.
  double LeastCost(double value) const;

 private:
  double grid_ = 0;  // costs are multiples of it; 0: of nothing known
  double per_budget_ = 0;
  double per_item_ = 0;
};

}  // namespace overstap::plan
