#include "engine/transition/techniek.h"

#include <gtest/gtest.h>

#include "base/strings.h"
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

TEST(TechniekTest, BySkillsCountsTheShareOfTheWork) {
  const TinyWorld world(R"(
    group metaal
    skill mig < metaal
    skill tig < mig
    occupation lasser : mig, tig
    occupation docent : mig, uitleggen, toetsen
    occupation leeg
  )");
  model::TechniekDefinition definition{"s", "1", "", "", {"t:metaal"}, {}};
  definition.basis = model::TechniekBasis::kSkills;
  const Techniek techniek(definition, world.taxonomy());
  EXPECT_TRUE(techniek.lacks().empty());
  EXPECT_TRUE(techniek.IsTechnical(world.Occupation("lasser")));
  EXPECT_FALSE(techniek.IsTechnical(world.Occupation("docent")));
  EXPECT_FALSE(techniek.IsTechnical(world.Occupation("leeg")));
  definition.include = {"t:elders"};
  EXPECT_FALSE(Techniek(definition, world.taxonomy()).lacks().empty());
}

TEST(TechniekTest, ByBrcNeedsTheCrosswalk) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig
    occupation kok isco 5120 : koken
  )");
  model::TechniekDefinition definition{"b", "1", "", "", {"07", "08"}, {}};
  definition.basis = model::TechniekBasis::kBrc;
  const Techniek without(definition, world.taxonomy());
  EXPECT_NE(without.lacks().find("import crosswalk"), std::string::npos);
  EXPECT_EQ(without.count(), 0u);
  const auto link = [](const char* isco, const char* brc) {
    return CrosswalkLink{StrCat("http://data.europa.eu/esco/isco/C", isco), StrCat("brc2014:", brc),
                         MatchKind::kBroad};
  };
  const auto crosswalks = CrosswalkIndex::Build(
      {Crosswalk{"isco08", "brc2014", {link("7212", "0721"), link("5120", "1122")}}});
  ASSERT_TRUE(crosswalks.ok());
  const Techniek with(definition, world.taxonomy(), &*crosswalks);
  EXPECT_TRUE(with.lacks().empty());
  EXPECT_TRUE(with.IsTechnical(world.Occupation("lasser")));
  EXPECT_FALSE(with.IsTechnical(world.Occupation("kok")));
}

}  // namespace
}  // namespace overstap::transition
