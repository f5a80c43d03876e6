#include "engine/plan/schedule.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/enum_names.h"
#include "engine/plan/cover.h"
#include "engine/plan/cover_mask.h"

namespace overstap::plan {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr absl::CivilDay kDayZero(1970, 1, 1);
constexpr double kYear = 364;  // whole weeks, so that a course stays on its day of the week
constexpr std::array<std::string_view, 3> kBasisNames = {"any_day", "listed", "repeated"};

// What the order of courses is found from.
struct Dated {
  std::span<const double> starts;
  double days;

  double End(double ready) const { return BeginOf(starts, ready, kYear) + days; }
};

// The end of the order in which the course with the least waiting is always next; kNever when that
// runs stuck.
double EndOfLeastWaiting(std::span<const Dated> courses, double start,
                         const std::function<bool(size_t, uint32_t)>& can_begin) {
  double ready = start;
  uint32_t taken = 0;
  for (size_t left = courses.size(); left > 0; --left) {
    size_t best = courses.size();
    double earliest = kNever;
    for (size_t i = 0; i < courses.size(); ++i) {
      if ((taken >> i & 1) != 0 || !can_begin(i, taken)) continue;
      const double begin = BeginOf(courses[i].starts, ready, kYear);
      if (begin < earliest) {
        earliest = begin;
        best = i;
      }
    }
    if (best == courses.size()) return kNever;
    ready = courses[best].End(ready);
    taken |= uint32_t{1} << best;
  }
  return ready;
}

// When every course is over, in days after `start`, for somebody who is ready on a day up to the
// limit.
class EndTable {
 public:
  EndTable(std::span<const Dated> courses, double start, int limit)
      : courses_(courses.size()), ends_(courses_ * (static_cast<size_t>(limit) + 1)) {
    for (size_t i = 0; i < courses_; ++i) {
      int begin = -1;
      for (int ready = 0; ready <= limit; ++ready) {
        if (begin < ready) {
          begin = static_cast<int>(BeginOf(courses[i].starts, start + ready, kYear) - start);
        }
        ends_[static_cast<size_t>(ready) * courses_ + i] =
            begin + static_cast<int>(courses[i].days);
      }
    }
  }

  // By course.
  const int* Of(int ready) const { return &ends_[static_cast<size_t>(ready) * courses_]; }

 private:
  size_t courses_;
  std::vector<int> ends_;
};

constexpr int kNotYet = std::numeric_limits<int>::max();

// Of a set of courses that is on the way to an end of at most a limit.
struct Set {
  int end = kNotYet;  // the earliest, in days after the start
  int left = 0;       // days of the courses outside it
  size_t last = 0;    // the course that comes last
};

// By set, as bits. Of the set of all courses kNotYet when no order ends within the limit.
std::vector<Set> EndsWithin(std::span<const Dated> courses, double start, int limit,
                            const std::function<bool(size_t, uint32_t)>& can_begin) {
  const uint32_t sets = uint32_t{1} << courses.size();
  std::vector<Set> ends(sets);
  const EndTable end_of(courses, start, limit);
  uint32_t at_once = 0;  // courses that can begin without any other
  for (size_t i = 0; i < courses.size(); ++i) {
    ends[0].left += static_cast<int>(courses[i].days);
    if (can_begin(i, 0)) at_once |= uint32_t{1} << i;
  }
  ends[0].end = 0;
  // In this order, of equals the order as given wins.
  for (uint32_t before = 0; before + 1 < sets; ++before) {
    const Set from = ends[before];
    if (from.end == kNotYet) continue;
    const uint64_t outside = ~before & (sets - 1);
    const int* const end_if = end_of.Of(from.end);
    bool too_late = false;
    ForEachBit(outside, [&](int i) { too_late = too_late || end_if[i] > limit; });
    if (too_late) continue;
    ForEachBit(outside, [&](int bit) {
      const auto i = static_cast<size_t>(bit);
      Set& to = ends[before | uint32_t{1} << bit];
      const int left = from.left - static_cast<int>(courses[i].days);
      if (end_if[i] + left > limit || end_if[i] >= to.end) return;
      if ((at_once >> bit & 1) != 0 || can_begin(i, before)) to = {end_if[i], left, i};
    });
  }
  return ends;
}

// The same, with the least limit that there is an order for or nearly so: the tighter it is, the
// fewer sets there are to look at. `most`: the end of some order.
std::vector<Set> EarliestEnds(std::span<const Dated> courses, double start, int most,
                              const std::function<bool(size_t, uint32_t)>& can_begin) {
  int work = 0;
  for (const Dated& course : courses) work += static_cast<int>(course.days);
  for (int waiting = work / 8; work + waiting < most; waiting = 3 * waiting + 1) {
    std::vector<Set> ends = EndsWithin(courses, start, work + waiting, can_begin);
    if (ends.back().end != kNotYet) return ends;
  }
  return EndsWithin(courses, start, most, can_begin);
}

}  // namespace

std::string_view StartBasisName(StartBasis basis) { return EnumName(kBasisNames, basis); }

double DaysOf(double weeks) { return std::ceil(7 * weeks); }

std::vector<CourseDays> Schedule(std::span<const CourseToPlan> courses, absl::CivilDay start) {
  std::vector<CourseDays> days;
  absl::CivilDay ready = start;
  for (const CourseToPlan& course : courses) {
    const auto number = static_cast<double>(ready - kDayZero);
    const double wait = BeginOf(course.starts, number, kYear) - number;
    CourseDays planned;
    planned.waiting_days = static_cast<int>(wait);
    planned.begin = ready + planned.waiting_days;
    planned.end = planned.begin + static_cast<int>(DaysOf(course.weeks));
    if (!course.starts.empty()) {
      planned.basis = number <= course.starts.back() ? StartBasis::kListed : StartBasis::kRepeated;
    }
    ready = planned.end;
    days.push_back(planned);
  }
  return days;
}

std::vector<size_t> EarliestOrder(std::span<const CourseToPlan> courses, absl::CivilDay start,
                                  const std::function<bool(size_t, uint32_t)>& can_begin) {
  std::vector<size_t> order(courses.size());
  std::iota(order.begin(), order.end(), 0);
  if (courses.size() > kMostOrdered) return order;
  const auto begin = static_cast<double>(start - kDayZero);
  std::vector<Dated> dated;
  double as_given = begin;
  double without_waiting = begin;
  for (const CourseToPlan& course : courses) {
    dated.push_back({course.starts, DaysOf(course.weeks)});
    as_given = dated.back().End(as_given);
    without_waiting += dated.back().days;
  }
  if (as_given == without_waiting) return order;
  const double limit = std::min(as_given, EndOfLeastWaiting(dated, begin, can_begin));
  const std::vector<Set> ends =
      EarliestEnds(dated, begin, static_cast<int>(limit - begin), can_begin);
  if (ends.back().end >= static_cast<int>(as_given - begin)) return order;
  auto set = static_cast<uint32_t>(ends.size() - 1);
  for (size_t position = courses.size(); position-- > 0;) {
    order[position] = ends[set].last;
    set &= ~(uint32_t{1} << ends[set].last);
  }
  return order;
}

}  // namespace overstap::plan
