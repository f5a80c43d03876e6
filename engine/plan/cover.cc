#include "engine/plan/cover.h"

#include <algorithm>
#include <bit>
#include <queue>
#include <tuple>
#include <unordered_map>

#include "engine/plan/cover_bound.h"

namespace overstap::plan {
namespace {

// One way to have a set of bits.
struct Way {
  uint64_t bits = 0;
  double cost = 0;
  double budget = 0;
  uint32_t count = 0;     // items taken
  uint32_t item = 0;      // the last one
  uint32_t previous = 0;  // index of the way before it
};

auto Preference(const Way& way) { return std::tuple(way.cost, way.budget, way.count); }

class Search {
 public:
  explicit Search(const CoverProblem& problem)
      : problem_(problem), kept_(UndominatedItems(problem.items)) {}

  CoverSolution Run() {
    ways_.push_back({});
    Push(0);
    while (!queue_.empty()) {
      const uint32_t at = queue_.top().second;
      queue_.pop();
      if (IsBeaten(at)) continue;
      if ((problem_.goal & ~ways_[at].bits) == 0) return Solution(at);
      if (ways_.size() > problem_.max_labels) return GiveUp(ways_[at].cost);
      Extend(at);
    }
    return {};
  }

 private:
  using Key = std::tuple<double, double, uint32_t, uint32_t>;

  void Push(uint32_t at) {
    const Way& way = ways_[at];
    front_[way.bits].push_back(at);
    queue_.push({Key(way.cost, way.budget, way.count, at), at});
  }

  void Extend(uint32_t at) {
    for (const size_t index : kept_) {
      const CoverItem& item = problem_.items[index];
      const Way& way = ways_[at];
      if ((item.needs & ~way.bits) != 0 || (item.gives & ~way.bits) == 0) continue;
      const Way next = {way.bits | item.gives,        way.cost + item.cost,
                        way.budget + item.budget,     way.count + 1,
                        static_cast<uint32_t>(index), at};
      if (problem_.budget && next.budget > *problem_.budget) continue;
      if (IsDominated(next)) continue;
      ways_.push_back(next);
      Push(static_cast<uint32_t>(ways_.size() - 1));
    }
  }

  // Another way to the same bits is at least as good in every respect that counts.
  bool IsDominated(const Way& candidate) const {
    const auto front = front_.find(candidate.bits);
    if (front == front_.end()) return false;
    return std::any_of(front->second.begin(), front->second.end(),
                       [&](uint32_t other) { return Beats(ways_[other], candidate); });
  }

  // The way was overtaken after it was queued.
  bool IsBeaten(uint32_t at) const {
    const auto& front = front_.at(ways_[at].bits);
    return std::any_of(front.begin(), front.end(), [&](uint32_t other) {
      return other != at && Beats(ways_[other], ways_[at]) &&
             (!Beats(ways_[at], ways_[other]) || other < at);
    });
  }

  bool Beats(const Way& a, const Way& b) const {
    if (problem_.budget) return a.budget <= b.budget && Preference(a) <= Preference(b);
    return Preference(a) <= Preference(b);
  }

  CoverSolution Solution(uint32_t at) const {
    CoverSolution solution;
    solution.found = true;
    solution.optimal = true;
    solution.cost = solution.lower_bound = ways_[at].cost;
    solution.budget = ways_[at].budget;
    for (; at != 0; at = ways_[at].previous) solution.items.push_back(ways_[at].item);
    std::reverse(solution.items.begin(), solution.items.end());
    return solution;
  }

  // Every way not looked at yet costs at least as much as the one on top of the queue.
  CoverSolution GiveUp(double cost_so_far) const {
    CoverSolution solution = SolveCoverGreedily(problem_);
    solution.lower_bound = std::max(CoverLowerBound(problem_), cost_so_far);
    solution.optimal = solution.found && solution.lower_bound >= solution.cost;
    return solution;
  }

  const CoverProblem& problem_;
  std::vector<size_t> kept_;
  std::vector<Way> ways_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> front_;
  std::priority_queue<std::pair<Key, uint32_t>, std::vector<std::pair<Key, uint32_t>>,
                      std::greater<>>
      queue_;
};

// The chosen items in an order in which all can be taken; empty when there is none or it does not
// reach the goal.
std::vector<size_t> Executable(const CoverProblem& problem, uint32_t chosen) {
  std::vector<size_t> order;
  uint64_t have = 0;
  for (uint32_t rest = chosen; rest != 0;) {
    uint32_t next = rest;
    while (next != 0 && (problem.items[std::countr_zero(next)].needs & ~have) != 0) {
      next &= next - 1;
    }
    if (next == 0) return {};
    const auto item = static_cast<size_t>(std::countr_zero(next));
    have |= problem.items[item].gives;
    order.push_back(item);
    rest &= ~(uint32_t{1} << item);
  }
  if ((problem.goal & ~have) != 0) order.clear();
  return order;
}

}  // namespace

CoverSolution SolveCover(const CoverProblem& problem) {
  if (problem.goal == 0) {
    CoverSolution nothing_to_do;
    nothing_to_do.found = nothing_to_do.optimal = true;
    return nothing_to_do;
  }
  return Search(problem).Run();
}

CoverSolution SolveCoverExhaustively(const CoverProblem& problem) {
  CoverSolution best;
  best.found = best.optimal = problem.goal == 0;
  if (best.found) return best;
  const uint32_t subsets = uint32_t{1} << problem.items.size();
  for (uint32_t chosen = 1; chosen < subsets; ++chosen) {
    CoverSolution candidate;
    candidate.items = Executable(problem, chosen);
    if (candidate.items.empty()) continue;
    for (const size_t item : candidate.items) {
      candidate.cost += problem.items[item].cost;
      candidate.budget += problem.items[item].budget;
    }
    if (problem.budget && candidate.budget > *problem.budget) continue;
    const auto preference = [](const CoverSolution& solution) {
      return std::tuple(solution.cost, solution.budget, solution.items.size());
    };
    if (best.found && preference(best) <= preference(candidate)) continue;
    best = candidate;
    best.found = best.optimal = true;
    best.lower_bound = best.cost;
  }
  return best;
}

}  // namespace overstap::plan
