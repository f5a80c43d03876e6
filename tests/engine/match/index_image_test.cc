// Images of indexes: what is refused, and that nothing is read that is not there.
#include "engine/match/index_image.h"

#include <gtest/gtest.h>

#include <optional>

#include "engine/match/profile_index.h"
#include "engine/match/transfer.h"
#include "engine/match/vacancy_index.h"
#include "tests/engine/match/image_bytes.h"
#include "tests/engine/match/index_world.h"

namespace overstap::match {
namespace {

constexpr std::string_view kMadeFor = "taxonomy 1, data 2, parameters 3";
constexpr size_t kCount = 40;

class IndexImageTest : public testing::Test {
 protected:
  IndexImageTest() {
    std::vector<std::vector<Requirement>> asked(kCount);
    std::vector<IndexedVacancy> vacancies;
    std::vector<ProfileTraits> traits(kCount);
    for (size_t i = 0; i < kCount; ++i) {
      for (uint32_t skill = 0; skill < taxonomy_.skill_count(); ++skill) {
        if (i % 9 != 0 && random_.Chance(15)) asked[i].push_back({SkillId(skill)});
      }
      traits[i].place = static_cast<uint16_t>(i / 25);
      VacancyTraits vacancy;
      vacancy.place = traits[i].place;
      vacancies.push_back({asked[i], vacancy});
    }
    vacancies_.emplace(vacancies, &taxonomy_, params_);
    people_.emplace(
        traits, [](uint32_t i) { return HeldBy(i); }, transfer_, taxonomy_.skill_count());
  }

  static std::vector<HeldSkill> HeldBy(uint32_t person) {
    std::vector<HeldSkill> held;
    for (uint32_t skill = person % 5; skill < kSkills; skill += 5) {
      held.push_back({SkillId(skill), 0.8, model::EvidenceKind::kWork});
    }
    return held;
  }

  absl::StatusOr<VacancyIndex> Vacancies(ImageBytes* image,
                                         std::string_view made_for = kMadeFor) const {
    return VacancyIndex::Open(image->bytes(), made_for, taxonomy_.skill_count(), kCount);
  }
  absl::StatusOr<ProfileIndex> People(ImageBytes* image) const {
    return ProfileIndex::Open(image->bytes(), kMadeFor, taxonomy_.skill_count(), kCount);
  }

  // Opens what is damaged and sealed again; what is taken for an index is searched.
  void TryVacancies(ImageBytes* image) const {
    const auto index = Vacancies(image);
    if (!index.ok()) return;
    const ExpandedProfile person(HeldBy(1), transfer_, taxonomy_.skill_count());
    VacancyWanted some;
    some.anywhere = false;
    some.places = {1};
    some.level_min = 2;
    for (const SearchWay way : {SearchWay::kPostings, SearchWay::kBounds}) {
      for (const VacancyWanted& wanted : {VacancyWanted(), some}) {
        for (const Ranked& ranked : index->Search(person, wanted, 5, way).best) {
          EXPECT_LT(ranked.index, kCount);
        }
      }
    }
  }
  void TryPeople(ImageBytes* image) const {
    const auto index = People(image);
    if (!index.ok()) return;
    const std::vector<Requirement> requirements = {{SkillId(1)}, {SkillId(4)}, {SkillId(7)}};
    AskedSkills asked(requirements, taxonomy_, params_,
                      TransferSources(transfer_, taxonomy_.skill_count()));
    ProfileWanted wanted;
    wanted.places = {0, 1};
    for (const Ranked& ranked : index->Search(&asked, wanted, 5).best) {
      EXPECT_LT(ranked.index, kCount);
    }
  }

  RandomWorld random_{11};
  ScoringParams params_;
  Taxonomy taxonomy_ = MakeTaxonomy(&random_);
  TransferTable transfer_ = TransferTable::Build(taxonomy_, params_);
  std::optional<VacancyIndex> vacancies_;
  std::optional<ProfileIndex> people_;
};

TEST_F(IndexImageTest, EqualIndexesAreEqualBytesAndReadAgainAreThemselves) {
  ImageBytes image = ImageBytes::Of(*vacancies_, kMadeFor);
  const auto read = Vacancies(&image);
  ASSERT_TRUE(read.ok()) << read.status();
  ImageBytes again = ImageBytes::Of(*read, kMadeFor);
  EXPECT_TRUE(std::equal(image.bytes().begin(), image.bytes().end(), again.bytes().begin(),
                         again.bytes().end()));
  EXPECT_EQ(read->MemoryBytes(), vacancies_->MemoryBytes());
}

TEST_F(IndexImageTest, WhatIsForeignIsRefused) {
  ImageBytes image = ImageBytes::Of(*vacancies_, kMadeFor);
  ImageBytes people = ImageBytes::Of(*people_, kMadeFor);
  const auto is_foreign = [](const auto& index) {
    return absl::IsFailedPrecondition(index.status());
  };
  EXPECT_TRUE(is_foreign(Vacancies(&image, "something else")));
  EXPECT_TRUE(is_foreign(Vacancies(&people)));
  EXPECT_TRUE(is_foreign(People(&image)));
  ++reinterpret_cast<ImageHeader*>(image.bytes().data())->version;
  image.Seal();
  EXPECT_TRUE(is_foreign(Vacancies(&image)));
  const auto fewer =
      ProfileIndex::Open(people.bytes(), kMadeFor, taxonomy_.skill_count(), kCount - 1);
  EXPECT_TRUE(absl::IsDataLoss(fewer.status()));
  const auto shifted = people.bytes().subspan(8);
  EXPECT_TRUE(absl::IsInvalidArgument(
      ProfileIndex::Open(shifted, kMadeFor, taxonomy_.skill_count(), kCount).status()));
}

TEST_F(IndexImageTest, WhatIsCutOffIsRefused) {
  ImageBytes image = ImageBytes::Of(*vacancies_, kMadeFor);
  for (size_t size = image.bytes().size(); size-- > 0;) {
    image.Resize(size);
    EXPECT_FALSE(Vacancies(&image).ok()) << size;
  }
}

TEST_F(IndexImageTest, EveryChangedBitThatCountsIsSeen) {
  ImageBytes image = ImageBytes::Of(*people_, kMadeFor);
  size_t unseen = 0;
  for (size_t i = 0; i < image.bytes().size(); ++i) {
    image.bytes()[i] ^= std::byte{4};
    unseen += People(&image).ok();
    image.bytes()[i] ^= std::byte{4};
  }
  // Zeros between sections, of which there are 16 at most.
  EXPECT_LT(unseen, 16 * kImageAlignment);
  EXPECT_TRUE(People(&image).ok());
}

TEST_F(IndexImageTest, WrongContentWithRightChecksumsReadsNothingElse) {
  const ImageBytes vacancies = ImageBytes::Of(*vacancies_, kMadeFor);
  const ImageBytes people = ImageBytes::Of(*people_, kMadeFor);
  for (int i = 0; i < 4'000; ++i) {
    ImageBytes image = i % 2 == 0 ? vacancies : people;
    for (int changes = random_.Number(1, 3); changes > 0; --changes) {
      const auto at =
          static_cast<size_t>(random_.Number(0, static_cast<int>(image.bytes().size()) - 1));
      image.bytes()[at] = static_cast<std::byte>(random_.Number(0, 255));
    }
    image.Seal();
    i % 2 == 0 ? TryVacancies(&image) : TryPeople(&image);
  }
}

}  // namespace
}  // namespace overstap::match
