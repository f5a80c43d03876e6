#include "engine/plan/cover_dated.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_greedy.h"
#include "engine/plan/cover_reduce.h"

namespace overstap::plan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTiny = 1e-7;
constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

bool IsWhole(double value) { return value == std::floor(value) && std::abs(value) < 1e9; }

// What is looked up of an item at every step.
template <class Mask>
struct Step {
  Mask gives;
  Mask needs;
  double cost;
  double budget;
  uint32_t item;
  bool has_starts;
};

// One way to have a set of bits.
template <class Mask>
struct Way {
  Mask have = 0;
  double cost = 0;
  double budget = 0;
  uint32_t count = 0;        // items taken
  uint32_t item = 0;         // the last one
  uint32_t previous = 0;     // index of the way before it
  uint32_t sibling = kNone;  // another way to the same bits
};

// What a way comes to at least.
struct Outlook {
  double cost;
  double budget;
  uint32_t count;
  uint32_t way;

  friend bool operator>(const Outlook& a, const Outlook& b) {
    return std::tie(a.cost, a.budget, a.count, a.way) > std::tie(b.cost, b.budget, b.count, b.way);
  }
};

template <class Mask>
class Search {
 public:
  explicit Search(const CoverProblemOf<Mask>& problem)
      : problem_(problem), whole_(IsWhole(problem.begin)) {}

  CoverSolution Run() {
    Reduce();
    if (!IsWithin(goal_, given_)) return Impossible();
    Improve(SolveCoverGreedily(reduced_));
    if (problem_.budget) Improve(SolveCoverGreedily(reduced_, true));
    Price();
    ways_.push_back({});
    first_way_[Mask(0)] = 0;
    queue_.push(OutlookOf(0));
    while (!queue_.empty()) {
      const Outlook next = queue_.top();
      if (IsBeatenByBest(next)) break;
      if (ways_.size() > problem_.max_work) return GiveUp(next.cost);
      queue_.pop();
      if (IsBeaten(next.way)) continue;
      if (IsWithin(goal_, ways_[next.way].have)) return Proven(SolutionOf(next.way));
      Extend(next.way);
    }
    return best_.found ? Proven(Original(best_)) : Impossible();
  }

 private:
  using Item = CoverItemOf<Mask>;

  // Keeps what can matter: bits that are wanted or needed, items that nothing dominates.
  void Reduce() {
    goal_ = EssentialGoal<Mask>(problem_.items, problem_.goal);
    Mask wanted = goal_;
    for (const Item& item : problem_.items) wanted |= item.needs;
    std::vector<Item> items = problem_.items;
    for (Item& item : items) item.gives &= wanted;
    reduced_.goal = goal_;
    reduced_.budget = problem_.budget;
    reduced_.begin = problem_.begin;
    reduced_.repeats_after = problem_.repeats_after;
    for (const size_t index : UndominatedItems<Mask>(items, true)) {
      reduced_.items.push_back(items[index]);
      original_.push_back(index);
      given_ |= items[index].gives;
    }
  }

  void Improve(CoverSolution candidate) {
    if (!candidate.found) return;
    const auto preference = [](const CoverSolution& solution) {
      return std::tuple(solution.cost, solution.budget, solution.items.size());
    };
    if (!best_.found || preference(candidate) < preference(best_)) best_ = std::move(candidate);
  }

  // Prices the bits, drops the items that would lead to more than the best solution so far, and
  // prices the budget for the others. The needs of items are priced only when few are left, since
  // that takes a larger program.
  void Price() {
    for (const Item& item : reduced_.items) {
      whole_ = whole_ && IsWhole(item.cost) &&
               std::all_of(item.starts.begin(), item.starts.end(), IsWhole);
    }
    for (uint32_t i = 0; i < reduced_.items.size(); ++i) {
      kept_.push_back(reduced_.items[i]);
      kept_from_.push_back(i);
    }
    DropDear(PriceBits(WithoutNeeds(), CostsOfKept(), goal_));
    prices_ = PriceBits(kept_, CostsOfKept(), goal_);
    DropDear(prices_);
    std::vector<double> budgets;
    for (uint32_t i = 0; i < kept_.size(); ++i) {
      const Item& item = kept_[i];
      budgets.push_back(item.budget);
      steps_.push_back({item.gives, item.needs, item.cost, item.budget, i, !item.starts.empty()});
    }
    budget_prices_ = PriceBits(WithoutNeeds(), budgets, goal_);
  }

  std::vector<Item> WithoutNeeds() const {
    std::vector<Item> items = kept_;
    for (Item& item : items) item.needs = 0;
    return items;
  }

  std::vector<double> CostsOfKept() const {
    std::vector<double> costs;
    for (const Item& item : kept_) costs.push_back(item.cost);
    return costs;
  }

  // Drops the items of kept_ that no solution as good as the best so far has, and raises root_.
  void DropDear(const CoverPrices& prices) {
    const double bound = StillToSpend(prices, kept_, goal_, Mask(0));
    root_ = std::max(root_, bound);
    if (!best_.found) return;
    const std::vector<double> slacks = Slacks(prices, kept_, CostsOfKept(), goal_);
    std::vector<uint32_t> stays_as(kept_.size(), kNone);
    uint32_t stays = 0;
    for (size_t i = 0; i < kept_.size(); ++i) {
      if (Rounded(bound + slacks[i]) > best_.cost + kTiny) continue;
      stays_as[i] = stays;
      kept_[stays] = kept_[i];
      kept_from_[stays] = kept_from_[i];
      ++stays;
    }
    kept_.resize(stays);
    kept_from_.resize(stays);
    for (NeedPrice& need : prices_.of_need) need.item = stays_as[need.item];
    std::erase_if(prices_.of_need, [](const NeedPrice& need) { return need.item == kNone; });
  }

  double Rounded(double bound) const { return whole_ ? std::ceil(bound - kTiny) : bound; }

  Outlook OutlookOf(uint32_t at) const {
    const Way<Mask>& way = ways_[at];
    return {Rounded(way.cost + StillToSpend(prices_, kept_, goal_, way.have)),
            way.budget + StillToSpend(budget_prices_, kept_, goal_, way.have),
            way.count + (IsWithin(goal_, way.have) ? 0 : 1), at};
  }

  bool IsBeatenByBest(const Outlook& outlook) const {
    if (problem_.budget && outlook.budget > *problem_.budget + kTiny) return true;
    if (!best_.found || outlook.cost < best_.cost - kTiny) return false;
    if (outlook.cost > best_.cost + kTiny) return true;
    return outlook.budget > best_.budget + kTiny;
  }

  bool CanTake(const Step<Mask>& step, const Mask& have) const {
    return IsWithin(step.needs, have) && !IsWithin(step.gives, have);
  }

  void Extend(uint32_t at) {
    const Mask wanted = ~ways_[at].have;
    for (const Step<Mask>& step : steps_) {
      if (!((step.gives & wanted) == Mask(0)) && CanTake(step, ways_[at].have)) Take(at, step);
    }
  }

  void Take(uint32_t at, const Step<Mask>& step) {
    const Way<Mask>& way = ways_[at];
    Way<Mask> next;
    next.have = way.have | step.gives;
    next.cost =
        step.has_starts ? EndOf(reduced_, kept_[step.item], way.cost) : way.cost + step.cost;
    next.budget = way.budget + step.budget;
    next.count = way.count + 1;
    next.item = step.item;
    next.previous = at;
    Add(next);
  }

  void Add(Way<Mask> next) {
    const auto at = static_cast<uint32_t>(ways_.size());
    const auto [found, is_new] = first_way_.try_emplace(next.have, at);
    if (!is_new) {
      for (uint32_t other = found->second; other != kNone; other = ways_[other].sibling) {
        if (Beats(ways_[other], next)) return;
      }
    }
    next.sibling = is_new ? kNone : found->second;
    ways_.push_back(next);
    const Outlook outlook = OutlookOf(at);
    if (IsBeatenByBest(outlook) || !FitsBudget(next)) {
      ways_.pop_back();
      if (is_new) first_way_.erase(found);
      return;
    }
    found->second = at;
    queue_.push(outlook);
  }

  bool FitsBudget(const Way<Mask>& way) const {
    return !problem_.budget || way.budget <= *problem_.budget;
  }

  // Every solution by way of b has one by way of a that is as good. An earlier end alone may come
  // to nothing, as the next course begins on its day.
  bool Beats(const Way<Mask>& a, const Way<Mask>& b) const {
    return a.cost <= b.cost && a.budget <= b.budget && a.count <= b.count;
  }

  // The way was overtaken after it was queued.
  bool IsBeaten(uint32_t at) const {
    for (uint32_t other = first_way_.at(ways_[at].have); other != at;
         other = ways_[other].sibling) {
      if (Beats(ways_[other], ways_[at])) return true;
    }
    return false;
  }

  CoverSolution SolutionOf(uint32_t at) const {
    std::vector<size_t> items;
    for (; at != 0; at = ways_[at].previous) items.push_back(original_[kept_from_[ways_[at].item]]);
    std::reverse(items.begin(), items.end());
    return Taken(problem_, std::move(items));
  }

  CoverSolution Original(CoverSolution solution) const {
    for (size_t& item : solution.items) item = original_[item];
    return solution;
  }

  CoverSolution Proven(CoverSolution solution) const {
    solution.found = solution.optimal = true;
    solution.lower_bound = solution.cost;
    solution.work = ways_.size();
    return solution;
  }

  CoverSolution Impossible() const {
    CoverSolution none;
    none.optimal = true;
    none.lower_bound = kInfinity;
    none.work = ways_.size();
    return none;
  }

  // Every way not looked at yet comes to at least as much as the one on top of the queue.
  CoverSolution GiveUp(double next_cost) const {
    CoverSolution solution = Original(best_);
    solution.lower_bound = std::max(Rounded(root_), next_cost);
    if (solution.found) solution.lower_bound = std::min(solution.lower_bound, solution.cost);
    solution.optimal = solution.found && solution.lower_bound >= solution.cost;
    solution.work = ways_.size();
    return solution;
  }

  const CoverProblemOf<Mask>& problem_;
  CoverProblemOf<Mask> reduced_;
  std::vector<size_t> original_;  // of reduced_.items
  Mask goal_ = 0;
  Mask given_ = 0;
  bool whole_;  // costs are whole numbers, so that a bound may be rounded up to one
  double root_ = 0;
  std::vector<Item> kept_;           // parallel to steps_
  std::vector<uint32_t> kept_from_;  // index in reduced_.items
  CoverPrices prices_;
  CoverPrices budget_prices_;
  std::vector<Step<Mask>> steps_;
  CoverSolution best_;  // in terms of reduced_
  std::vector<Way<Mask>> ways_;
  absl::flat_hash_map<Mask, uint32_t> first_way_;
  std::priority_queue<Outlook, std::vector<Outlook>, std::greater<>> queue_;
};

}  // namespace

template <class Mask>
CoverSolution SolveDatedCover(const CoverProblemOf<Mask>& problem) {
  return Search<Mask>(problem).Run();
}

template CoverSolution SolveDatedCover(const CoverProblemOf<uint64_t>&);
template CoverSolution SolveDatedCover(const CoverProblemOf<WideMask>&);

}  // namespace overstap::plan
