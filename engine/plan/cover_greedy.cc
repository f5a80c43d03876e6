#include "engine/plan/cover_greedy.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace overstap::plan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <class Mask>
bool Reaches(const CoverProblemOf<Mask>& problem, const std::vector<size_t>& items,
             size_t without) {
  Mask have = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    const CoverItemOf<Mask>& item = problem.items[items[i]];
    if (i == without) continue;
    if (!IsWithin(item.needs, have)) return false;
    have |= item.gives;
  }
  return IsWithin(problem.goal, have);
}

template <class Mask>
class Greedy {
 public:
  Greedy(const CoverProblemOf<Mask>& problem, bool by_budget)
      : problem_(problem), by_budget_(by_budget), useful_(problem.goal) {
    for (const CoverItemOf<Mask>& item : problem.items) useful_ |= item.needs;
  }

  // Nothing when it runs stuck.
  std::vector<size_t> Run() {
    std::vector<size_t> chosen;
    Mask have = 0;
    double ready = 0;
    while (!IsWithin(problem_.goal, have)) {
      const size_t next = CheapestStep(have, ready);
      if (next == problem_.items.size()) return {};
      chosen.push_back(next);
      have |= problem_.items[next].gives;
      ready = EndOf(problem_, problem_.items[next], ready);
    }
    DropSuperfluous(problem_, &chosen);
    return chosen;
  }

 private:
  size_t CheapestStep(const Mask& have, double ready) const {
    size_t best = problem_.items.size();
    double best_price = kInfinity;
    const Mask missing = problem_.goal & ~have;
    const Mask wanted = useful_ & ~have;
    const Mask others = wanted & ~missing;
    for (size_t i = 0; i < problem_.items.size(); ++i) {
      const CoverItemOf<Mask>& item = problem_.items[i];
      if ((item.gives & wanted) == Mask(0) || !IsWithin(item.needs, have)) continue;
      const double worth = CountBits(item.gives & missing) + 0.1 * CountBits(item.gives & others);
      const double cost = by_budget_ ? item.budget : EndOf(problem_, item, ready) - ready;
      const double price = (cost + 1e-9) / worth;
      if (price < best_price) {
        best_price = price;
        best = i;
      }
    }
    return best;
  }

  const CoverProblemOf<Mask>& problem_;
  bool by_budget_;
  Mask useful_;
};

}  // namespace

template <class Mask>
void DropSuperfluous(const CoverProblemOf<Mask>& problem, std::vector<size_t>* items) {
  for (size_t i = items->size(); i-- > 0;) {
    if (Reaches(problem, *items, i)) items->erase(items->begin() + static_cast<std::ptrdiff_t>(i));
  }
}

template <class Mask>
CoverSolution Taken(const CoverProblemOf<Mask>& problem, std::vector<size_t> items) {
  CoverSolution solution;
  solution.items = std::move(items);
  for (const size_t index : solution.items) {
    const CoverItemOf<Mask>& item = problem.items[index];
    solution.cost = EndOf(problem, item, solution.cost);
    solution.budget += item.budget;
  }
  solution.found = !problem.budget || solution.budget <= *problem.budget;
  return solution;
}

template <class Mask>
CoverSolution SolveCoverGreedily(const CoverProblemOf<Mask>& problem, bool by_budget) {
  std::vector<size_t> items = Greedy<Mask>(problem, by_budget).Run();
  if (items.empty() && !(problem.goal == Mask(0))) return {};
  return Taken(problem, std::move(items));
}

template CoverSolution Taken(const CoverProblemOf<uint64_t>&, std::vector<size_t>);
template CoverSolution Taken(const CoverProblemOf<WideMask>&, std::vector<size_t>);
template void DropSuperfluous(const CoverProblemOf<uint64_t>&, std::vector<size_t>*);
template void DropSuperfluous(const CoverProblemOf<WideMask>&, std::vector<size_t>*);
template CoverSolution SolveCoverGreedily(const CoverProblemOf<uint64_t>&, bool);
template CoverSolution SolveCoverGreedily(const CoverProblemOf<WideMask>&, bool);

}  // namespace overstap::plan
