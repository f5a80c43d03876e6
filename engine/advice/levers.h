// What is scarce in a placement, and what more of it would bring.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/placement_seats.h"

namespace overstap::advice {

inline constexpr size_t kLeversShown = 5;

struct ScarceThing {
  std::optional<size_t> destination;  // vacancies here
  std::optional<size_t> course;       // or seats in this course
  plan::Gain gain;
};

// Vacancies and seats of which more would place more people, at most kLeversShown of each: most
// people first, then fewest to add, then vacancies before seats, then by index. Each is alone: two
// of them together need not bring the sum.
std::vector<ScarceThing> FindScarce(const plan::SeatedProblem& problem,
                                    const plan::SeatedPlacement& solved);

}  // namespace overstap::advice
