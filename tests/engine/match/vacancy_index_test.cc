// The index against the oracle: every answer equal, to the last bit.
#include "engine/match/vacancy_index.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "engine/match/coverage.h"
#include "engine/match/transfer.h"
#include "tests/engine/match/image_bytes.h"
#include "tests/engine/match/index_world.h"

namespace overstap::match {
namespace {

bool Passes(const VacancyWanted& wanted, const VacancyTraits& traits) {
  const bool is_there =
      wanted.any_point || (traits.point < wanted.points.size() && wanted.points[traits.point] != 0);
  return is_there && wanted.HasPlace(traits.place) && wanted.HasWork(traits.work) &&
         traits.closes >= wanted.open_on && traits.published >= wanted.published_from &&
         traits.hours_min <= wanted.hours_max && traits.hours_max >= wanted.hours_min &&
         traits.level_min <= wanted.level_max && traits.level_max >= wanted.level_min;
}

// Vacancies in a random world, many of them alike so that scores are equal, some that ask nothing.
class IndexWorld {
 public:
  IndexWorld(uint32_t seed, int vacancies)
      : random_(seed),
        taxonomy_(MakeTaxonomy(&random_)),
        transfer_(TransferTable::Build(taxonomy_, params_)),
        asked_(vacancies) {
    for (int i = 0; i < vacancies; ++i) {
      if (i > 0 && random_.Chance(30)) {
        asked_[i] = asked_[random_.Number(0, i - 1)];
      } else if (!random_.Chance(5)) {
        Ask(random_.Chance(3) ? kSkills : 9, &asked_[i]);
      }
    }
    for (const auto& asked : asked_) vacancies_.push_back({asked, Traits()});
    index_.emplace(vacancies_, &taxonomy_, params_);
  }

  ExpandedProfile Person() {
    std::vector<HeldSkill> held;
    for (uint32_t skill = 0; skill < taxonomy_.skill_count(); ++skill) {
      if (!random_.Chance(20)) continue;
      held.push_back({SkillId(skill), random_.Number(0, 10) / 10.0, model::EvidenceKind::kWork});
    }
    return {held, transfer_, taxonomy_.skill_count()};
  }

  VacancyWanted Wanted() {
    VacancyWanted wanted;
    wanted.anywhere = random_.Chance(40);
    for (uint16_t place = 0; place < 7; ++place) {
      if (random_.Chance(35)) wanted.places.push_back(place);
    }
    wanted.any_point = random_.Chance(50);
    for (int points = random_.Number(0, 12); points > 0; --points) {
      wanted.points.push_back(random_.Chance(40));
    }
    wanted.any_work = random_.Chance(70);
    for (uint32_t work = 0; work <= kJobs; work += 2) {
      if (random_.Chance(30)) wanted.works.push_back({work, work + random_.Number(0, 1)});
    }
    if (random_.Chance(50)) wanted.open_on = random_.Number(0, 12);
    if (random_.Chance(20)) wanted.published_from = random_.Number(-5, 12);
    if (random_.Chance(20)) wanted.level_min = static_cast<uint8_t>(random_.Number(0, 4));
    if (random_.Chance(20)) wanted.level_max = static_cast<uint8_t>(random_.Number(0, 4));
    if (random_.Chance(40)) wanted.hours_max = static_cast<uint8_t>(random_.Number(0, 40));
    if (random_.Chance(40)) wanted.hours_min = static_cast<uint8_t>(random_.Number(0, 40));
    return wanted;
  }

  // From now on the index is one that was read from bytes.
  void ReadBack() {
    image_.emplace(ImageBytes::Of(*index_, "this"));
    auto read = VacancyIndex::Open(image_->bytes(), "this", taxonomy_.skill_count(), asked_.size());
    ASSERT_TRUE(read.ok()) << read.status();
    index_.emplace(*std::move(read));
  }

  void ExpectEqualToOracle(size_t limit) {
    const ExpandedProfile person = Person();
    const VacancyWanted wanted = Wanted();
    int64_t not_scored = 0;
    const auto score = [&](size_t i) -> std::optional<double> {
      if (!Passes(wanted, vacancies_[i].traits)) return std::nullopt;
      const auto value = Coverage(person, vacancies_[i].requirements, taxonomy_, params_);
      if (!value) ++not_scored;
      return value;
    };
    const auto truth = RankAll(vacancies_.size(), limit, score);
    const int64_t truly_not_scored = std::exchange(not_scored, 0);
    const RandomCut some(truth, vacancies_.size(), &random_);
    const auto left =
        RankAll(vacancies_.size(), limit, [&](size_t i) { return some.Left(i, score(i)); });
    for (const SearchWay way : {SearchWay::kPostings, SearchWay::kBounds, SearchWay::kQuickest}) {
      const VacancyAnswer answer = index_->Search(person, wanted, limit, way);
      EXPECT_EQ(answer.best, truth);
      EXPECT_EQ(answer.not_scored, truly_not_scored);
      const VacancyAnswer cut = index_->Search(person, wanted, limit, way, some.cut());
      EXPECT_EQ(cut.best, left);
      EXPECT_EQ(cut.not_scored, truly_not_scored);
    }
  }

 private:
  void Ask(int most, std::vector<Requirement>* asked) {
    const auto count = static_cast<uint32_t>(taxonomy_.skill_count());
    const int percent = 100 * random_.Number(1, most) / kSkills;
    for (uint32_t skill = 0; skill < count; ++skill) {
      if (!random_.Chance(percent)) continue;
      const auto importance = static_cast<Importance>(random_.Number(0, kImportanceCount - 1));
      asked->push_back({SkillId(skill), importance, random_.Chance(20) ? 0.8F : 1.0F});
    }
  }

  VacancyTraits Traits() {
    VacancyTraits traits;
    traits.place = static_cast<uint16_t>(random_.Chance(50) ? 2 : random_.Number(0, 6));
    traits.point = static_cast<uint32_t>(random_.Number(0, 11));
    traits.work = static_cast<uint32_t>(random_.Number(0, kJobs));
    if (random_.Chance(70)) traits.hours_min = static_cast<uint8_t>(random_.Number(0, 36));
    if (random_.Chance(70)) traits.hours_max = static_cast<uint8_t>(traits.hours_min + 8);
    if (random_.Chance(70)) traits.closes = random_.Number(0, 20);
    if (random_.Chance(70)) traits.published = random_.Number(-9, 10);
    if (random_.Chance(70)) {
      traits.level_min = static_cast<uint8_t>(random_.Number(1, 4));
      traits.level_max = traits.level_min;
    }
    return traits;
  }

  RandomWorld random_;
  ScoringParams params_;
  Taxonomy taxonomy_;
  TransferTable transfer_;
  std::vector<std::vector<Requirement>> asked_;
  std::vector<IndexedVacancy> vacancies_;
  std::optional<ImageBytes> image_;
  std::optional<VacancyIndex> index_;
};

TEST(VacancyIndexTest, EqualsTheOracleInRandomWorlds) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    IndexWorld world(seed, static_cast<int>(seed * seed / 4 + seed % 3));
    for (const size_t limit : {1U, 2U, 10U, 10U, 17U, 100U, 10'000U}) {
      world.ExpectEqualToOracle(limit);
    }
    world.ReadBack();
    for (const size_t limit : {1U, 10U, 10U, 200U}) world.ExpectEqualToOracle(limit);
  }
}

TEST(VacancyIndexTest, EqualsTheOracleWhenThereAreManyVacancies) {
  IndexWorld world(7, 20'000);
  for (const size_t limit : {1U, 5U, 10U, 200U}) {
    for (int i = 0; i < 8; ++i) world.ExpectEqualToOracle(limit);
  }
}

TEST(VacancyIndexTest, EqualsTheOracleOnEveryProcessor) {
  for (const Kernels* kernels : {&PortableKernels(), WideKernels(), WidestKernels()}) {
    if (kernels == nullptr) continue;  // not on this one
    ForceKernels(kernels);
    for (const int vacancies : {200, 3'000}) {
      IndexWorld world(static_cast<uint32_t>(vacancies), vacancies);
      for (const size_t limit : {1U, 10U, 10U, 10U, 200U}) world.ExpectEqualToOracle(limit);
    }
  }
  ForceKernels(nullptr);
}

TEST(VacancyIndexTest, NoVacanciesAndNoSkillsGiveNothing) {
  RandomWorld random(1);
  const Taxonomy taxonomy = MakeTaxonomy(&random);
  const TransferTable transfer = TransferTable::Build(taxonomy, {});
  const std::vector<HeldSkill> held = {{SkillId(0), 1.0, model::EvidenceKind::kWork}};
  const ExpandedProfile person(held, transfer, taxonomy.skill_count());
  const ExpandedProfile nobody({}, transfer, taxonomy.skill_count());
  EXPECT_TRUE(VacancyIndex({}, &taxonomy, {}).Search(person, {}, 10).best.empty());
  const std::vector<Requirement> asked = {{SkillId(0)}};
  const std::vector<IndexedVacancy> two = {{{}, {}}, {asked, {}}};
  const VacancyIndex index(two, &taxonomy, {});
  EXPECT_TRUE(index.Search(nobody, {}, 10).best.empty());
  EXPECT_EQ(index.Search(nobody, {}, 10).not_scored, 1);
  EXPECT_EQ(index.Search(person, {}, 10).best, (std::vector<Ranked>{{1, 1.0}}));
}

// Also at the ends of what days, hours and levels can be.
TEST(TraitColumnsTest, MasksAreOfWhatPasses) {
  RandomWorld random(11);
  const auto day = [&] {
    static constexpr int32_t kEnds[] = {INT32_MIN, INT32_MIN + 1, -40'000, -32'768, -1,
                                        0,         32'767,        32'768,  40'000,  INT32_MAX};
    return random.Chance(50) ? kEnds[random.Number(0, 9)] : random.Number(-3, 3);
  };
  const auto byte = [&] {
    return static_cast<uint8_t>(random.Chance(50) ? random.Number(0, 255)
                                                  : random.Number(0, 1) * 255);
  };
  std::vector<VacancyTraits> all(803);
  TraitColumns columns;
  for (VacancyTraits& traits : all) {
    traits.work = static_cast<uint32_t>(random.Number(0, 3));
    traits.hours_min = byte();
    traits.hours_max = byte();
    traits.level_min = byte();
    traits.level_max = byte();
    traits.published = day();
    traits.closes = day();
    columns.Add(traits);
  }
  for (int i = 0; i < 200; ++i) {
    VacancyWanted wanted;
    wanted.any_work = random.Chance(50);
    wanted.works = {{1, 2}};
    wanted.hours_min = random.Chance(50) ? byte() : 0;
    wanted.hours_max = random.Chance(50) ? byte() : 255;
    wanted.level_min = random.Chance(50) ? byte() : 0;
    wanted.level_max = random.Chance(50) ? byte() : 255;
    if (random.Chance(50)) wanted.published_from = day();
    if (random.Chance(50)) wanted.open_on = day();
    const auto strips = static_cast<uint32_t>(all.size() / TraitColumns::kStrip);
    const auto begin = static_cast<uint32_t>(random.Number(0, static_cast<int>(strips)));
    const size_t count = size_t{strips - begin} * TraitColumns::kStrip;
    std::vector<uint16_t> sums(count, 5);
    columns.ClearOlder(begin, wanted, sums);
    for (size_t at = 0; at < count; ++at) {
      const int32_t published = all[size_t{begin} * TraitColumns::kStrip + at].published;
      const bool is_old = published < wanted.published_from;
      if (is_old && std::abs(int64_t{published}) >= 32'767) continue;
      EXPECT_EQ(sums[at], is_old ? 0 : 5);
    }
    for (uint32_t strip = 0; strip * TraitColumns::kStrip < all.size(); ++strip) {
      uint32_t truth = 0;
      for (uint32_t lane = 0; lane < TraitColumns::kStrip; ++lane) {
        const size_t at = size_t{strip} * TraitColumns::kStrip + lane;
        if (at < all.size()) truth |= uint32_t{Passes(wanted, all[at])} << lane;
      }
      EXPECT_EQ(columns.PassMask(strip, wanted), truth);
      EXPECT_TRUE(truth == 0 || columns.MayPass(strip, wanted));
    }
  }
}

TEST(StripsTest, SumsAreNoLessThanTheTruthAndNearIt) {
  RandomWorld random(3);
  Strips strips;
  std::vector<std::vector<Strips::Entry>> all(50);
  for (auto& entries : all) {
    for (uint32_t term = 0; term < 30; ++term) {
      for (uint32_t lane = 0; lane < Strips::kLanes; ++lane) {
        if (random.Chance(20)) entries.push_back({term, lane, random.Number(1, 100) / 2'000.0});
      }
    }
    strips.Add(entries);
  }
  std::vector<int16_t> strengths(30);
  for (int16_t& strength : strengths) strength = static_cast<int16_t>(random.Number(0, 4'095));
  for (uint32_t strip = 0; strip < all.size(); ++strip) {
    std::array<double, Strips::kLanes> truth{};
    for (const Strips::Entry& entry : all[strip]) {
      truth[entry.lane] += entry.share * strengths[entry.term];
    }
    Strips::Sums sums;
    Strips::Sums portable;
    const int32_t least = random.Number(1, 3'000'000);
    const uint32_t mask = strips.Sum(ChosenKernels(), strip, strengths.data(), least, &sums);
    EXPECT_EQ(strips.Sum(PortableKernels(), strip, strengths.data(), least, &portable), mask);
    EXPECT_EQ(sums, portable);
    for (uint32_t lane = 0; lane < Strips::kLanes; ++lane) {
      EXPECT_EQ((mask >> lane & 1) != 0, sums[lane] >= least);
      const double sum = sums[lane] * strips.ScaleOf(strip) / Strips::kTop;
      EXPECT_GE(sum, truth[lane]);
      EXPECT_LE(sum, truth[lane] + 30 * 4'095 * strips.ScaleOf(strip) / Strips::kTop);
    }
  }
}

}  // namespace
}  // namespace overstap::match
