// On which days the courses of a plan begin and end.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/time/civil_time.h"

namespace overstap::plan {

// How the first day of a course is known.
enum class StartBasis {
  kAnyDay,    // the course names no days: it is taken to begin when the person is ready
  kListed,    // a day that the course names
  kRepeated,  // it names none from then on: its last year is taken to come back every 364 days
};

std::string_view StartBasisName(StartBasis basis);  // "any_day", "listed", "repeated"

struct CourseDays {
  absl::CivilDay begin;
  absl::CivilDay end;  // first day on which the next course can begin
  int waiting_days = 0;
  StartBasis basis = StartBasis::kAnyDay;
};

struct CourseToPlan {
  std::span<const double> starts;  // ascending, days since 1970-01-01
  double weeks = 0;                // rounded up to whole days
};

// The days that a course takes.
double DaysOf(double weeks);

// The courses one after the other, in this order, for somebody who is ready on `start`.
std::vector<CourseDays> Schedule(std::span<const CourseToPlan> courses, absl::CivilDay start);

// Positions of the courses in the order that ends first. `can_begin(i, taken)`: the course at i can
// begin when those in the bit set `taken` are done; the order that is given must be possible. It
// stays when no other order ends earlier, and when there are more than kMostOrdered courses.
inline constexpr size_t kMostOrdered = 12;
std::vector<size_t> EarliestOrder(std::span<const CourseToPlan> courses, absl::CivilDay start,
                                  const std::function<bool(size_t, uint32_t)>& can_begin);

}  // namespace overstap::plan
