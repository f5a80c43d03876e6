#include "engine/plan/cover_beam.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "engine/plan/cover_greedy.h"

namespace overstap::plan {
namespace {

template <class Mask>
class Beam {
 public:
  Beam(const CoverProblemOf<Mask>& problem, const CoverPrices& prices, size_t width, double most)
      : problem_(problem), prices_(prices), width_(width), most_(most) {}

  CoverSolution Run() {
    std::vector<Way> level(1);
    while (!level.empty()) level = Chosen(level, Next(level));
    return std::move(best_);
  }

 private:
  struct Way {
    Mask have = 0;
    double cost = 0;
    double budget = 0;
    std::vector<size_t> items;
  };
  struct Step {
    double at_least;
    double cost;
    double budget;
    size_t from;  // in the level before
    size_t item;

    friend bool operator<(const Step& a, const Step& b) {
      return std::tie(a.at_least, a.cost, a.budget, a.from, a.item) <
             std::tie(b.at_least, b.cost, b.budget, b.from, b.item);
    }
  };

  // Every item more that may still lead to less than `most_`, the most promising first.
  std::vector<Step> Next(const std::vector<Way>& level) const {
    std::vector<Step> steps;
    for (size_t from = 0; from < level.size(); ++from) {
      const Way& way = level[from];
      for (size_t i = 0; i < problem_.items.size(); ++i) {
        const CoverItemOf<Mask>& item = problem_.items[i];
        if (IsWithin(item.gives, way.have) || !IsWithin(item.needs, way.have)) continue;
        const double budget = way.budget + item.budget;
        if (problem_.budget && budget > *problem_.budget) continue;
        const double cost = EndOf(problem_, item, way.cost);
        const double at_least = cost + StillToSpend(prices_, problem_.items, problem_.goal,
                                                    Mask(way.have | item.gives));
        if (at_least < most_) steps.push_back({at_least, cost, budget, from, i});
      }
    }
    std::sort(steps.begin(), steps.end());
    return steps;
  }

  std::vector<Way> Chosen(const std::vector<Way>& level, const std::vector<Step>& steps) {
    std::vector<Way> chosen;
    absl::flat_hash_set<Mask> seen;
    for (const Step& step : steps) {
      if (chosen.size() == width_) break;
      const Way& before = level[step.from];
      const Mask have = before.have | problem_.items[step.item].gives;
      if (!seen.insert(have).second) continue;
      Way way = {have, step.cost, step.budget, before.items};
      way.items.push_back(step.item);
      if (IsWithin(problem_.goal, have)) {
        Finish(std::move(way.items));
      } else {
        chosen.push_back(std::move(way));
      }
    }
    return chosen;
  }

  void Finish(std::vector<size_t> items) {
    DropSuperfluous(problem_, &items);
    CoverSolution solution = Taken(problem_, std::move(items));
    if (!solution.found || solution.cost >= most_) return;
    most_ = solution.cost;
    best_ = std::move(solution);
  }

  const CoverProblemOf<Mask>& problem_;
  const CoverPrices& prices_;
  const size_t width_;
  double most_;
  CoverSolution best_;
};

}  // namespace

template <class Mask>
CoverSolution SolveCoverByBeam(const CoverProblemOf<Mask>& problem, const CoverPrices& prices,
                               size_t width, double most) {
  return Beam<Mask>(problem, prices, width, most).Run();
}

template CoverSolution SolveCoverByBeam(const CoverProblemOf<uint64_t>&, const CoverPrices&, size_t,
                                        double);
template CoverSolution SolveCoverByBeam(const CoverProblemOf<WideMask>&, const CoverPrices&, size_t,
                                        double);

}  // namespace overstap::plan
