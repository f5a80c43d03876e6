#include "engine/match/held_skills.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::match {
namespace {

constexpr char kWorld[] = R"(
  occupation lasser : mig essential, heffen optional
  occupation kok : koken
)";

TEST(HeldSkillsTest, WorkGivesItsSkillsAndTheStrongestEvidenceCounts) {
  const TinyWorld world(kWorld);
  const auto held = world.Held("was lasser 10, can mig diploma, can koken");
  ASSERT_EQ(held.size(), 3u);
  double mig = 0;
  double heffen = 0;
  for (const HeldSkill& skill : held) {
    if (skill.skill == world.Skill("mig")) mig = skill.strength;
    if (skill.skill == world.Skill("heffen")) heffen = skill.strength;
  }
  EXPECT_DOUBLE_EQ(mig, 1);
  EXPECT_DOUBLE_EQ(heffen, 0.4);
}

TEST(HeldSkillsTest, WhatThePersonCannotDoCountsOnlyWhenItIsStated) {
  const TinyWorld world(R"(
    skill lassen
    skill mig < lassen
    occupation lasser : mig, heffen
  )");
  const auto names = [&world](std::string_view person) {
    std::vector<std::string> labels;
    for (const HeldSkill& held : world.Held(person)) {
      labels.push_back(TinyName(world.taxonomy().Uri(held.skill)));
    }
    std::sort(labels.begin(), labels.end());
    return labels;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(names("was lasser 10"), (Names{"heffen", "mig"}));
  EXPECT_EQ(names("was lasser 10, cannot mig"), (Names{"heffen"}));
  // Who cannot do a thing cannot do what is narrower; the other way round says nothing.
  EXPECT_EQ(names("was lasser 10, cannot lassen"), (Names{"heffen"}));
  EXPECT_EQ(names("was lasser 10, can lassen, cannot mig"), (Names{"heffen", "lassen"}));
  EXPECT_EQ(names("was lasser 10, can mig diploma, cannot mig"), (Names{"heffen", "mig"}));
  model::Profile profile = world.Person("cannot mig");
  profile.skills.push_back({"t:mig", model::EvidenceKind::kClaimed, std::nullopt, true});
  profile.cannot.push_back("t:vliegen");
  const ResolvedProfile read = Resolve(profile, world.taxonomy(), world.snapshot().scoring(), 2026);
  EXPECT_TRUE(read.skills.empty());
  EXPECT_EQ(read.cannot, (std::vector<SkillId>{world.Skill("mig")}));
  EXPECT_EQ(read.readings.unmapped, (std::vector<std::string>{"t:vliegen"}));
}

TEST(HeldSkillsTest, WhatTheTaxonomyLacksIsNamedNotDropped) {
  const TinyWorld world(kWorld);
  model::Profile profile;
  profile.id = "p";
  profile.occupations = {{"t:astronaut", 3, std::nullopt}, {"t:lasser", 3, std::nullopt}};
  profile.skills = {{"t:vliegen", model::EvidenceKind::kClaimed, std::nullopt}};
  const ResolvedProfile resolved =
      Resolve(profile, world.taxonomy(), world.snapshot().scoring(), 2026);
  EXPECT_EQ(resolved.readings.unmapped, (std::vector<std::string>{"t:astronaut", "t:vliegen"}));
  EXPECT_EQ(resolved.occupations.size(), 1u);
}

TEST(HeldSkillsTest, StaysInOrderWithTheStrongestOfEach) {
  using enum model::EvidenceKind;
  std::vector<HeldSkill> held = {{SkillId(2), 0.5, kWork}};
  Raise({SkillId(1), 0.3, kClaimed}, &held);
  Raise({SkillId(2), 0.5, kClaimed}, &held);
  EXPECT_EQ(held, (std::vector<HeldSkill>{{SkillId(1), 0.3, kClaimed}, {SkillId(2), 0.5, kWork}}));
  const ScoringParams params;
  const double taught = params.evidence[static_cast<size_t>(kCertificate)];
  RaiseTaught(std::vector<SkillId>{SkillId(3), SkillId(1)}, params, &held);
  EXPECT_EQ(held, (std::vector<HeldSkill>{{SkillId(1), taught, kCertificate},
                                          {SkillId(2), 0.5, kWork},
                                          {SkillId(3), taught, kCertificate}}));
  EXPECT_EQ(Without(held, SkillId(2)).size(), 2u);
  EXPECT_EQ(Without(held, SkillId(9)), held);
}

TEST(ExpandedProfileTest, IsTheBestOfAllThatIsHeld) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 8, 0));
    const std::string person = random.Person(12, 8);
    const auto held = world.Held(person);
    const ExpandedProfile expanded = world.Expanded(person);
    for (uint32_t i = 0; i < world.taxonomy().skill_count(); ++i) {
      double best = 0;
      for (const HeldSkill& skill : held) {
        best = std::max(
            best, skill.strength * world.snapshot().transfer().Strength(skill.skill, SkillId(i)));
      }
      EXPECT_NEAR(expanded.Strength(SkillId(i)), best, 1e-6) << "seed " << seed;
    }
  }
}

TEST(HeldSkillsTest, WhatWasReadFromATextIsWeaker) {
  const TinyWorld world("skill mig\noccupation lasser : mig");
  const ScoringParams params;
  model::Profile profile;
  profile.id = "p";
  profile.skills = {{"t:mig", model::EvidenceKind::kClaimed, std::nullopt, true}};
  const auto strength = [&] {
    return Resolve(profile, world.taxonomy(), params, 2026).skills.at(0).strength;
  };
  const double inferred = strength();
  profile.skills[0].inferred = false;
  EXPECT_DOUBLE_EQ(inferred, strength() * params.inferred_share);
  profile.skills.clear();
  profile.occupations = {{"t:lasser", 5, std::nullopt, true}};
  const double inferred_work = strength();
  profile.occupations[0].inferred = false;
  EXPECT_DOUBLE_EQ(inferred_work, strength() * params.inferred_share);
}

// Monotone: what a text says adds to what is stated and never takes from it, in either order.
TEST(HeldSkillsTest, WhatATextSaysBesideWhatIsStatedLowersNothing) {
  const TinyWorld world("skill mig\nskill tig\noccupation lasser : mig, tig");
  const ScoringParams params;
  const model::Evidence stated = {"t:mig", model::EvidenceKind::kClaimed, std::nullopt, false};
  for (const auto kind : {model::EvidenceKind::kClaimed, model::EvidenceKind::kWork}) {
    const model::Evidence same = {"t:mig", kind, std::nullopt, true};
    const model::Evidence other = {"t:tig", kind, std::nullopt, true};
    model::Profile profile;
    profile.id = "p";
    profile.skills = {stated};
    const auto alone = Resolve(profile, world.taxonomy(), params, 2026);
    for (const bool first : {false, true}) {
      profile.skills = first ? std::vector{same, stated, other} : std::vector{other, stated, same};
      const auto both = Resolve(profile, world.taxonomy(), params, 2026);
      ASSERT_EQ(both.skills.size(), 2u);
      EXPECT_GE(both.skills.at(0).strength, alone.skills.at(0).strength);
      EXPECT_GT(both.skills.at(1).strength, 0);
    }
  }
}

}  // namespace
}  // namespace overstap::match
