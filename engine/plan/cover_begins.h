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

  // Whatever ends later ends too late.
  double LastEnd() const { return or_equal ? end + kTiny : end - kTiny; }
  static constexpr double kTiny = 1e-7;
};

// The begins of items as costs: BeginOf (cover.h), looked up in lists. The problem outlives this.
class CoverBegins {
 public:
  template <class Mask>
  explicit CoverBegins(const CoverProblemOf<Mask>& problem)
      : begin_(problem.begin), repeats_after_(problem.repeats_after) {
    for (const CoverItemOf<Mask>& item : problem.items) {
      items_.push_back({item.cost, !item.starts.empty(), 1, 0, item.starts});
    }
  }

  // Lists begins up to this. Not below what it was.
  void Know(double horizon);

  bool HasStarts(uint32_t item) const { return items_[item].has_starts; }
  // The first at or after `ready`; infinite when it is beyond the horizon and `limit` is not.
  double Next(uint32_t item, double ready, double limit) const {
    const Item& of = items_[item];
    if (!of.has_starts) return ready;
    const double* begin = &begins_[of.first];
    while (*begin < ready) ++begin;
    if (*begin < kInfinity || limit <= horizon_) return *begin;
    return BeginOf(of.starts, begin_ + ready, repeats_after_) - begin_;
  }
  // The last up to the horizon with which the item is over by `end`; minus infinity when there is
  // none.
  double Last(uint32_t item, double end) const {
    const Item& of = items_[item];
    const double latest = end - of.cost;
    if (!of.has_starts) return latest;
    const double* begin = &begins_[of.last];
    while (*begin > latest) --begin;
    return *begin;
  }

 private:
  static constexpr double kInfinity = std::numeric_limits<double>::infinity();
  struct Item {
    double cost;
    bool has_starts;
    uint32_t first;  // in begins_
    uint32_t last;   // the one before the first when there is none
    std::span<const double> starts;
  };

  double begin_;
  double repeats_after_;
  double horizon_ = -1;
  std::vector<Item> items_;
  // Of all items, those of each ascending between minus infinity and infinity.
  std::vector<double> begins_ = {-kInfinity, kInfinity};
};

// When somebody has to be ready at the latest to take items by a limit, with any others in between.
// More items never make that later. Knows up to kMost items; others are taken to ask nothing.
class LatestReady {
 public:
  static constexpr size_t kMost = 7;

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
