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

// Earliest end of every set of courses that is on the way to an end of at most `limit`, and the
// course that comes last in it.
struct Ends {
  std::vector<double> end;
  std::vector<size_t> last;
};

Ends EarliestEnds(std::span<const Dated> courses, double start, double limit,
                  const std::function<bool(size_t, uint32_t)>& can_begin) {
  const uint32_t sets = uint32_t{1} << courses.size();
  Ends ends = {std::vector<double>(sets, kNever), std::vector<size_t>(sets, 0)};
  std::vector<double> left(sets, 0);  // days of the courses outside the set
  for (uint32_t set = sets - 1; set-- > 0;) {
    const int next = std::countr_one(set);
    left[set] = left[set | uint32_t{1} << next] + courses[static_cast<size_t>(next)].days;
  }
  ends.end[0] = start;
  // In this order, of equals the order as given wins.
  for (uint32_t before = 0; before + 1 < sets; ++before) {
    if (ends.end[before] == kNever) continue;
    ForEachBit(uint64_t{~before & (sets - 1)}, [&](int bit) {
      const auto i = static_cast<size_t>(bit);
      const uint32_t set = before | uint32_t{1} << bit;
      const double end = courses[i].End(ends.end[before]);
      if (end + left[set] > limit || end >= ends.end[set] || !can_begin(i, before)) return;
      ends.end[set] = end;
      ends.last[set] = i;
    });
  }
  return ends;
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
  const Ends ends = EarliestEnds(dated, begin, limit, can_begin);
  if (ends.end.back() >= as_given) return order;
  auto set = static_cast<uint32_t>(ends.end.size() - 1);
  for (size_t position = courses.size(); position-- > 0;) {
    order[position] = ends.last[set];
    set &= ~(uint32_t{1} << ends.last[set]);
  }
  return order;
}

}  // namespace overstap::plan
