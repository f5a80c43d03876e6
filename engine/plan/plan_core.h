// Which courses of a plan carry it, and which can wait?
#pragma once

#include <cstddef>
#include <vector>

#include "taxonomy/ids.h"

namespace overstap::plan {

// Chosen, not fitted (docs/scoring.md). What the core leaves open of what the plan brings is at
// most this share of it, or else little.
inline constexpr double kMostLeftOpen = 0.2;
// Less of the work than this is little: about what two of the essential skills of an occupation of
// ESCO weigh.
inline constexpr double kLittle = 0.05;

// One course of a plan.
struct CoreCourse {
  double cost = 0;               // what the core makes least, >= 0
  double tie = 0;                // and then, >= 0
  std::vector<double> strength;  // by requirement: what who took it has of it, 0..1
  std::vector<SkillId> gives;    // that courses may need, ascending
  std::vector<SkillId> needs;    // to begin, as far as the person has it not
  bool is_must = false;          // of the core whatever it brings
};

struct CoreProblem {
  std::vector<double> weight;       // by requirement: share of all that the work asks; sum <= 1
  std::vector<double> strength;     // by requirement: what the person has of it, 0..1
  std::vector<CoreCourse> courses;  // in an order in which what each needs comes before it
  // Numbers of `strength` looked at, of which a millisecond sees a million, before the core may be
  // less than least.
  size_t max_work = 2'000'000;
};

// Coverage, 0..1: sum weight * strength, of each requirement the most that the person or one of the
// courses at these positions gives.
double CoverageWith(const CoreProblem& problem, const std::vector<size_t>& courses);

struct Core {
  std::vector<size_t> courses;  // positions, ascending
  double coverage = 0;          // with these alone
  std::vector<size_t> order;    // of all courses: those of the core first, each part in its order
  std::vector<double> gains;    // by position: coverage that it adds in that order, 0..1
  bool is_least = true;         // proven; false: max_work was used up
};

// The set of least cost, then least tie, then fewest courses, then first positions, that
// - can be taken in the order of the plan,
// - holds every is_must, and every course without which the plan brings kLittle less or more,
// - brings all that the plan brings but kMostLeftOpen of it, or but kLittle when that is more.
// It is empty when the whole plan brings little.
// By branch and bound: a set costs at least what the fractions of undecided courses cost that bring
// what is still open, each counted as if it came next, which is the most that it can bring. Works
// on any number of courses; deterministic.
Core FindCore(const CoreProblem& problem);

}  // namespace overstap::plan
