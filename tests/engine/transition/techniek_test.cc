#include "engine/transition/techniek.h"

#include <gtest/gtest.h>

#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

TEST(TechniekTest, IntensityIsTheTechnicalShareOfTheWork) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, praten
    occupation kapper isco 5141 : knippen, praten
    occupation lasdocent isco 2320 : mig, uitleggen
    occupation leeg isco 7213
    occupation codeloos : mig
  )");
  const Techniek& techniek = world.snapshot().techniek().front();
  EXPECT_TRUE(techniek.IsTechnical(world.Occupation("lasser")));
  EXPECT_FALSE(techniek.IsTechnical(world.Occupation("kapper")));
  EXPECT_FALSE(techniek.IsTechnical(world.Occupation("codeloos")));
  EXPECT_EQ(techniek.count(), 2u);
  const auto intensity = [&](const char* name) {
    return techniek.Intensity(world.Occupation(name));
  };
  EXPECT_GT(intensity("lasser"), intensity("lasdocent"));
  EXPECT_GT(intensity("lasdocent"), 0);
  EXPECT_LT(intensity("kapper"), intensity("lasser"));
  EXPECT_EQ(intensity("leeg"), 0);
}

}  // namespace
}  // namespace overstap::transition
