#include "engine/plan/gap.h"

#include <gtest/gtest.h>

#include "tests/support/tiny_taxonomy.h"

namespace overstap::plan {
namespace {

constexpr char kWorld[] = R"(
  group lassen
  skill mig < lassen
  skill tig < lassen
  occupation lasser : mig essential, tekenen important, heffen somewhat, poetsen optional
  occupation ander : tig, x
  occupation leeg
)";

TEST(GapTest, SplitsWhatIsRequiredFromWhatHelps) {
  const TinyWorld world(kWorld);
  const Gap gap = world.Gap("can tekenen diploma", "lasser");
  ASSERT_EQ(gap.required.size(), 1u);
  EXPECT_EQ(gap.required[0].skill, world.Skill("mig"));
  EXPECT_EQ(gap.optional.size(), 2u);
  EXPECT_EQ(gap.met, 1);
  double total = 0;
  for (const GapItem& item : gap.required) total += item.weight;
  for (const GapItem& item : gap.optional) total += item.weight;
  EXPECT_GT(total, 0);
  EXPECT_LT(total, 1);
}

TEST(GapTest, HeaviestFirst) {
  const TinyWorld world(kWorld);
  const Gap gap = world.Gap("can x", "lasser");
  ASSERT_EQ(gap.required.size(), 2u);
  EXPECT_GE(gap.required[0].weight, gap.required[1].weight);
}

TEST(GapTest, ASiblingShowsButDoesNotMeet) {
  const TinyWorld world(kWorld);
  const Gap gap = world.Gap("can tig diploma, can tekenen diploma", "lasser");
  ASSERT_EQ(gap.required.size(), 1u);
  EXPECT_LT(gap.required[0].strength, world.snapshot().scoring().met_from);
}

TEST(GapTest, NothingAskedIsNoGap) {
  const TinyWorld world(kWorld);
  const Gap gap = world.Gap("can x", "leeg");
  EXPECT_TRUE(gap.required.empty());
  EXPECT_EQ(gap.met, 0);
}

}  // namespace
}  // namespace overstap::plan
