#include "taxonomy/text/word_graph.h"

#include <algorithm>
#include <queue>
#include <tuple>

namespace overstap::text {
namespace {

struct Reached {
  float strength;
  int hops;
  UnitId unit;

  // The strongest first; then the one reached in fewer links; then by unit.
  friend bool operator<(const Reached& a, const Reached& b) {
    return std::tuple(a.strength, -a.hops, ~a.unit) < std::tuple(b.strength, -b.hops, ~b.unit);
  }
};

}  // namespace

UnitId WordGraph::Intern(std::string_view unit) {
  const auto found = ids_.find(unit);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<UnitId>(names_.size());
  names_.emplace_back(unit);
  ids_.emplace(unit, id);
  return id;
}

UnitId WordGraph::Find(std::string_view unit) const {
  const auto found = ids_.find(unit);
  return found == ids_.end() ? kNoUnit : found->second;
}

void WordGraph::Link(UnitId from, UnitId to, float strength) {
  if (from != to) new_links_.push_back({from, to, strength});
}

void WordGraph::Finish() {
  std::sort(new_links_.begin(), new_links_.end(), [](const NewLink& a, const NewLink& b) {
    return std::tuple(a.from, a.to, -a.strength) < std::tuple(b.from, b.to, -b.strength);
  });
  const auto last = std::unique(
      new_links_.begin(), new_links_.end(),
      [](const NewLink& a, const NewLink& b) { return a.from == b.from && a.to == b.to; });
  new_links_.erase(last, new_links_.end());
  std::stable_sort(new_links_.begin(), new_links_.end(), [](const NewLink& a, const NewLink& b) {
    return std::tuple(a.from, -a.strength) < std::tuple(b.from, -b.strength);
  });
  begin_.assign(names_.size() + 1, 0);
  for (const NewLink& link : new_links_) ++begin_[link.from + 1];
  for (size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  links_.reserve(new_links_.size());
  for (const NewLink& link : new_links_) links_.push_back({link.to, link.strength});
  new_links_ = {};
}

std::vector<WeightedUnit> WordGraph::Expand(std::span<const WeightedUnit> seeds,
                                            float floor) const {
  std::priority_queue<Reached> open;
  for (const WeightedUnit& seed : seeds) open.push({seed.strength, 0, seed.unit});
  std::vector<WeightedUnit> reached;
  std::vector<int> hops;  // to each of them, the fewest of the paths so far
  const auto is_done = [&](UnitId unit, int with_hops) {
    for (size_t i = 0; i < reached.size(); ++i) {
      if (reached[i].unit == unit) return hops[i] <= with_hops;
    }
    return false;
  };
  const auto reach = [&](const Reached& next) {
    for (size_t i = 0; i < reached.size(); ++i) {
      if (reached[i].unit != next.unit) continue;
      hops[i] = next.hops;  // weaker, but it can go on for longer
      return;
    }
    reached.push_back({next.unit, next.strength});
    hops.push_back(next.hops);
  };
  while (!open.empty() && reached.size() < kMostReached) {
    const Reached next = open.top();
    open.pop();
    if (is_done(next.unit, next.hops)) continue;
    reach(next);
    if (next.hops == kMostHops) continue;
    for (uint32_t i = begin_[next.unit]; i < begin_[next.unit + 1]; ++i) {
      const float strength = next.strength * links_[i].strength;
      if (strength < floor) break;  // the links of a unit come strongest first
      if (!is_done(links_[i].unit, next.hops + 1)) {
        open.push({strength, next.hops + 1, links_[i].unit});
      }
    }
  }
  std::sort(reached.begin(), reached.end(), [](const WeightedUnit& a, const WeightedUnit& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.unit < b.unit;
  });
  return reached;
}

}  // namespace overstap::text
