#include "taxonomy/text/word_graph.h"

#include <algorithm>
#include <tuple>

namespace overstap::text {
namespace {

// The next of the seeds, or of the links of a unit that was reached. They come strongest first.
struct Reached {
  float strength;
  int hops;
  UnitId unit;
  float before = 0;        // strength of the unit that it is a link of
  uint32_t following = 0;  // the links of that unit that come after it
  uint32_t end = 0;

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
  // The strongest of links that lead to a strength of `floor` or more.
  const auto push_first = [&](uint32_t link, uint32_t end, float before, int hops) {
    if (link == end) return;
    const float strength = before * links_[link].strength;
    if (strength >= floor) push({strength, hops, links_[link].unit, before, link + 1, end});
  };
  for (const WeightedUnit& seed : seeds) push({seed.strength, 0, seed.unit});
  std::vector<WeightedUnit> reached;
  while (!open.empty() && reached.size() < kMostReached) {
    std::pop_heap(open.begin(), open.end());
    const Reached next = open.back();
    open.pop_back();
    push_first(next.following, next.end, next.before, next.hops);
    const uint8_t before = hops_and_one[next.unit];
    if (before != 0 && before <= next.hops + 1) continue;
    // A second time: weaker, but it can go on for longer.
    if (before == 0) reached.push_back({next.unit, next.strength});
    hops_and_one[next.unit] = static_cast<uint8_t>(next.hops + 1);
    if (next.hops == kMostHops) continue;
    push_first(begin_[next.unit], begin_[next.unit + 1], next.strength, next.hops + 1);
  }
  for (const WeightedUnit& unit : reached) hops_and_one[unit.unit] = 0;
  std::sort(reached.begin(), reached.end(), [](const WeightedUnit& a, const WeightedUnit& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.unit < b.unit;
  });
  return reached;
}

}  // namespace overstap::text
