// The oracle of cover.h: earliest end of every set of items, whatever the order.
#include <algorithm>
#include <limits>
#include <tuple>

#include "engine/plan/cover.h"

namespace overstap::plan {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

struct Taking {
  double end = kNever;
  size_t last = 0;
  double budget = 0;
  uint64_t have = 0;
};

std::vector<Taking> EverySet(const CoverProblem& problem) {
  const size_t items = problem.items.size();
  std::vector<Taking> sets(size_t{1} << items);
  sets[0].end = 0;
  for (size_t set = 1; set < sets.size(); ++set) {
    for (size_t i = 0; i < items; ++i) {
      if ((set >> i & 1) == 0) continue;
      const Taking& before = sets[set ^ size_t{1} << i];
      const CoverItem& item = problem.items[i];
      sets[set].budget = before.budget + item.budget;
      sets[set].have = before.have | item.gives;
      if (before.end == kNever || (item.needs & ~before.have) != 0) continue;
      const double end = EndOf(problem, item, before.end);
      if (end < sets[set].end) {
        sets[set].end = end;
        sets[set].last = i;
      }
    }
  }
  return sets;
}

}  // namespace

CoverSolution SolveCoverExhaustively(const CoverProblem& problem) {
  const std::vector<Taking> sets = EverySet(problem);
  const auto preference = [&](size_t set) {
    return std::tuple(sets[set].end, sets[set].budget, std::popcount(set));
  };
  size_t best = sets.size();
  for (size_t set = 0; set < sets.size(); ++set) {
    if (sets[set].end == kNever || (problem.goal & ~sets[set].have) != 0) continue;
    if (problem.budget && sets[set].budget > *problem.budget) continue;
    if (best == sets.size() || preference(set) < preference(best)) best = set;
  }
  CoverSolution solution;
  solution.optimal = true;
  if (best == sets.size()) return solution;
  solution.found = true;
  solution.cost = solution.lower_bound = sets[best].end;
  solution.budget = sets[best].budget;
  for (size_t set = best; set != 0; set ^= size_t{1} << sets[set].last) {
    solution.items.push_back(sets[set].last);
  }
  std::reverse(solution.items.begin(), solution.items.end());
  return solution;
}

}  // namespace overstap::plan
