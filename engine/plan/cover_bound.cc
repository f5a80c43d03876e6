#include "engine/plan/cover_bound.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace overstap::plan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool Dominates(const CoverItem& a, const CoverItem& b) {
  return (b.gives & ~a.gives) == 0 && (a.needs & ~b.needs) == 0 && a.cost <= b.cost &&
         a.budget <= b.budget;
}

// Bits that every item on the way to the goal could be wanted for.
uint64_t AllNeeds(const CoverProblem& problem) {
  uint64_t wanted = problem.goal;
  for (const CoverItem& item : problem.items) wanted |= item.needs;
  return wanted;
}

// What can be had with the chosen items in some order; fills `order` with that order.
uint64_t Closure(const CoverProblem& problem, const std::vector<size_t>& chosen,
                 std::vector<size_t>* order) {
  uint64_t have = 0;
  std::vector<bool> taken(chosen.size(), false);
  order->clear();
  for (bool moved = true; moved;) {
    moved = false;
    for (size_t i = 0; i < chosen.size(); ++i) {
      const CoverItem& item = problem.items[chosen[i]];
      if (taken[i] || (item.needs & ~have) != 0) continue;
      have |= item.gives;
      order->push_back(chosen[i]);
      taken[i] = moved = true;
    }
  }
  return have;
}

double Price(const CoverItem& item, uint64_t missing, uint64_t useful) {
  const int goals = std::popcount(item.gives & missing);
  const int others = std::popcount(item.gives & useful & ~missing);
  if (goals + others == 0) return kInfinity;
  return (item.cost + 1e-9) / (goals + 0.1 * others);
}

size_t CheapestStep(const CoverProblem& problem, uint64_t have, uint64_t useful) {
  size_t best = problem.items.size();
  double best_price = kInfinity;
  for (size_t i = 0; i < problem.items.size(); ++i) {
    const CoverItem& item = problem.items[i];
    if ((item.needs & ~have) != 0 || (item.gives & ~have) == 0) continue;
    const double price = Price(item, problem.goal & ~have, useful & ~have);
    if (price < best_price) {
      best_price = price;
      best = i;
    }
  }
  return best;
}

void DropSuperfluous(const CoverProblem& problem, std::vector<size_t>* chosen) {
  std::vector<size_t> order;
  for (size_t i = chosen->size(); i-- > 0;) {
    std::vector<size_t> without;
    for (size_t j = 0; j < chosen->size(); ++j) {
      if (j != i) without.push_back((*chosen)[j]);
    }
    const uint64_t have = Closure(problem, without, &order);
    if ((problem.goal & ~have) == 0 && order.size() == without.size()) chosen->swap(without);
  }
}

}  // namespace

std::vector<size_t> UndominatedItems(std::span<const CoverItem> items) {
  std::vector<size_t> kept;
  for (size_t i = 0; i < items.size(); ++i) {
    bool dominated = items[i].gives == 0;
    for (size_t j = 0; j < items.size() && !dominated; ++j) {
      if (i == j || !Dominates(items[j], items[i])) continue;
      dominated = !Dominates(items[i], items[j]) || j < i;
    }
    if (!dominated) kept.push_back(i);
  }
  return kept;
}

double CoverLowerBound(const CoverProblem& problem) {
  double shares = 0;
  double largest = 0;
  for (uint64_t rest = problem.goal; rest != 0; rest &= rest - 1) {
    const uint64_t bit = rest & (~rest + 1);
    double share = kInfinity;
    double cheapest = kInfinity;
    for (const CoverItem& item : problem.items) {
      if ((item.gives & bit) == 0) continue;
      share = std::min(share, item.cost / std::popcount(item.gives & problem.goal));
      cheapest = std::min(cheapest, item.cost);
    }
    shares += share;
    largest = std::max(largest, cheapest);
  }
  return std::max(shares, largest);
}

CoverSolution SolveCoverGreedily(const CoverProblem& problem) {
  CoverSolution solution;
  const uint64_t useful = AllNeeds(problem);
  std::vector<size_t> chosen;
  uint64_t have = 0;
  while ((problem.goal & ~have) != 0) {
    const size_t next = CheapestStep(problem, have, useful);
    if (next == problem.items.size()) return solution;
    chosen.push_back(next);
    have |= problem.items[next].gives;
  }
  DropSuperfluous(problem, &chosen);
  Closure(problem, chosen, &solution.items);
  for (const size_t item : solution.items) {
    solution.cost += problem.items[item].cost;
    solution.budget += problem.items[item].budget;
  }
  solution.found = !problem.budget || solution.budget <= *problem.budget;
  solution.lower_bound = CoverLowerBound(problem);
  solution.optimal = solution.lower_bound >= solution.cost;
  return solution;
}

}  // namespace overstap::plan
