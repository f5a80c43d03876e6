// A way to other work over other work in between.
#pragma once

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "engine/plan/gap.h"
#include "engine/plan/training_plan.h"
#include "taxonomy/taxonomy.h"

namespace overstap::plan {

inline constexpr int kMostHops = 3;

// How much less work pays than what the person earns now, in euros a month of full-time work: 0
// when it pays as much or more. What is not known counts as the deepest dip, so that it is never an
// advantage.
inline constexpr double kUnknownDip = std::numeric_limits<double>::infinity();

inline double DipOf(std::optional<int> now, std::optional<int> pay) {
  return now && pay ? std::max(0, *now - *pay) : kUnknownDip;
}

// One step of a path, as the person takes it after the steps before.
struct Hop {
  OccupationId to;
  double coverage = 0;           // C(person by then, to), 0..1
  std::optional<int> level_gap;  // from the work of the person by then; unknown: nothing
  Gap gap;
  TrainingPlan plan;         // found; begins when the work before has been done
  std::optional<double> km;  // to the nearest open vacancy; unknown: nothing
  double dip = kUnknownDip;  // DipOf what the person earns now and what the work pays
  absl::CivilDay begins;     // first day of the plan

  // Skills of the gap that no course in reach closes: they are learnt at work, or not at all.
  int open() const { return static_cast<int>(plan.uncovered.size() + plan.left_out.size()); }
};

// What paths to one destination are compared by.
struct PathCost {
  double weeks = 0;  // of training, all hops together
  int open = 0;      // Hop::open, the most of any hop
  double km = 0;     // the most of any hop of which it is known
  double dip = 0;    // the most of any hop; kUnknownDip when one is not known

  friend bool operator==(const PathCost&, const PathCost&) = default;
};

// In every respect as good or better.
inline bool IsNoWorse(const PathCost& a, const PathCost& b) {
  return a.weeks <= b.weeks && a.open <= b.open && a.km <= b.km && a.dip <= b.dip;
}

struct Path {
  std::vector<std::shared_ptr<const Hop>> hops;  // 2..kMostHops; the last leads to the destination
  PathCost cost;
};

}  // namespace overstap::plan
