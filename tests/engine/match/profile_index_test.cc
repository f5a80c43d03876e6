// The index of people against the oracle: every answer equal, to the last bit, and the score of a
// pair the same from either side.
#include "engine/match/profile_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "engine/match/coverage.h"
#include "engine/match/vacancy_index.h"
#include "tests/engine/match/image_bytes.h"
#include "tests/engine/match/index_world.h"

namespace overstap::match {
namespace {

constexpr int kPoints = 12;
constexpr double kAnyRadius = std::numeric_limits<double>::infinity();

class PeopleWorld {
 public:
  PeopleWorld(uint32_t seed, int people)
      : random_(seed),
        taxonomy_(MakeTaxonomy(&random_)),
        transfer_(TransferTable::Build(taxonomy_, params_)),
        sources_(transfer_, taxonomy_.skill_count()) {
    for (int i = 0; i < people; ++i) {
      held_.push_back(i > 0 && random_.Chance(30) ? held_[random_.Number(0, i - 1)] : Held());
      traits_.push_back(Traits());
    }
    index_.emplace(
        traits_, [&](uint32_t i) { return held_[i]; }, transfer_, taxonomy_.skill_count());
  }

  std::vector<Requirement> Asked() {
    std::vector<Requirement> asked;
    const int percent = random_.Chance(10) ? 0 : random_.Number(2, 50);
    for (uint32_t skill = 0; skill < taxonomy_.skill_count(); ++skill) {
      if (!random_.Chance(percent)) continue;
      const auto importance = static_cast<Importance>(random_.Number(0, kImportanceCount - 1));
      asked.push_back({SkillId(skill), importance, random_.Chance(20) ? 0.8F : 1.0F});
    }
    return asked;
  }

  ProfileWanted Wanted() {
    ProfileWanted wanted;
    const bool anywhere = random_.Chance(40);
    for (uint16_t place = 0; place < 7; ++place) {
      if (!anywhere && !random_.Chance(40)) continue;
      wanted.places.push_back(place);
    }
    for (int points = random_.Chance(30) ? 0 : random_.Number(1, kPoints); points > 0; --points) {
      wanted.distances.push_back(random_.Chance(50) ? 0.0 : random_.Number(0, 60));
      if (random_.Chance(10)) wanted.distances.back() = kAnyRadius;
      if (random_.Chance(10)) wanted.distances.back() = ProfileWanted::kOutOfReach;
    }
    if (random_.Chance(40)) wanted.hours_max = static_cast<uint8_t>(random_.Number(0, 40));
    if (random_.Chance(40)) wanted.hours_min = static_cast<uint8_t>(random_.Number(0, 40));
    return wanted;
  }

  ExpandedProfile Expanded(size_t person) const {
    return {held_[person], transfer_, taxonomy_.skill_count()};
  }

  // From now on the index is one that was read from bytes.
  void ReadBack() {
    image_.emplace(ImageBytes::Of(*index_, "this"));
    auto read = ProfileIndex::Open(image_->bytes(), "this", taxonomy_.skill_count(), held_.size());
    ASSERT_TRUE(read.ok()) << read.status();
    index_.emplace(*std::move(read));
  }

  void ExpectEqualToOracle(size_t limit) {
    const std::vector<Requirement> asked = Asked();
    const ProfileWanted wanted = Wanted();
    int64_t not_scored = 0;
    const auto score = [&](size_t i) -> std::optional<double> {
      if (!Passes(wanted, traits_[i])) return std::nullopt;
      const auto value = Coverage(Expanded(i), asked, taxonomy_, params_);
      if (!value) ++not_scored;
      return value;
    };
    const auto truth = RankAll(traits_.size(), limit, score);
    const int64_t truly_not_scored = std::exchange(not_scored, 0);
    const RandomCut some(truth, traits_.size(), &random_);
    const auto left =
        RankAll(traits_.size(), limit, [&](size_t i) { return some.Left(i, score(i)); });
    AskedSkills skills = AskedSkillsOf(asked);
    for (int i = 0; i < 2; ++i) {
      const ProfileAnswer cut = index_->Search(&skills, wanted, limit, some.cut());
      EXPECT_EQ(cut.best, left);
      EXPECT_EQ(cut.not_scored, truly_not_scored);
    }
    for (const ProfileAnswer& answer :
         {index_->Search(&skills, wanted, limit), index_->SearchAll(&skills, wanted, limit)}) {
      EXPECT_EQ(answer.best, truth);
      EXPECT_EQ(answer.not_scored, truly_not_scored);
    }
  }

  // The score of one person by what they have, and no more than what each skill adds at most.
  void ExpectAskedSkillsScoreAPerson() {
    const std::vector<Requirement> requirements = Asked();
    AskedSkills asked = AskedSkillsOf(requirements);
    const TermRows::Query most = asked.MostOfEach();
    for (size_t i = 0; i < held_.size(); ++i) {
      const double score = asked.ScoreOf(held_[i]);
      EXPECT_EQ(score, Coverage(Expanded(i), requirements, taxonomy_, params_).value_or(0));
      TermRows row;
      std::vector<TermRows::Part> parts;
      for (const HeldSkill& held : held_[i]) parts.push_back({held.skill.value(), held.strength});
      row.Add(parts);
      bool is_visited = false;
      row.ForEach(most, score, [&](size_t) { is_visited = true; });
      EXPECT_TRUE(is_visited || score == 0);
    }
  }

  void ExpectOneScoreFromBothSides() {
    const std::vector<Requirement> asked = Asked();
    const IndexedVacancy vacancy = {asked, {}};
    const VacancyIndex one(std::span(&vacancy, 1), &taxonomy_, params_);
    ProfileWanted anyone;
    for (uint16_t place = 0; place < 7; ++place) anyone.places.push_back(place);
    std::vector<double> from_vacancy(traits_.size());
    AskedSkills skills = AskedSkillsOf(asked);
    for (const Ranked& person : index_->Search(&skills, anyone, traits_.size()).best) {
      from_vacancy[person.index] = person.score;
    }
    for (size_t i = 0; i < traits_.size(); ++i) {
      const auto best = one.Search(Expanded(i), {}, 1).best;
      EXPECT_EQ(best.empty() ? 0 : best[0].score, from_vacancy[i]);
    }
  }

 private:
  AskedSkills AskedSkillsOf(std::span<const Requirement> requirements) const {
    return {requirements, taxonomy_, params_, sources_};
  }

  static bool Passes(const ProfileWanted& wanted, const ProfileTraits& traits) {
    const bool is_far =
        traits.point < wanted.distances.size() && !(traits.reach >= wanted.distances[traits.point]);
    return std::count(wanted.places.begin(), wanted.places.end(), traits.place) > 0 && !is_far &&
           traits.hours_min <= wanted.hours_max && traits.hours_max >= wanted.hours_min;
  }

  std::vector<HeldSkill> Held() {
    std::vector<HeldSkill> held;
    const int percent = random_.Number(0, 40);
    for (uint32_t skill = 0; skill < taxonomy_.skill_count(); ++skill) {
      if (!random_.Chance(percent)) continue;
      held.push_back({SkillId(skill), random_.Number(0, 10) / 10.0, model::EvidenceKind::kWork});
    }
    return held;
  }

  ProfileTraits Traits() {
    ProfileTraits traits;
    traits.place = static_cast<uint16_t>(random_.Chance(50) ? 2 : random_.Number(0, 6));
    traits.work = static_cast<uint32_t>(random_.Number(0, kJobs));
    if (random_.Chance(70)) traits.hours_min = static_cast<uint8_t>(random_.Number(0, 36));
    if (random_.Chance(70)) traits.hours_max = static_cast<uint8_t>(traits.hours_min + 8);
    traits.point = static_cast<uint32_t>(random_.Number(0, kPoints - 1));
    if (random_.Chance(70)) traits.reach = random_.Number(0, 60);
    return traits;
  }

  RandomWorld random_;
  ScoringParams params_;
  Taxonomy taxonomy_;
  TransferTable transfer_;
  TransferSources sources_;
  std::vector<std::vector<HeldSkill>> held_;
  std::vector<ProfileTraits> traits_;
  std::optional<ImageBytes> image_;
  std::optional<ProfileIndex> index_;
};

TEST(ProfileIndexTest, EqualsTheOracleInRandomWorlds) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    PeopleWorld world(seed, static_cast<int>(seed * seed / 3 + seed % 3));
    for (const size_t limit : {1U, 2U, 10U, 10U, 17U, 100U, 10'000U}) {
      world.ExpectEqualToOracle(limit);
    }
    world.ReadBack();
    for (const size_t limit : {1U, 10U, 10U, 200U}) world.ExpectEqualToOracle(limit);
  }
}

TEST(ProfileIndexTest, AskedSkillsScoreAPersonWithoutAnIndex) {
  for (uint32_t seed = 0; seed < 10; ++seed) {
    PeopleWorld world(seed, 60);
    for (int i = 0; i < 5; ++i) world.ExpectAskedSkillsScoreAPerson();
  }
}

TEST(ProfileIndexTest, APairHasOneScoreFromBothSides) {
  for (uint32_t seed = 0; seed < 10; ++seed) {
    PeopleWorld world(seed, 60);
    for (int i = 0; i < 5; ++i) world.ExpectOneScoreFromBothSides();
  }
}

}  // namespace
}  // namespace overstap::match
