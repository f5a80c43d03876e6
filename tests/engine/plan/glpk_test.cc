// Larger cover problems, against an independent solver.
#include <gtest/gtest.h>

#include "engine/plan/cover.h"
#include "tests/engine/plan/cover_instances.h"
#include "tools/bench/glpk_cover.h"

namespace overstap::plan {
namespace {

struct Kind {
  int goals;
  int items;
  int needs_percent;
  bool with_budget;
  int rounds;
};

class GlpkTest : public testing::TestWithParam<Kind> {};

TEST_P(GlpkTest, EqualsGlpk) {
  const Kind kind = GetParam();
  CoverInstances instances(21);
  int solved = 0;
  for (int round = 0; round < kind.rounds; ++round) {
    SCOPED_TRACE(round);
    CoverProblem problem = instances.Large<uint64_t>(kind.goals, kind.items, kind.needs_percent);
    if (kind.with_budget) problem.budget = instances.Number(6, 14) * 500;
    const CoverSolution ours = SolveCover(problem);
    const bench::GlpkAnswer peer = bench::SolveCoverWithGlpk(bench::ForGlpk(problem));
    ASSERT_TRUE(peer.in_time);
    ASSERT_TRUE(ours.optimal);
    ASSERT_EQ(ours.found, peer.cost.has_value());
    if (!ours.found) continue;
    ++solved;
    EXPECT_NEAR(ours.cost, *peer.cost, 1e-6);
  }
  EXPECT_GT(solved, kind.rounds / 2);
}

// 240 instances.
INSTANTIATE_TEST_SUITE_P(Kinds, GlpkTest,
                         testing::Values(Kind{16, 80, 0, false, 60}, Kind{20, 120, 0, false, 60},
                                         Kind{28, 60, 0, false, 40}, Kind{14, 50, 0, true, 40},
                                         Kind{10, 60, 30, false, 40}));

}  // namespace
}  // namespace overstap::plan
