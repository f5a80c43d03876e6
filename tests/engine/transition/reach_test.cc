#include "engine/transition/reach.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

TEST(LevelGateTest, OneStepIsOpenMoreIsFlaggedUnknownIsShown) {
  EXPECT_TRUE(CheckLevel(2, 3).open);
  EXPECT_TRUE(CheckLevel(2, 1).open);
  EXPECT_FALSE(CheckLevel(2, 4).open);
  EXPECT_FALSE(CheckLevel(4, 2).open);
  EXPECT_EQ(CheckLevel(2, 4).gap, 2);
  EXPECT_TRUE(CheckLevel(std::nullopt, 4).open);
  EXPECT_EQ(CheckLevel(2, std::nullopt).gap, std::nullopt);
}

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tekeninglezen
  occupation ketelmaker isco 7213 : tekeninglezen, buigen
  occupation ingenieur isco 2144 : tekeninglezen, mig, rekenen
  occupation kok isco 5120 : koken, tekeninglezen
  occupation leeg isco 7214
)";

TEST(ReachTest, OwnWorkAndUnknownWorkAreLeftOut) {
  const TinyWorld world(kWorld);
  EXPECT_EQ(world.DestinationsOf("was lasser"),
            (std::vector<std::string>{"ketelmaker", "kok", "ingenieur"}));
}

TEST(ReachTest, BeyondTheLevelGateComesLastAndIsShown) {
  const TinyWorld world(kWorld);
  const auto routes = world.Routes("was lasser").routes;
  ASSERT_EQ(routes.size(), 3u);
  EXPECT_EQ(routes[2].plan.destination.label, "ingenieur");
  EXPECT_FALSE(routes[2].plan.level_open);
  EXPECT_EQ(routes[2].plan.level_gap, 2);
  // By its score alone it would come first.
  EXPECT_GT(routes[2].score, routes[0].score);
}

TEST(ReachTest, TechniekKeepsToTheDefinition) {
  const TinyWorld world(kWorld);
  EXPECT_EQ(world.DestinationsOf("was lasser", 10, "tiny"),
            (std::vector<std::string>{"ketelmaker", "ingenieur"}));
}

TEST(ReachTest, SkillsAloneAreEnough) {
  const TinyWorld world(kWorld);
  EXPECT_EQ(world.DestinationsOf("can koken diploma"), (std::vector<std::string>{"kok"}));
  const auto route = world.Routes("can koken diploma").routes.at(0);
  EXPECT_EQ(route.plan.closeness, std::nullopt);
  EXPECT_EQ(route.plan.level_gap, std::nullopt);
}

// More skill never lowers the score of any destination.
TEST(ReachTest, Monotone) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 8, 0));
    const std::string person = random.Person(12, 8);
    const std::string more =
        StrCat(person, ", can ", RandomWorld::Skill(random.Number(0, 11)), " diploma");
    const auto after = world.Routes(more, 100).routes;
    for (const advice::Route& before : world.Routes(person, 100).routes) {
      const auto same = std::find_if(after.begin(), after.end(), [&](const advice::Route& route) {
        return route.plan.destination == before.plan.destination;
      });
      ASSERT_NE(same, after.end()) << "seed " << seed;
      EXPECT_GE(same->score, before.score - 1e-9) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace overstap::transition
