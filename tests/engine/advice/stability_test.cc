#include "engine/advice/stability.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/advice/person.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

transition::ReachContext ReachOf(const TinyWorld& world) {
  const snapshot::Snapshot& snapshot = world.snapshot();
  return {snapshot.taxonomy(), snapshot.transfer(), snapshot.scoring(), snapshot.work_weights(),
          snapshot.step_closeness()};
}

Person PersonOf(const TinyWorld& world, std::string_view person) {
  return MakePerson(world.context(), {world.Person(person), {}, {}, ""}).value();
}

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, slijpen
  occupation monteur isco 7233 : sleutelen, meten
)";

TEST(StabilityTest, NamesTheSkillsThatUnseatTheFirst) {
  const TinyWorld world(kWorld);
  const Person person = PersonOf(world, "can mig, can slijpen, can sleutelen");
  const transition::Ranking ranking(ReachOf(world), person.origin, person.expanded);
  const Robustness sure = TestFirst(world.context(), ranking);
  EXPECT_EQ(sure.first->label, "lasser");
  EXPECT_EQ(sure.tried, 3u);
  // Without one of the two it is a tie, which the first in order wins.
  EXPECT_THAT(sure.unseated_by, IsEmpty());
  const Person closer = PersonOf(world, "can mig, can sleutelen claimed 2013");
  const transition::Ranking unsure(ReachOf(world), closer.origin, closer.expanded);
  const Robustness robustness = TestFirst(world.context(), unsure);
  ASSERT_THAT(robustness.unseated_by, SizeIs(1));
  EXPECT_EQ(robustness.unseated_by[0].skill.label, "mig");
  EXPECT_EQ(robustness.unseated_by[0].first->label, "monteur");
}

TEST(StabilityTest, WhatIsConfirmedIsNotDropped) {
  const TinyWorld world(kWorld);
  const Person person = PersonOf(world, "can mig certificate, can sleutelen employer");
  const transition::Ranking ranking(ReachOf(world), person.origin, person.expanded);
  EXPECT_EQ(TestFirst(world.context(), ranking).tried, 0u);
}

TEST(StabilityTest, AsksWhatWouldChangeTheListMost) {
  const TinyWorld world(kWorld);
  const Person person = PersonOf(world, "can mig, can sleutelen certificate");
  const transition::Ranking ranking(ReachOf(world), person.origin, person.expanded);
  ASSERT_EQ(ranking.all().front().occupation, world.Occupation("monteur"));
  const auto question =
      BestQuestion(world.context(), ranking, person.expanded, world.Occupation("lasser"), 1);
  ASSERT_TRUE(question.has_value());
  EXPECT_EQ(question->skill.label, "slijpen");
  EXPECT_FALSE(question->is_assumed);
  EXPECT_EQ(question->chance, 0.5);  // one of the two occupations asks it
  EXPECT_EQ(question->change_if_yes, 1);
  EXPECT_EQ(question->change_if_no, 0);
  EXPECT_EQ(question->expected_change, 0.5);
  EXPECT_EQ(question->first_if_yes->label, "lasser");
  EXPECT_EQ(question->first_if_no->label, "monteur");
}

TEST(StabilityTest, NothingToAskWhenNothingWouldChange) {
  const TinyWorld world("occupation lasser isco 7212 : mig, slijpen\n");
  const Person person = PersonOf(world, "can mig certificate");
  const transition::Ranking ranking(ReachOf(world), person.origin, person.expanded);
  EXPECT_EQ(BestQuestion(world.context(), ranking, person.expanded, OccupationId(0), 3),
            std::nullopt);
}

std::vector<transition::Destination> ListOf(const std::vector<uint32_t>& ids) {
  std::vector<transition::Destination> list;
  for (const uint32_t id : ids) {
    transition::Destination destination;
    destination.occupation = OccupationId(id);
    list.push_back(destination);
  }
  return list;
}

TEST(ListDistanceTest, IsTheFootruleOfTheTops) {
  EXPECT_EQ(ListDistance(ListOf({1, 2, 3}), ListOf({1, 2, 3}), 3), 0);
  EXPECT_EQ(ListDistance(ListOf({1, 2}), ListOf({3, 4}), 2), 1);
  EXPECT_DOUBLE_EQ(ListDistance(ListOf({1, 2}), ListOf({2, 1}), 2), 2.0 / 6);
  EXPECT_DOUBLE_EQ(ListDistance(ListOf({1, 2, 3}), ListOf({1, 2, 4}), 2), 0);
  EXPECT_DOUBLE_EQ(ListDistance(ListOf({1}), ListOf({}), 1), 0.5);
}

// The slow way: every skill dropped from the profile, every occupation scored.
TEST(StabilityTest, EqualsAskingAnew) {
  int unseated = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 12, 0));
    const Person person = PersonOf(world, random.Person(14, 12));
    const transition::ReachContext reach = ReachOf(world);
    const transition::Ranking ranking(reach, person.origin, person.expanded);
    std::vector<std::string> expected;
    const auto first = transition::FindDestinations(reach, person.origin, person.expanded, 1);
    for (size_t i = 0; i < person.origin.skills.size() && !first.empty(); ++i) {
      transition::Origin less = person.origin;
      less.skills.erase(less.skills.begin() + static_cast<std::ptrdiff_t>(i));
      if (person.origin.skills[i].kind > model::EvidenceKind::kWork) continue;
      const match::ExpandedProfile expanded(less.skills, reach.transfer,
                                            reach.taxonomy.skill_count());
      const auto then = transition::FindDestinations(reach, less, expanded, 1);
      if (!then.empty() && then[0].occupation == first[0].occupation) continue;
      expected.push_back(RefOf(world.context(), person.origin.skills[i].skill).uri);
    }
    std::vector<std::string> found;
    for (const Unseating& line : TestFirst(world.context(), ranking).unseated_by) {
      found.push_back(line.skill.uri);
    }
    EXPECT_EQ(found, expected) << seed;
    unseated += static_cast<int>(found.size());
  }
  EXPECT_GT(unseated, 20);
}

}  // namespace
}  // namespace overstap::advice
