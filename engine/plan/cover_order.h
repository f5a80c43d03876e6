// The order of given items that ends first.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/plan/cover.h"
#include "engine/plan/cover_begins.h"

namespace overstap::plan {

struct OrderFound {
  double end = std::numeric_limits<double>::infinity();  // infinite: none is soon enough
  std::vector<uint32_t> items;                           // in order
  bool is_proven = true;  // false: max_work ran out, an earlier end is possible
};

// The earliest ends by which sets of up to kMaskBits items can be taken, as far as they are known.
template <class Mask>
class EarliestEnds {
 public:
  // Forgets all. Sets are of so many items from now on.
  void Clear(size_t items);
  // False: the set was had as early before.
  bool Add(const Mask& set, double end);

 private:
  struct End {
    double end;
    uint32_t round;  // other rounds are as good as cleared
  };
  bool is_few_ = true;
  uint32_t round_ = 0;
  std::vector<End> of_few_;  // by set
  absl::flat_hash_map<Mask, double> of_many_;
};

// Finds orders of items of one problem, which outlives it, by depth-first search over the sets of
// items taken. Who is ready earlier never ends later, so that of a set only the earliest end
// counts, and nobody waits for an item while another one could be begun and ended before it
// begins. Whoever is ready too late for what is left of the items with starts is not looked at.
// Not thread-safe.
template <class Mask>
class CoverOrder {
 public:
  explicit CoverOrder(const CoverProblemOf<Mask>& problem);

  // Items come one by one, the last leaves first: at most kMaskBits, each once. False: whatever is
  // needed and whatever else comes, these do not end within the limit.
  bool Push(uint32_t item);
  void Pop();
  void SetLimit(EndLimit limit);

  // The order of the items. Looks at no more than max_work sets.
  OrderFound Find(EndLimit limit, size_t max_work);
  // False: not even if nothing needed anything there would be an order that ends soon enough.
  // `limit` is not beyond that of SetLimit.
  bool MayEnd(EndLimit limit, size_t max_work);
  // Sets looked at by all calls.
  size_t work() const { return work_; }

 private:
  enum class Needs { kMet, kIgnored };
  struct Course {
    uint32_t item;
    Mask gives;
    Mask needs;
    double cost;
  };
  struct Taken {
    Mask courses = 0;  // by position in courses_
    Mask have = 0;
    double end = 0;
    double left = 0;  // cost of the others
  };
  struct Next {
    double begin;
    double end;
    uint32_t position;
  };

  OrderFound Search(Needs needs, EndLimit limit, size_t max_work);
  void Arrange(Needs needs);
  uint64_t Before(size_t position) const;
  void Visit(const Taken& taken);
  bool IsEnough() const { return needs_ == Needs::kIgnored && !best_.items.empty(); }
  void SetEnd(EndLimit limit) {
    limit_ = limit;
    last_end_ = limit.LastEnd();
  }
  bool IsTooLate(const Taken& taken) const;
  bool AddNext(const Taken& taken);

  const CoverProblemOf<Mask>& problem_;
  CoverBegins begins_;
  std::vector<uint32_t> items_;
  LatestReady of_starts_;  // of the items with starts
  size_t work_ = 0;
  // Of the call.
  Needs needs_ = Needs::kMet;
  EndLimit limit_;
  double last_end_ = 0;          // that it allows
  std::vector<Course> courses_;  // those with starts first, then those that have to do with needs
  LatestReady of_needs_;         // of these two kinds, with what has to come before what
  const LatestReady* latest_ = nullptr;
  size_t most_work_ = 0;
  OrderFound best_;
  std::vector<uint32_t> order_;
  std::vector<Next> next_;  // of all depths, those of the deepest last
  EarliestEnds<Mask> ends_;
};

}  // namespace overstap::plan
