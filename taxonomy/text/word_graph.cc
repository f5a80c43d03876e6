#include "taxonomy/text/word_graph.h"

#include <algorithm>
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
  // Kept by each thread: links to each unit reached so far, the fewest of the paths to it, and one
  // more; 0: not reached.
  thread_local std::vector<uint8_t> hops_and_one;
  thread_local std::vector<Reached> open;  // a heap
  if (hops_and_one.size() < names_.size()) hops_and_one.resize(names_.size(), 0);
  open.clear();
  const auto push = [&](const Reached& entry) {
    open.push_back(entry);
    std::push_heap(open.begin(), open.end());
  };
  const auto is_done = [&](UnitId unit, int hops) {
    return hops_and_one[unit] != 0 && hops_and_one[unit] <= hops + 1;
  };
  for (const WeightedUnit& seed : seeds) push({seed.strength, 0, seed.unit});
  std::vector<WeightedUnit> reached;
  while (!open.empty() && reached.size() < kMostReached) {
    std::pop_heap(open.begin(), open.end());
    const Reached next = open.back();
    open.pop_back();
    if (is_done(next.unit, next.hops)) continue;
    // A second time: weaker, but it can go on for longer.
    if (hops_and_one[next.unit] == 0) reached.push_back({next.unit, next.strength});
    hops_and_one[next.unit] = static_cast<uint8_t>(next.hops + 1);
    if (next.hops == kMostHops) continue;
    for (uint32_t i = begin_[next.unit]; i < begin_[next.unit + 1]; ++i) {
      const float strength = next.strength * links_[i].strength;
      if (strength < floor) break;  // the links of a unit come strongest first
      if (!is_done(links_[i].unit, next.hops + 1)) push({strength, next.hops + 1, links_[i].unit});
    }
  }
  for (const WeightedUnit& unit : reached) hops_and_one[unit.unit] = 0;
  std::sort(reached.begin(), reached.end(), [](const WeightedUnit& a, const WeightedUnit& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.unit < b.unit;
  });
  return reached;
}

}  // namespace overstap::text
