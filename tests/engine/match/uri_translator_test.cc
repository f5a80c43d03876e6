#include "engine/match/uri_translator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/match/coverage.h"
#include "engine/match/held_skills.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::match {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tig, tekenen
  occupation kok isco 5120 : koken
)";
constexpr int kThisYear = 2026;

// t: is the taxonomy, c: another scheme with a crosswalk, d: one behind it, o: an older version.
class UriTranslatorTest : public ::testing::Test {
 protected:
  std::vector<UriTranslation> Skills(std::string_view uri) const {
    std::vector<UriTranslation> translations;
    for (const auto& target : translator_.Skills(uri)) {
      EXPECT_EQ(world_.taxonomy().Uri(target.id), target.translation.to_uri);
      translations.push_back(target.translation);
    }
    return translations;
  }

  ResolvedProfile Resolved(const model::Profile& profile) const {
    return Resolve(profile, world_.taxonomy(), world_.snapshot().scoring(), kThisYear,
                   &translator_);
  }

  const TinyWorld world_{kWorld};
  const CrosswalkIndex crosswalks_ =
      CrosswalkIndex::Build({{"c",
                              "tiny",
                              {{"c:1", "t:mig", MatchKind::kClose},
                               {"c:1", "t:tig", MatchKind::kNarrow},
                               {"c:2", "o:lassen", MatchKind::kClose},
                               {"c:3", "t:lasser", MatchKind::kBroad},
                               {"c:4", "t:gone", MatchKind::kExact}}},
                             {"d", "c", {{"d:1", "c:1", MatchKind::kBroad}}}})
          .value();
  const UriTranslator translator_{
      &world_.taxonomy(),
      "tiny",
      &crosswalks_,
      {{"o:lassen", {{"t:mig", MatchKind::kNarrow}, {"t:tig", MatchKind::kNarrow}}},
       {"o:mig", {{"t:mig", MatchKind::kExact}}}}};
};

TEST_F(UriTranslatorTest, ThroughOlderVersions) {
  EXPECT_THAT(Skills("o:mig"), ElementsAre(UriTranslation{"o:mig", "t:mig"}));
  EXPECT_THAT(Skills("o:lassen"),
              ElementsAre(UriTranslation{"o:lassen", "t:mig", MatchKind::kNarrow, 0.6},
                          UriTranslation{"o:lassen", "t:tig", MatchKind::kNarrow, 0.6}));
}

TEST_F(UriTranslatorTest, ThroughCrosswalksStrongestFirst) {
  constexpr auto kBasis = TranslationBasis::kCrosswalk;
  EXPECT_THAT(Skills("c:1"),
              ElementsAre(UriTranslation{"c:1", "t:mig", MatchKind::kClose, 0.9, kBasis},
                          UriTranslation{"c:1", "t:tig", MatchKind::kNarrow, 0.6, kBasis}));
  const auto far = Skills("d:1");
  ASSERT_EQ(far.size(), 2u);
  EXPECT_EQ(far[0].kind, MatchKind::kBroad) << "of two links the one with the most loss";
  EXPECT_NEAR(far[0].strength, 0.7 * 0.9, 1e-9);
}

TEST_F(UriTranslatorTest, ThroughACrosswalkToAnOlderVersion) {
  const auto found = Skills("c:2");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].kind, MatchKind::kNarrow);
  EXPECT_NEAR(found[0].strength, 0.9 * 0.6, 1e-9);
}

TEST_F(UriTranslatorTest, WhatLeadsNowhere) {
  for (const char* uri : {"", "x:1", "c:4", "t:gone"}) EXPECT_THAT(Skills(uri), IsEmpty()) << uri;
  EXPECT_THAT(Skills("c:3"), IsEmpty()) << "an occupation is no skill";
  EXPECT_EQ(translator_.Occupations("c:3").size(), 1u);
  EXPECT_THAT(UriTranslator().Skills("o:mig"), IsEmpty());
}

TEST_F(UriTranslatorTest, EvidenceCountsForItsShare) {
  model::Profile profile;
  profile.skills = {{"c:1", model::EvidenceKind::kDiploma, std::nullopt},
                    {"t:tig", model::EvidenceKind::kClaimed, std::nullopt},
                    {"x:1", model::EvidenceKind::kDiploma, std::nullopt}};
  const ResolvedProfile resolved = Resolved(profile);
  ASSERT_EQ(resolved.skills.size(), 2u);
  EXPECT_NEAR(resolved.skills[0].strength, 1.0 * 0.9, 1e-9);
  EXPECT_NEAR(resolved.skills[1].strength, 0.7, 1e-9) << "a claim is more than .6 of a diploma";
  EXPECT_THAT(resolved.readings.unmapped, ElementsAre("x:1"));
  EXPECT_EQ(resolved.readings.translations.size(), 2u);
}

TEST_F(UriTranslatorTest, WorkCountsForItsShare) {
  model::Profile profile;
  profile.occupations = {{"c:3", 10, std::nullopt}};
  const ResolvedProfile translated = Resolved(profile);
  profile.occupations = {{"t:lasser", 10, std::nullopt}};
  const ResolvedProfile own = Resolved(profile);
  EXPECT_EQ(translated.occupations, own.occupations);
  EXPECT_THAT(translated.shares, ElementsAre(0.7));
  EXPECT_THAT(own.shares, ElementsAre(1));
  ASSERT_EQ(translated.skills.size(), own.skills.size());
  for (size_t i = 0; i < own.skills.size(); ++i) {
    EXPECT_NEAR(translated.skills[i].strength, 0.7 * own.skills[i].strength, 1e-9);
  }
}

TEST_F(UriTranslatorTest, AnOccupationGivenTwiceKeepsTheLargerShare) {
  model::Profile profile;
  profile.occupations = {{"c:3", 10, std::nullopt}, {"t:lasser", 1, std::nullopt}};
  EXPECT_THAT(Resolved(profile).shares, ElementsAre(1));
}

TEST_F(UriTranslatorTest, RequirementsWeighTheirShare) {
  model::Vacancy vacancy;
  vacancy.skills = {{"c:1", Importance::kEssential},
                    {"t:tig", Importance::kSomewhat},
                    {"x:1", Importance::kEssential}};
  UriReadings readings;
  const RequirementSet set = RequirementsOf(vacancy, world_.taxonomy(), &translator_, &readings);
  EXPECT_EQ(set.unknown, 1);
  EXPECT_THAT(readings.unmapped, ElementsAre("x:1"));
  ASSERT_EQ(set.known.size(), 2u);
  EXPECT_FLOAT_EQ(set.known[0].share, 0.9F);
  EXPECT_EQ(set.known[1].importance, Importance::kEssential) << "the more important one stays";
  const auto& scoring = world_.snapshot().scoring();
  EXPECT_NEAR(RequirementWeight(set.known[0], world_.taxonomy(), scoring),
              0.9 * world_.taxonomy().Idf(set.known[0].skill), 1e-6);

  vacancy = {};
  vacancy.occupation_uri = "c:3";
  const RequirementSet all = RequirementsOf(vacancy, world_.taxonomy(), &translator_);
  ASSERT_EQ(all.known.size(), 3u);
  for (const Requirement& requirement : all.known) EXPECT_FLOAT_EQ(requirement.share, 0.7F);
}

// More skill or stronger evidence, in whatever terms, never lowers coverage.
TEST(UriTranslatorPropertyTest, Monotone) {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 6, 0));
    Crosswalk crosswalk = {"c", "tiny"};
    for (int i = 0; i < 12; ++i) {
      crosswalk.links.push_back({StrCat("c:", random.Number(0, 5)),
                                 StrCat("t:", RandomWorld::Skill(random.Number(0, 11))),
                                 static_cast<MatchKind>(random.Number(0, 3))});
    }
    const CrosswalkIndex crosswalks = CrosswalkIndex::Build({crosswalk}).value();
    const UriTranslator translator(&world.taxonomy(), "tiny", &crosswalks, {});
    model::Profile profile;
    std::vector<double> before(world.taxonomy().occupation_count(), 0);
    for (int step = 0; step < 5; ++step) {
      const std::string uri = random.Chance(70)
                                  ? StrCat("c:", random.Number(0, 5))
                                  : StrCat("t:", RandomWorld::Skill(random.Number(0, 11)));
      profile.skills.push_back(
          {uri, static_cast<model::EvidenceKind>(random.Number(0, 6)), std::nullopt});
      const auto held =
          Resolve(profile, world.taxonomy(), world.snapshot().scoring(), kThisYear, &translator)
              .skills;
      const ExpandedProfile expanded(held, world.snapshot().transfer(),
                                     world.taxonomy().skill_count());
      for (uint32_t i = 0; i < before.size(); ++i) {
        const double now = Coverage(expanded, world.taxonomy().Requirements(OccupationId(i)),
                                    world.taxonomy(), world.snapshot().scoring())
                               .value_or(0);
        EXPECT_GE(now, before[i]);
        EXPECT_LE(now, 1 + 1e-9);
        before[i] = now;
      }
    }
  }
}

}  // namespace
}  // namespace overstap::match
