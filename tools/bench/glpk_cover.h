// Cover problems by GLPK's branch-and-cut: a peer for speed and an independent check of the answer.
#pragma once

#include <optional>

#include "engine/plan/cover.h"

namespace overstap::bench {

struct GlpkAnswer {
  bool in_time = false;        // false: the time limit came first, and the cost is not proven
  std::optional<double> cost;  // least; nothing when no set of items reaches the goal
};

// The problem, without start days, as a 0-1 program: x_i takes item i, y_ij says that j gives what
// i needs and comes before it (times t_i keep that free of circles). Not thread-safe.
GlpkAnswer SolveCoverWithGlpk(const plan::CoverProblem& problem, int limit_ms = 60'000);

}  // namespace overstap::bench
