// When items of a cover problem can begin.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/plan/cover.h"

namespace overstap::plan {

// An end that is soon enough.
struct EndLimit {
  double end = std::numeric_limits<double>::infinity();
  bool or_equal = true;  // false: it is to be before `end`

  bool Allows(double other) const { return or_equal ? other <= end + kTiny : other < end - kTiny; }
  static constexpr double kTiny = 1e-7;
};

// The begins of items as costs: BeginOf (cover.h), looked up in lists. The problem outlives this.
class CoverBegins {
 public:
  template <class Mask>
  explicit CoverBegins(const CoverProblemOf<Mask>& problem)
      : begin_(problem.begin), repeats_after_(problem.repeats_after) {
    for (const CoverItemOf<Mask>& item : problem.items) {
      items_.push_back({item.cost, item.starts, 0, 0});
    }
  }

  // Lists begins up to this. Not below what it was.
  void Know(double horizon);

  bool HasStarts(uint32_t item) const { return !items_[item].starts.empty(); }
  // The first at or after `ready`; infinite when it is beyond the horizon and `limit` is not.
  double Next(uint32_t item, double ready, double limit) const {
    const Item& of = items_[item];
    if (of.starts.empty()) return ready;
    for (uint32_t i = of.first; i < of.last; ++i) {
      if (begins_[i] >= ready) return begins_[i];
    }
    if (limit <= horizon_) return kInfinity;
    return BeginOf(of.starts, begin_ + ready, repeats_after_) - begin_;
  }
  // The last up to the horizon with which the item is over by `end`; minus infinity when there is
  // none.
  double Last(uint32_t item, double end) const {
    const Item& of = items_[item];
    if (of.starts.empty()) return end - of.cost;
    for (uint32_t i = of.last; i-- > of.first;) {
      if (begins_[i] + of.cost <= end) return begins_[i];
    }
    return -kInfinity;
  }

 private:
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();
  struct Item {
    double cost;
    std::span<const double> starts;
    uint32_t first;  // in begins_
    uint32_t last;   // the one after the last
  };

  double begin_;
  double repeats_after_;
  double horizon_ = -1;
  std::vector<Item> items_;
  std::vector<double> begins_;  // of all items, those of each ascending
};

// When somebody has to be ready at the latest to take items by a limit, with any others in between.
// More items never make that later. Knows up to kMost items; others are taken to ask nothing.
class LatestReady {
 public:
  static constexpr size_t kMost = 8;

  explicit LatestReady(const CoverBegins& begins) : begins_(begins) {}

  // Up to what it knows the begins reach the limit, unless that is infinite.
  void Clear(EndLimit limit);
  // One more; `before`: which of the first kMost, by the order in which they come here, have to be
  // taken before it. False: nobody is ready soon enough.
  bool Push(uint32_t item, uint64_t before = 0);
  void Pop();
  // The same items by another limit.
  void SetLimit(EndLimit limit);

  // `left`: of the first kMost those that are to be taken yet, and any bits beyond.
  double Of(uint64_t left) const { return latest_[left & (latest_.size() - 1)]; }

 private:
  struct Item {
    uint32_t item;
    uint64_t before;
  };
  bool Extend();

  const CoverBegins& begins_;
  std::vector<Item> items_;     // all
  std::vector<double> latest_;  // by set of the first
};

}  // namespace overstap::plan
