// The order of given items that ends first.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/plan/cover.h"

namespace overstap::plan {

// An end that is soon enough.
struct EndLimit {
  double end = std::numeric_limits<double>::infinity();
  bool or_equal = true;  // false: it is to be before `end`

  bool Allows(double other) const { return or_equal ? other <= end + kTiny : other < end - kTiny; }
  static constexpr double kTiny = 1e-7;
};

struct OrderFound {
  double end = std::numeric_limits<double>::infinity();  // infinite: none is soon enough
  std::vector<uint32_t> items;                           // in order
  bool is_proven = true;  // false: max_work ran out, an earlier end is possible
};

// The earliest ends by which sets of up to kMaskBits items can be taken, as far as they are known.
template <class Mask>
class EarliestEnds {
 public:
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
// begins. Whoever is ready too late for what is left of the items with starts, whatever comes
// between, is ready too late. Not thread-safe.
template <class Mask>
class CoverOrder {
 public:
  explicit CoverOrder(const CoverProblemOf<Mask>& problem);

  // The order of at most kMaskBits items, each once. Looks at no more than max_work sets.
  OrderFound Find(std::span<const uint32_t> items, EndLimit limit, size_t max_work) {
    return Search(items, Needs::kMet, limit, max_work);
  }
  // False: not even if nothing needed anything there would be an order that ends soon enough.
  bool MayEnd(std::span<const uint32_t> items, EndLimit limit, size_t max_work) {
    const OrderFound found = Search(items, Needs::kIgnored, limit, max_work);
    return !found.items.empty() || !found.is_proven;
  }
  // Sets looked at by all calls.
  size_t work() const { return work_; }

 private:
  enum class Needs { kMet, kIgnored };
  struct Course {
    Mask gives;
    Mask needs;
    double cost;
    uint32_t first_begin;  // in begins_
    uint32_t last_begin;   // the one after the last
    uint32_t item;
    bool has_starts;
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

  OrderFound Search(std::span<const uint32_t> items, Needs needs, EndLimit limit, size_t max_work);
  void Visit(const Taken& taken);
  bool IsEnough() const { return is_any_enough_ && !best_.items.empty(); }
  bool AddNext(const Taken& taken);
  void Unroll();
  double BeginOfCourse(const Course& course, double ready) const;
  double LatestBegin(const Course& course, double end) const;
  void Arrange(std::span<const uint32_t> items, Needs needs);
  void SetBefore();
  bool SetLatest();
  bool IsTooLate(const Taken& taken) const;

  const CoverProblemOf<Mask>& problem_;
  std::vector<Course> all_;     // by item
  double horizon_ = -1;         // up to which begins are known
  std::vector<double> begins_;  // of all items, those of each ascending, as costs
  size_t work_ = 0;
  // Of the call.
  std::vector<Course> courses_;   // those with starts first, then those that others need
  std::vector<uint64_t> before_;  // of the first courses: which of them have to come before
  std::vector<double> latest_;    // by set of the first courses left: when to be ready
  bool is_any_enough_ = false;
  EndLimit limit_;
  size_t most_work_ = 0;
  OrderFound best_;
  std::vector<uint32_t> order_;
  std::vector<Next> next_;  // of all depths, those of the deepest last
  EarliestEnds<Mask> ends_;
};

}  // namespace overstap::plan
