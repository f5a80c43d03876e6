#include "engine/plan/cover_sets.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/plan/cover_greedy.h"

namespace overstap::plan {
namespace {

constexpr double kTiny = EndLimit::kTiny;
constexpr size_t kWorkForOrder = 20'000;  // for one set

template <class Mask>
double SumOf(const std::vector<double>& prices, const Mask& bits) {
  double sum = 0;
  ForEachBit(bits, [&](int bit) { sum += prices[static_cast<size_t>(bit)]; });
  return sum;
}

}  // namespace

template <class Mask>
CoverSets<Mask>::CoverSets(const CoverProblemOf<Mask>& problem, const CoverPrices& prices,
                           bool is_whole)
    : problem_(problem),
      is_whole_(is_whole),
      prices_(prices.of_bit),
      budget_prices_(kMaskBits<Mask>, 0),
      givers_(kMaskBits<Mask>),
      order_(problem),
      is_out_(problem.items.size(), false) {
  std::vector<double> costs, budgets;
  for (const CoverItemOf<Mask>& item : problem.items) {
    costs.push_back(item.cost);
    budgets.push_back(item.budget);
  }
  root_.bound = StillToSpend(prices, problem.items, problem.goal, Mask(0));
  costs = Slacks(prices, problem.items, costs, problem.goal);
  if (problem.budget) {
    std::vector<CoverItemOf<Mask>> items = problem.items;
    for (CoverItemOf<Mask>& item : items) item.needs = 0;
    const CoverPrices of_budget = PriceBits(items, budgets, problem.goal);
    root_.budget = StillToSpend(of_budget, items, problem.goal, Mask(0));
    budgets = Slacks(of_budget, items, budgets, problem.goal);
    budget_prices_ = of_budget.of_bit;
  }
  for (uint32_t i = 0; i < problem.items.size(); ++i) {
    items_.push_back({costs[i], budgets[i]});
    ForEachBit(problem.items[i].gives,
               [&](int bit) { givers_[static_cast<size_t>(bit)].push_back(i); });
  }
  for (std::vector<uint32_t>& givers : givers_) {
    std::stable_sort(givers.begin(), givers.end(),
                     [&](uint32_t a, uint32_t b) { return items_[a].slack < items_[b].slack; });
  }
}

template <class Mask>
bool CoverSets<Mask>::Search(CoverSolution* best, double most, size_t max_work) {
  best_ = *best;
  is_improved_ = false;
  most_ = most;
  most_work_ = work() + max_work;
  open_ = std::numeric_limits<double>::infinity();
  if (best_.found) order_.SetLimit({best_.cost, true});
  if (!IsHopeless(root_, 0)) Explore(root_);
  if (is_improved_) *best = best_;
  return is_improved_;
}

template <class Mask>
double CoverSets<Mask>::Rounded(double bound) const {
  return is_whole_ ? std::ceil(bound - kTiny) : bound;
}

// Nothing that has the node and so many items is looked for. What is left since it costs more than
// `most` is open.
template <class Mask>
bool CoverSets<Mask>::IsHopeless(const Node& node, size_t count) {
  if (problem_.budget && node.budget > *problem_.budget + kTiny) return true;
  const double cost = Rounded(std::max(node.bound, node.cost));
  if (IsBeaten(node, cost, count)) return true;
  if (cost <= most_ + kTiny) return false;
  open_ = std::min(open_, cost);
  return true;
}

// Nothing that has the node and so many items is better than the best.
template <class Mask>
bool CoverSets<Mask>::IsBeaten(const Node& node, double cost, size_t count) const {
  if (!best_.found || cost < best_.cost - kTiny) return false;
  if (cost > best_.cost + kTiny) return true;
  if (node.budget < best_.budget - kTiny) return false;
  return node.budget > best_.budget + kTiny || count >= best_.items.size();
}

template <class Mask>
typename CoverSets<Mask>::Node CoverSets<Mask>::With(const Node& node, uint32_t item) const {
  const CoverItemOf<Mask>& added = problem_.items[item];
  const Mask twice = added.gives & node.have & problem_.goal;
  return {node.have | added.gives, node.needs | added.needs,
          node.bound + items_[item].slack + SumOf(prices_, twice), node.cost + added.cost,
          node.budget + items_[item].budget_slack + SumOf(budget_prices_, twice)};
}

template <class Mask>
bool CoverSets<Mask>::IsOpen(const Node& node, uint32_t item) {
  if (is_out_[item]) return false;
  return !IsHopeless(With(node, item), chosen_.size() + 1);
}

// The missing bit that the fewest items can give.
template <class Mask>
int CoverSets<Mask>::ScarcestBit(const Node& node, const Mask& missing) {
  int scarcest = -1;
  size_t fewest = std::numeric_limits<size_t>::max();
  ForEachBit(missing, [&](int bit) {
    size_t count = 0;
    for (const uint32_t item : givers_[static_cast<size_t>(bit)]) {
      if (count >= fewest) break;
      if (IsOpen(node, item)) ++count;
    }
    if (count < fewest) {
      fewest = count;
      scarcest = bit;
    }
  });
  return scarcest;
}

template <class Mask>
void CoverSets<Mask>::Explore(const Node& node) {
  if (work() >= most_work_) {
    open_ = std::min(open_, Rounded(node.bound));
    return;
  }
  ++work_;
  const Mask missing = (problem_.goal | node.needs) & ~node.have;
  if (missing == Mask(0)) {
    Order(node);
  } else {
    Branch(node, BitMask<Mask>(ScarcestBit(node, missing)));
  }
}

// Tries the items that give one of the bits, each without those before it.
template <class Mask>
void CoverSets<Mask>::Branch(const Node& node, const Mask& bits) {
  const size_t first = candidates_.size();
  Mask before = 0;
  ForEachBit(bits, [&](int bit) {
    for (const uint32_t item : givers_[static_cast<size_t>(bit)]) {
      if (!((problem_.items[item].gives & before) == Mask(0)) || !IsOpen(node, item)) continue;
      candidates_.push_back({With(node, item).bound, item});
    }
    before |= BitMask<Mask>(bit);
  });
  std::stable_sort(candidates_.begin() + static_cast<std::ptrdiff_t>(first), candidates_.end(),
                   [](const Candidate& a, const Candidate& b) { return a.bound < b.bound; });
  const size_t last = candidates_.size();
  for (size_t i = first; i < last; ++i) {
    const uint32_t item = candidates_[i].item;
    if (!IsOpen(node, item)) continue;
    is_out_[item] = true;
    chosen_.push_back(item);
    if (order_.Push(item)) Explore(With(node, item));
    order_.Pop();
    chosen_.pop_back();
  }
  for (size_t i = first; i < last; ++i) is_out_[candidates_[i].item] = false;
  candidates_.resize(first);
}

// Of an end that is better than the best with what is chosen.
template <class Mask>
EndLimit CoverSets<Mask>::Limit(const CoverSolution& chosen) const {
  if (!best_.found) return {};
  const auto rest = [](const CoverSolution& of) { return std::pair(of.budget, of.items.size()); };
  return {best_.cost, rest(chosen) < rest(best_)};
}

// The set has all that it needs and all that is wanted. What adds to it ends no sooner than it
// would if nothing needed anything.
template <class Mask>
void CoverSets<Mask>::Order(const Node& node) {
  CoverSolution chosen;
  chosen.items.assign(chosen_.begin(), chosen_.end());
  for (const size_t item : chosen.items) chosen.budget += problem_.items[item].budget;
  if (chosen_.size() > static_cast<size_t>(kMaskBits<Mask>)) return;
  if (problem_.budget && chosen.budget > *problem_.budget) return;
  const OrderFound found = order_.Find(Limit(chosen), kWorkForOrder);
  if (!found.is_proven) open_ = std::min(open_, Rounded(node.bound));
  if (!found.items.empty()) {
    best_ = Taken(problem_, {found.items.begin(), found.items.end()});
    is_improved_ = true;
    order_.SetLimit({best_.cost, true});
  }
  if (CanOpenEarlier(node) && order_.MayEnd(Limit(chosen), kWorkForOrder)) {
    Branch(node, node.needs);
  }
}

// Some item that gives what others need may be added.
template <class Mask>
bool CoverSets<Mask>::CanOpenEarlier(const Node& node) {
  bool can = false;
  ForEachBit(node.needs, [&](int bit) {
    const std::vector<uint32_t>& givers = givers_[static_cast<size_t>(bit)];
    can = can || std::any_of(givers.begin(), givers.end(),
                             [&](uint32_t item) { return IsOpen(node, item); });
  });
  return can;
}

template class CoverSets<uint64_t>;
template class CoverSets<WideMask>;

}  // namespace overstap::plan
