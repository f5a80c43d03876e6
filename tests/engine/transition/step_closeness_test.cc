#include "engine/transition/step_closeness.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

TEST(StepClosenessParamsTest, SharesMustSumToOne) {
  EXPECT_TRUE(StepClosenessParams().Validate().ok());
  EXPECT_FALSE((StepClosenessParams{.5, .5, .5, .5}).Validate().ok());
  EXPECT_FALSE((StepClosenessParams{1.5, -.5, 0, 0}).Validate().ok());
  EXPECT_NE((StepClosenessParams{1, 0, 0, 0}).Canonical(), StepClosenessParams().Canonical());
}

TEST(StepClosenessTest, NearIsNearerThanFar) {
  const TinyWorld world(R"(
    group maken
    skill mig < maken
    skill tig < maken
    skill knippen
    skill buigen < maken
    occupation miglasser isco 7212 : mig, tekeninglezen
    occupation tiglasser isco 7212 : tig, tekeninglezen
    occupation zetter isco 7213 : buigen, tekeninglezen
    occupation kapper isco 5141 : knippen
  )");
  EXPECT_NEAR(world.StepCloseness("miglasser", "miglasser"), 1, 1e-6);
  EXPECT_GT(world.StepCloseness("miglasser", "tiglasser"),
            world.StepCloseness("miglasser", "zetter"));
  EXPECT_GT(world.StepCloseness("miglasser", "zetter"), world.StepCloseness("miglasser", "kapper"));
  EXPECT_DOUBLE_EQ(world.StepCloseness("miglasser", "kapper"), 0);
}

TEST(StepClosenessTest, IsDirected) {
  const TinyWorld world(R"(
    occupation breed isco 7212 : a, b, c, d
    occupation smal isco 7212 : a
    occupation ander isco 9111 : x
  )");
  EXPECT_GT(world.StepCloseness("breed", "smal"), world.StepCloseness("smal", "breed"));
}

TEST(StepClosenessTest, RowsEqualTheOracle) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 9, 0));
    const StepCloseness& model = world.snapshot().step_closeness();
    std::vector<float> row(world.taxonomy().occupation_count(), -1);
    for (uint32_t from = 0; from < row.size(); ++from) {
      model.FillRow(OccupationId(from), row);
      for (uint32_t to = 0; to < row.size(); ++to) {
        const double exact = model.Closeness(OccupationId(from), OccupationId(to));
        EXPECT_NEAR(static_cast<double>(row[to]), exact, 1e-6) << "seed " << seed;
        EXPECT_GE(exact, 0);
        EXPECT_LE(exact, 1 + 1e-6);
      }
    }
  }
}

}  // namespace
}  // namespace overstap::transition
