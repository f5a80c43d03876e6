#include "engine/transition/ranking.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/advice/person.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

void ExpectEqual(const std::vector<Destination>& fast, const std::vector<Destination>& oracle) {
  ASSERT_EQ(fast.size(), oracle.size());
  for (size_t i = 0; i < fast.size(); ++i) {
    EXPECT_EQ(fast[i].occupation, oracle[i].occupation) << "at " << i;
    EXPECT_EQ(fast[i].score, oracle[i].score) << "at " << i;
    EXPECT_EQ(fast[i].coverage, oracle[i].coverage) << "at " << i;
    EXPECT_EQ(fast[i].level.open, oracle[i].level.open) << "at " << i;
  }
}

// The same person with other skills, at random: dropped, weaker, stronger and new ones.
std::vector<match::HeldSkill> Changed(const std::vector<match::HeldSkill>& held, int skill_count,
                                      RandomWorld* random) {
  std::map<SkillId, match::HeldSkill> changed;
  for (match::HeldSkill skill : held) {
    if (random->Chance(30)) continue;
    if (random->Chance(30)) skill.strength = random->Number(1, 100) / 100.0;
    changed[skill.skill] = skill;
  }
  for (int added = random->Number(0, 3); added > 0; --added) {
    const SkillId skill(static_cast<uint32_t>(random->Number(0, skill_count - 1)));
    changed[skill] = {skill, random->Number(1, 100) / 100.0, model::EvidenceKind::kClaimed};
  }
  std::vector<match::HeldSkill> list;
  for (const auto& [skill, kept] : changed) list.push_back(kept);
  return list;
}

TEST(RankingTest, OtherSkillsRankAsIfEverythingWereAskedAnew) {
  int differ = 0;
  for (uint32_t seed = 0; seed < 400; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 12, 0));
    const auto person =
        advice::MakePerson(world.context(), {world.Person(random.Person(14, 12)), {}, {}, ""});
    ASSERT_TRUE(person.ok());
    const snapshot::Snapshot& snapshot = world.snapshot();
    const Techniek* techniek = random.Chance(50) ? &snapshot.techniek().front() : nullptr;
    const ReachContext reach = {snapshot.taxonomy(),       snapshot.transfer(),
                                snapshot.scoring(),        snapshot.work_weights(),
                                snapshot.step_closeness(), techniek};
    const Ranking ranking(reach, person->origin, person->expanded);
    const auto all = FindDestinations(reach, person->origin, person->expanded, 1000);
    ExpectEqual({ranking.all().begin(), ranking.all().end()}, all);
    const int skill_count = static_cast<int>(snapshot.taxonomy().skill_count());
    Origin other = person->origin;
    other.skills = Changed(person->origin.skills, skill_count, &random);
    const match::ExpandedProfile expanded(other.skills, snapshot.transfer(),
                                          snapshot.taxonomy().skill_count());
    const auto limit = static_cast<size_t>(random.Number(1, 13));
    const auto oracle = FindDestinations(reach, other, expanded, limit);
    ExpectEqual(ranking.With(other.skills, limit), oracle);
    const auto same_place = [](const Destination& a, const Destination& b) {
      return a.occupation == b.occupation && a.score == b.score;
    };
    differ +=
        std::equal(oracle.begin(), oracle.end(), all.begin(),
                   all.begin() + static_cast<std::ptrdiff_t>(std::min(oracle.size(), all.size())),
                   same_place)
            ? 0
            : 1;
  }
  EXPECT_GT(differ, 100) << "the worlds hardly test anything";
}

TEST(RankingTest, KnowsThePlaceOfEach) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, tekeninglezen
    occupation ketelmaker isco 7213 : tekeninglezen, buigen
    occupation kok isco 5120 : koken, tekeninglezen
    occupation leeg isco 7214
  )");
  const auto person = advice::MakePerson(world.context(), {world.Person("was lasser"), {}, {}, ""});
  const snapshot::Snapshot& snapshot = world.snapshot();
  const Ranking ranking({snapshot.taxonomy(), snapshot.transfer(), snapshot.scoring(),
                         snapshot.work_weights(), snapshot.step_closeness()},
                        person->origin, person->expanded);
  EXPECT_EQ(PlaceIn(ranking.all(), world.Occupation("ketelmaker")), 1u);
  EXPECT_EQ(PlaceIn(ranking.all(), world.Occupation("kok")), 2u);
  EXPECT_EQ(PlaceIn(ranking.all(), world.Occupation("lasser")), std::nullopt);
  EXPECT_EQ(PlaceIn(ranking.all(), world.Occupation("leeg")), std::nullopt);
}

}  // namespace
}  // namespace overstap::transition
