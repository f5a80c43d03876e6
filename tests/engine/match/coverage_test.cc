#include "engine/match/coverage.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::match {
namespace {

constexpr char kWorld[] = R"(
  occupation lasser : mig essential, tekeninglezen important, heffen optional
  occupation kok : koken essential
  occupation leeg
)";

TEST(CoverageTest, CountsWhatIsAskedByWeight) {
  const TinyWorld world(kWorld);
  EXPECT_DOUBLE_EQ(*world.Coverage("can koken diploma", "kok"), 1);
  EXPECT_DOUBLE_EQ(*world.Coverage("can koken diploma", "lasser"), 0);
  // mig weighs 1 of 1 + .6 + .6; all are asked by one occupation, so idf is the same.
  EXPECT_NEAR(*world.Coverage("can mig diploma", "lasser"), 1 / 2.2, 1e-6);
  EXPECT_NEAR(*world.Coverage("can mig claimed", "lasser"), .7 / 2.2, 1e-6);
}

// Who can do all that is not optional has at least half of the work.
TEST(CoverageTest, OptionalSkillsAreAtMostHalfOfTheWork) {
  std::string text = "occupation verspaner : draaien essential, meten important";
  for (int i = 0; i < 40; ++i) StrAppend(&text, ", mag", i, " optional");
  const TinyWorld world(StrCat(text, "\noccupation keuze : mag1 optional, mag2 optional\n"));
  EXPECT_NEAR(*world.Coverage("can draaien diploma, can meten diploma", "verspaner"), 1 / 2.0,
              1e-6);
  // Of work that asks nothing else they are all.
  EXPECT_NEAR(*world.Coverage("can mag1 diploma", "keuze"), 1 / 2.0, 1e-6);
}

TEST(CoverageTest, NothingAskedIsUnknownNotZero) {
  const TinyWorld world(kWorld);
  EXPECT_EQ(world.Coverage("can mig", "leeg"), std::nullopt);
}

TEST(CoverageTest, RequirementsOfAVacancyFallBackOnItsOccupation) {
  const TinyWorld world(kWorld);
  model::Vacancy vacancy;
  vacancy.id = "v";
  vacancy.occupation_uri = "t:lasser";
  EXPECT_EQ(RequirementsOf(vacancy, world.taxonomy()).known.size(), 3u);
  vacancy.skills = {{"t:koken", Importance::kOptional},
                    {"t:koken", Importance::kEssential},
                    {"t:onbekend", Importance::kEssential}};
  const RequirementSet own = RequirementsOf(vacancy, world.taxonomy());
  ASSERT_EQ(own.known.size(), 1u);
  EXPECT_EQ(own.known[0].importance, Importance::kEssential);
  EXPECT_EQ(own.unknown, 1);
  vacancy.skills.clear();
  vacancy.occupation_uri = "t:astronaut";
  EXPECT_EQ(RequirementsOf(vacancy, world.taxonomy()).unknown, 1);
}

TEST(CoverageTest, WhatWasInferredFromTextWeighsLessAndLeavesTheOccupationIn) {
  const TinyWorld world(kWorld);
  model::Vacancy vacancy;
  vacancy.id = "v";
  vacancy.occupation_uri = "t:lasser";
  vacancy.skills = {{"t:koken", Importance::kEssential, true}};
  const RequirementSet both = RequirementsOf(vacancy, world.taxonomy());
  ASSERT_EQ(both.known.size(), 4u);
  for (const Requirement& requirement : both.known) {
    const bool inferred = requirement.skill == world.Skill("koken");
    EXPECT_FLOAT_EQ(requirement.share, inferred ? 0.8F : 1.0F);
  }
  vacancy.skills.push_back({"t:koken", Importance::kEssential, false});
  const RequirementSet stated = RequirementsOf(vacancy, world.taxonomy());
  ASSERT_EQ(stated.known.size(), 1u);
  EXPECT_FLOAT_EQ(stated.known[0].share, 1);
}

// More skill, or stronger evidence, never lowers a score.
TEST(CoverageTest, Monotone) {
  for (uint32_t seed = 0; seed < 200; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 8, 0));
    const std::string person = random.Person(12, 8);
    const std::string skill = RandomWorld::Skill(random.Number(0, 11));
    const std::string claimed = StrCat(person, ", can ", skill, " claimed");
    const std::string proven = StrCat(person, ", can ", skill, " diploma");
    for (int job = 0; job < 8; ++job) {
      const auto before = world.Coverage(person, RandomWorld::Job(job));
      const auto more = world.Coverage(claimed, RandomWorld::Job(job));
      const auto stronger = world.Coverage(proven, RandomWorld::Job(job));
      ASSERT_TRUE(before && more && stronger);
      EXPECT_LE(*before, *more + 1e-12) << "seed " << seed;
      EXPECT_LE(*more, *stronger + 1e-12) << "seed " << seed;
      EXPECT_GE(*before, 0);
      EXPECT_LE(*stronger, 1 + 1e-9);
    }
  }
}

// To say that one cannot do something never raises a score, and never the more the more is said.
TEST(CoverageTest, RejectingNeverRaisesAScore) {
  int lowered = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 8, 0));
    const std::string person = StrCat("was job", random.Number(0, 7), " 5, ", random.Person(12, 8));
    const std::string one = StrCat(person, ", cannot ", RandomWorld::Skill(random.Number(0, 11)));
    const std::string two = StrCat(one, ", cannot ", RandomWorld::Skill(random.Number(0, 11)));
    for (int job = 0; job < 8; ++job) {
      const auto before = world.Coverage(person, RandomWorld::Job(job));
      const auto after = world.Coverage(one, RandomWorld::Job(job));
      const auto later = world.Coverage(two, RandomWorld::Job(job));
      ASSERT_TRUE(before && after && later);
      EXPECT_LE(*after, *before) << "seed " << seed;
      EXPECT_LE(*later, *after) << "seed " << seed;
      if (*after < *before) ++lowered;
    }
  }
  EXPECT_GT(lowered, 100) << "the worlds hardly test anything";
}

TEST(CoverageTest, TheExplanationTellsWhatIsRejectedFromWhatNobodyKnows) {
  const TinyWorld world("occupation lasser : mig, tekenen, heffen");
  const std::string person = "can heffen, cannot mig";
  explain::Node node;
  ExplainCoverage(world.Expanded(person), world.Held(person), std::vector{world.Skill("mig")},
                  world.taxonomy().Requirements(world.Occupation("lasser")), world.taxonomy(),
                  world.snapshot().scoring(), {kDutch}, &node);
  ASSERT_EQ(node.children.size(), 3u);
  for (const explain::Node& child : node.children) {
    const std::string& skill = child.children.at(1).text;
    EXPECT_EQ(child.kind == "cannot_skill", skill == "mig");
    EXPECT_EQ(child.kind == "missing_skill", skill == "tekenen");
  }
}

TEST(CoverageTest, TheExplanationAddsUpToTheScore) {
  RandomWorld random(4);
  const TinyWorld world(random.Text(12, 8, 0));
  const std::string person = random.Person(12, 8);
  const auto requirements = world.taxonomy().Requirements(world.Occupation("job3"));
  explain::Node node;
  ExplainCoverage(world.Expanded(person), world.Held(person), {}, requirements, world.taxonomy(),
                  world.snapshot().scoring(), {kDutch}, &node);
  ASSERT_EQ(node.children.size(), requirements.size());
  double covered = 0;
  double total = 0;
  for (const explain::Node& child : node.children) {
    const double weight = *child.children.at(0).value;
    covered += weight * *child.value;
    total += weight;
  }
  EXPECT_NEAR(covered / total, *world.Coverage(person, "job3"), 1e-9);
}

}  // namespace
}  // namespace overstap::match
