#include "engine/plan/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/enum_names.h"
#include "engine/plan/cover.h"

namespace overstap::plan {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr absl::CivilDay kDayZero(1970, 1, 1);
constexpr double kYear = 364;  // whole weeks, so that a course stays on its day of the week
constexpr std::array<std::string_view, 3> kBasisNames = {"any_day", "listed", "repeated"};

double EndOf(const CourseToPlan& course, double ready) {
  return BeginOf(course.starts, ready, kYear) + DaysOf(course.weeks);
}

// Earliest end of every set of courses, and the course that comes last in it.
struct Ends {
  std::vector<double> end;
  std::vector<size_t> last;
};

Ends EarliestEnds(std::span<const CourseToPlan> courses, double start,
                  const std::function<bool(size_t, uint32_t)>& can_begin) {
  const uint32_t sets = uint32_t{1} << courses.size();
  Ends ends = {std::vector<double>(sets, kNever), std::vector<size_t>(sets, 0)};
  ends.end[0] = start;
  for (uint32_t set = 1; set < sets; ++set) {
    // From the last, so that of equals the order as given wins.
    for (size_t i = courses.size(); i-- > 0;) {
      const uint32_t before = set & ~(uint32_t{1} << i);
      if (before == set || ends.end[before] == kNever || !can_begin(i, before)) continue;
      const double end = EndOf(courses[i], ends.end[before]);
      if (end < ends.end[set]) {
        ends.end[set] = end;
        ends.last[set] = i;
      }
    }
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
  double as_given = begin;
  for (const CourseToPlan& course : courses) as_given = EndOf(course, as_given);
  const Ends ends = EarliestEnds(courses, begin, can_begin);
  if (ends.end.back() >= as_given) return order;
  auto set = static_cast<uint32_t>(ends.end.size() - 1);
  for (size_t position = courses.size(); position-- > 0;) {
    order[position] = ends.last[set];
    set &= ~(uint32_t{1} << ends.last[set]);
  }
  return order;
}

}  // namespace overstap::plan
