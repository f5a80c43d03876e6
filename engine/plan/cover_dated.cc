#include "engine/plan/cover_dated.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_branch.h"
#include "engine/plan/cover_greedy.h"
#include "engine/plan/cover_reduce.h"
#include "engine/plan/cover_sets.h"

namespace overstap::plan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTiny = EndLimit::kTiny;
// Sets of items are looked at up to a sum of costs that is raised until there is a solution that
// costs no more: the less it is, the fewer sets there are. First it is so large a part of the least
// cost above that, then twice as far; so often.
constexpr double kFirstPart = 48;
constexpr int kMostRounds = 6;
// What is known to be enough is taken at once when it is not so many times as far as the first.
constexpr double kMuch = 3;
constexpr size_t kWorkWithoutStarts = 1000;  // for a solution when there is none

bool IsWhole(double value) { return value == std::floor(value) && std::abs(value) < 1e9; }

template <class Mask>
bool IsWhole(const CoverProblemOf<Mask>& problem) {
  const auto is_whole = [](const CoverItemOf<Mask>& item) {
    return IsWhole(item.cost) && std::all_of(item.starts.begin(), item.starts.end(),
                                             [](double start) { return IsWhole(start); });
  };
  return IsWhole(problem.begin) && IsWhole(problem.repeats_after) &&
         std::all_of(problem.items.begin(), problem.items.end(), is_whole);
}

template <class Mask>
class DatedSearch {
 public:
  explicit DatedSearch(const CoverProblemOf<Mask>& problem)
      : problem_(problem), is_whole_(IsWhole(problem)) {}

  CoverSolution Run() {
    Restrict();
    if (!IsWithin(reduced_.goal, given_)) return Finished(kInfinity);
    PriceWithoutNeeds();
    double open = least_;
    double more = least_ / kFirstPart;
    const double much = kMuch * more;
    double known = problem_.known_cost;
    for (int round = 0; round < kMostRounds && more > kTiny; ++round, more *= 2) {
      known = std::min(known, CostOf(best_));
      const double most = known <= likely_ + std::max(much, more) ? known : likely_ + more;
      open = std::max(open, Search(best_.found ? best_ : UpTo(std::min(most + more, known)), most));
      if (work_ >= problem_.max_work || CostOf(best_) + kTiny < open) return Finished(open);
      if (most >= known) known = kInfinity;  // not so
    }
    ImproveQuickly();
    return Finished(std::max(open, Search(best_, kInfinity)));
  }

 private:
  using Item = CoverItemOf<Mask>;

  // To bits that are wanted or needed, and to items that nothing dominates.
  void Restrict() {
    std::vector<Item> items = problem_.items;
    reduced_ = Without(problem_);
    reduced_.goal = EssentialGoal<Mask>(problem_.items, problem_.goal);
    Mask wanted = reduced_.goal;
    for (const Item& item : items) wanted |= item.needs;
    for (Item& item : items) item.gives &= wanted;
    for (const size_t index : UndominatedItems<Mask>(items, true)) {
      reduced_.items.push_back(items[index]);
      original_.push_back(index);
      given_ |= items[index].gives;
    }
  }

  // The problem without its items.
  static CoverProblemOf<Mask> Without(const CoverProblemOf<Mask>& problem) {
    CoverProblemOf<Mask> without;
    without.goal = problem.goal;
    without.budget = problem.budget;
    without.begin = problem.begin;
    without.repeats_after = problem.repeats_after;
    return without;
  }

  void PriceWithoutNeeds() {
    std::vector<Item> items = reduced_.items;
    for (Item& item : items) item.needs = 0;
    prices_ = Prices(items, reduced_.goal);
    likely_ = least_ = StillToSpend(prices_, items, reduced_.goal, Mask(0));
    slacks_ = Slacks(prices_, items, Costs(items), reduced_.goal);
  }

  static std::vector<double> Costs(const std::vector<Item>& items) {
    std::vector<double> costs;
    for (const Item& item : items) costs.push_back(item.cost);
    return costs;
  }

  static CoverPrices Prices(const std::vector<Item>& items, const Mask& goal) {
    return PriceBits(items, Costs(items), goal);
  }

  // To be improved upon by whatever costs no more.
  static CoverSolution UpTo(double cost) {
    CoverSolution target;
    target.found = true;
    target.cost = cost;
    target.budget = kInfinity;
    return target;
  }

  // Looks for what is better than the target among sets of items whose costs come to no more than
  // `most`. Gives what nothing better than the best after that costs less than. Needs are priced
  // only for items that may be in such a set, since that takes a larger program.
  double Search(CoverSolution target, double most) {
    CoverProblemOf<Mask> kept = Without(reduced_);
    std::vector<size_t> kept_from;
    double open = kInfinity;
    for (size_t i = 0; i < reduced_.items.size(); ++i) {
      const double least_with = least_ + slacks_[i];
      if (least_with > CostOf(target) + kTiny) continue;
      if (least_with > most + kTiny) {
        open = std::min(open, least_with);
        continue;
      }
      kept.items.push_back(reduced_.items[i]);
      kept_from.push_back(i);
    }
    const double sought = CostOf(target);
    CoverSets<Mask> sets(kept, Prices(kept.items, kept.goal), is_whole_);
    if (sets.Search(&target, most, problem_.max_work - work_)) {
      for (size_t& item : target.items) item = original_[kept_from[item]];
      best_ = std::move(target);
    }
    work_ += sets.work();
    likely_ = std::max(likely_, sets.root());
    if (!best_.found) open = std::min(open, sought);
    return std::min(sets.open(), open);
  }

  static double CostOf(const CoverSolution& solution) {
    return solution.found ? solution.cost : kInfinity;
  }

  // Finds some solution, if that is easy.
  void ImproveQuickly() {
    Improve(SolveCoverGreedily(reduced_));
    if (problem_.budget) Improve(SolveCoverGreedily(reduced_, true));
    CoverProblemOf<Mask> without_starts = reduced_;
    for (Item& item : without_starts.items) item.starts = {};
    without_starts.max_work = kWorkWithoutStarts;
    const CoverSolution solution = SolveCoverByBranching(without_starts);
    if (!solution.found || solution.items.size() > static_cast<size_t>(kMaskBits<Mask>)) return;
    CoverOrder<Mask> order(reduced_);
    order.SetLimit({CostOf(best_), true});
    for (const size_t item : solution.items) order.Push(static_cast<uint32_t>(item));
    const OrderFound found = order.Find({CostOf(best_), true}, kWorkWithoutStarts);
    if (!found.items.empty()) Improve(Taken(reduced_, {found.items.begin(), found.items.end()}));
  }

  // `solution` is of reduced_; kept as one of problem_.
  void Improve(CoverSolution solution) {
    const auto preference = [](const CoverSolution& of) {
      return std::tuple(of.cost, of.budget, of.items.size());
    };
    if (!solution.found || (best_.found && preference(best_) <= preference(solution))) return;
    best_ = std::move(solution);
    for (size_t& item : best_.items) item = original_[item];
  }

  // `open`: no solution better than the best costs less.
  CoverSolution Finished(double open) {
    if (open < kInfinity && !best_.found) ImproveQuickly();
    CoverSolution solution = best_;
    solution.work = work_;
    solution.lower_bound = solution.found ? std::min(open, solution.cost) : open;
    solution.optimal = open == kInfinity || (solution.found && open >= solution.cost);
    return solution;
  }

  const CoverProblemOf<Mask>& problem_;
  bool is_whole_;  // so that a bound may be rounded up
  CoverProblemOf<Mask> reduced_;
  std::vector<size_t> original_;  // parallel to reduced_.items
  Mask given_ = 0;
  CoverPrices prices_;          // without needs
  std::vector<double> slacks_;  // of reduced_.items, by these prices
  double least_ = 0;            // no solution costs less, by these prices
  double likely_ = 0;           // the best costs more, as far as its needs have been looked at
  CoverSolution best_;          // in terms of problem_
  size_t work_ = 0;
};

}  // namespace

template <class Mask>
CoverSolution SolveDatedCover(const CoverProblemOf<Mask>& problem) {
  return DatedSearch<Mask>(problem).Run();
}

template CoverSolution SolveDatedCover(const CoverProblemOf<uint64_t>&);
template CoverSolution SolveDatedCover(const CoverProblemOf<WideMask>&);

}  // namespace overstap::plan
