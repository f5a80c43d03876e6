#include "engine/plan/cover_branch.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <optional>
#include <utility>

#include "engine/plan/cover_bound.h"
#include "engine/plan/cover_greedy.h"
#include "engine/plan/cover_reduce.h"
#include "engine/plan/cover_value.h"

namespace overstap::plan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kWhole = 1e-6;       // a share so near to 0 or 1 is that
constexpr uint64_t kWorkUnit = 1024;  // numbers of a program

template <class Mask>
class Branching {
 public:
  explicit Branching(const CoverProblemOf<Mask>& problem)
      : problem_(problem),
        value_(std::span<const Item>(problem.items), MostTaken(problem)),
        most_work_(problem.max_work * kWorkUnit) {}

  CoverSolution Run() {
    Restrict();
    if (!IsWithin(reduced_.goal, given_)) return Finished();
    Improve(SolveCoverGreedily(reduced_));
    if (problem_.budget) Improve(SolveCoverGreedily(reduced_, true));
    if (!Reduce()) return Finished();
    Explore(0);
    return Finished();
  }

 private:
  using Item = CoverItemOf<Mask>;

  // Every item gives a bit of use that the ones before it do not.
  static size_t MostTaken(const CoverProblemOf<Mask>& problem) {
    Mask bits = problem.goal;
    for (const Item& item : problem.items) bits |= item.needs;
    return std::min(problem.items.size(), static_cast<size_t>(CountBits(bits)));
  }

  // To bits that are wanted or needed, and to items that fit the budget.
  void Restrict() {
    reduced_.goal = EssentialGoal<Mask>(problem_.items, problem_.goal);
    reduced_.budget = problem_.budget;
    Mask wanted = reduced_.goal;
    for (const Item& item : problem_.items) wanted |= item.needs;
    for (size_t i = 0; i < problem_.items.size(); ++i) {
      Item item = problem_.items[i];
      item.gives &= wanted;
      if (problem_.budget && item.budget > *problem_.budget) continue;
      reduced_.items.push_back(item);
      original_.push_back(i);
      given_ |= item.gives;
    }
  }

  // Leaves items that are not in a solution better than the best so far, first without a look at
  // needs, which is quick, and those that others dominate. False: nothing is better.
  bool Reduce() {
    programs_.push_back(Program(true));
    if (!KeepUndecided()) return false;
    Keep(UndominatedItems<Mask>(reduced_.items, problem_.budget.has_value()));
    for (size_t before = original_.size() + 1; original_.size() < before;) {
      before = original_.size();
      programs_[0] = Program(false);
      if (!KeepUndecided()) return false;
    }
    return true;
  }

  CoverProgram Program(bool without_needs) const {
    std::vector<double> values;
    for (const Item& item : reduced_.items) values.push_back(value_.Of(item));
    if (!without_needs) return ProgramOf(reduced_.items, values, reduced_.goal, reduced_.budget);
    std::vector<Item> items = reduced_.items;
    for (Item& item : items) item.needs = 0;
    return ProgramOf(items, values, reduced_.goal, reduced_.budget);
  }

  bool KeepUndecided() {
    CoverProgram& program = programs_[0];
    if (!program.Solve(Enough()) || program.bound() > Enough()) return false;
    program.LeaveDear(Enough());
    std::vector<size_t> kept;
    program.ForEachUndecided([&](uint32_t item, double) { kept.push_back(item); });
    std::sort(kept.begin(), kept.end());
    Keep(kept);
    return true;
  }

  // Of reduced_.
  void Keep(const std::vector<size_t>& kept) {
    for (size_t i = 0; i < kept.size(); ++i) {
      reduced_.items[i] = reduced_.items[kept[i]];
      original_[i] = original_[kept[i]];
    }
    reduced_.items.resize(kept.size());
    original_.resize(kept.size());
  }

  double Enough() const { return best_.found ? value_.MostOfBetter(best_) : kInfinity; }

  // `solution` is of reduced_; kept as one of problem_.
  void Improve(CoverSolution solution) {
    if (!solution.found || (best_.found && !value_.IsBetter(solution, best_))) return;
    best_ = std::move(solution);
    for (size_t& item : best_.items) item = original_[item];
  }

  void Explore(size_t depth) {
    if (programs_.size() == depth + 1) programs_.push_back(programs_[depth]);
    CoverProgram& program = programs_[depth];
    while (program.Solve(Enough()) && program.bound() <= Enough()) {
      work_ += program.TakeWork();
      if (work_ > most_work_) {
        open_ = std::min(open_, program.bound());
        return;
      }
      program.LeaveDear(Enough());
      const std::optional<uint32_t> item = Choose(program);
      if (!item) return;
      CoverProgram& with_it = programs_[depth + 1];
      with_it = program;
      taken_.push_back(*item);
      if (with_it.Take(*item)) Explore(depth + 1);
      taken_.pop_back();
      if (!program.Leave(*item)) return;
    }
    work_ += program.TakeWork();
  }

  // The item to decide on next; nothing when there is no solution better than the best so far, in
  // which the one that the program comes nearest to is counted.
  std::optional<uint32_t> Choose(const CoverProgram& program) {
    std::vector<std::pair<double, uint32_t>> undecided;
    std::vector<size_t> rounded(taken_.begin(), taken_.end());
    std::pair<double, uint32_t> most_divided = {kWhole, 0};
    program.ForEachUndecided([&](uint32_t item, double share) {
      undecided.emplace_back(share, item);
      if (share >= 0.5) rounded.push_back(item);
      most_divided = std::max(most_divided, {std::min(share, 1 - share), item});
    });
    const Mask missing = Missing(&rounded);
    if (missing == Mask(0)) {
      DropSuperfluous(reduced_, &rounded);
      Improve(Taken(reduced_, rounded));
      if (program.bound() > Enough()) return std::nullopt;
    }
    if (most_divided.first > kWhole) return most_divided.second;
    std::optional<std::pair<double, uint32_t>> best;
    for (const auto& candidate : undecided) {
      const Mask& gives = reduced_.items[candidate.second].gives;
      if (!(missing == Mask(0)) && (gives & missing) == Mask(0)) continue;
      if (!best || candidate > *best) best = candidate;
    }
    if (!best) return std::nullopt;
    return best->second;
  }

  // Of the goal and of what items that are taken need, what cannot be had by `items` in any order.
  // Keeps those that can be, in an order in which they can.
  Mask Missing(std::vector<size_t>* items) const {
    Mask have = 0;
    std::vector<size_t> ordered;
    for (bool grown = true; grown;) {
      grown = false;
      std::erase_if(*items, [&](size_t item) {
        if (!IsWithin(reduced_.items[item].needs, have)) return false;
        have |= reduced_.items[item].gives;
        ordered.push_back(item);
        grown = true;
        return true;
      });
    }
    *items = std::move(ordered);
    Mask wanted = reduced_.goal;
    for (const uint32_t item : taken_) wanted |= reduced_.items[item].needs;
    return wanted & ~have;
  }

  CoverSolution Finished() {
    CoverSolution solution = best_;
    solution.work = work_ / kWorkUnit;
    solution.lower_bound = open_ < kInfinity ? value_.LeastCost(open_) : kInfinity;
    if (solution.found) solution.lower_bound = std::min(solution.lower_bound, solution.cost);
    solution.optimal =
        open_ == kInfinity || (solution.found && solution.lower_bound >= solution.cost);
    return solution;
  }

  const CoverProblemOf<Mask>& problem_;
  CoverValue value_;
  uint64_t most_work_;
  CoverProblemOf<Mask> reduced_;
  std::vector<size_t> original_;  // parallel to reduced_.items
  Mask given_ = 0;
  CoverSolution best_;                 // in terms of problem_
  std::deque<CoverProgram> programs_;  // by depth
  std::vector<uint32_t> taken_;
  double open_ = kInfinity;  // the least bound of what was given up
  uint64_t work_ = 0;
};

}  // namespace

template <class Mask>
CoverSolution SolveCoverByBranching(const CoverProblemOf<Mask>& problem) {
  return Branching<Mask>(problem).Run();
}

template CoverSolution SolveCoverByBranching(const CoverProblemOf<uint64_t>&);
template CoverSolution SolveCoverByBranching(const CoverProblemOf<WideMask>&);

}  // namespace overstap::plan
