// Cover problems by GLPK's branch-and-cut: a peer for speed and an independent check of the answer.
#pragma once

#include <optional>
#include <vector>

#include "engine/plan/cover.h"

namespace overstap::bench {

// Skills are any numbers >= 0, as many as one likes.
struct GlpkCourse {
  std::vector<int> gives;
  std::vector<int> needs;
  double cost = 0;    // what is minimised
  double budget = 0;  // what the budget limits
};

struct GlpkProblem {
  std::vector<GlpkCourse> courses;
  std::vector<int> goal;
  std::optional<double> budget;
};

struct GlpkAnswer {
  bool in_time = false;        // false: the time limit came first, and the cost is not proven
  std::optional<double> cost;  // least; nothing when no set of courses reaches the goal
};

// The problem, without start days, as a 0-1 program: every goal is given; what a course needs is
// given by another one that is taken. Courses that need one another in a circle are cut off when an
// answer has them, and the program is solved again. Not thread-safe.
GlpkAnswer SolveCoverWithGlpk(const GlpkProblem& problem, int limit_ms = 60'000);

GlpkProblem ForGlpk(const plan::CoverProblem& problem);

}  // namespace overstap::bench
