#include "service/index_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "base/strings.h"
#include "engine/advice/live_finder.h"
#include "engine/match/held_skills.h"
#include "engine/snapshot/loader.h"
#include "engine/snapshot/row_loader.h"
#include "tests/support/random_world.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::service {
namespace {

constexpr absl::CivilDay kToday(2026, 11, 21);

// A store with as many records as it takes to keep rows.
class IndexFilesTest : public ::testing::Test {
 protected:
  IndexFilesTest() {
    const snapshot::Source source = *ParseTinyWorld(R"(
      occupation lasser isco 7212 : mig, tig, tekeninglezen
      occupation bakker isco 7512 : deeg, tekeninglezen
      region AM06 52.5 6.1
    )");
    EXPECT_TRUE(store_->PutTaxonomy(source.taxonomy, source.taxonomy_version).ok());
    const auto batch = store_->NewBatch();
    for (const model::Region& region : source.regions) batch->Put(region);
    for (int64_t i = 0; i < snapshot::kFewestSavedRows; ++i) batch->Put(Vacancy(StrCat("v", i)));
    for (int i = 0; i < 50; ++i) batch->Put(Profile(StrCat("p", i)));
    EXPECT_TRUE(store_->Write(*batch).ok());
    snapshot_ = snapshot::Load(*store_, TinyParameters()).value();
  }

  advice::Context Context() const { return {*snapshot_, kToday, DefaultLanguageOrder()}; }
  std::string Path(const std::string& name) const {
    return StrCat(store_->derived().path, "/", name);
  }

  // As from the finder that is built, for every skill of the taxonomy.
  void ExpectAsBuilt(const advice::VacancyFinder& finder) const {
    const auto built = advice::VacancyFinder::Build(*snapshot_).value();
    for (uint32_t skill = 0; skill < snapshot_->taxonomy().skill_count(); ++skill) {
      const std::vector<match::HeldSkill> held = {{SkillId(skill), 0.8}};
      const match::ExpandedProfile profile(held, snapshot_->transfer(),
                                           snapshot_->taxonomy().skill_count());
      for (const char* region : {"", "AM06", "AM07"}) {
        advice::VacancyFilter filter;
        filter.region = region;
        const auto answer = finder.Search(profile, kToday, filter, 20);
        const auto wanted = built.Search(profile, kToday, filter, 20);
        EXPECT_EQ(answer.not_scored, wanted.not_scored);
        EXPECT_EQ(answer.best, wanted.best);
      }
    }
  }

  model::Vacancy Vacancy(const std::string& id) {
    model::Vacancy vacancy;
    vacancy.id = id;
    vacancy.occupation_uri = random_.Chance(50) ? "t:lasser" : "t:bakker";
    if (random_.Chance(50)) vacancy.skills.push_back({"t:mig", Importance::kEssential});
    vacancy.region = random_.Chance(50) ? "AM06" : "AM07";
    return vacancy;
  }

  model::Profile Profile(const std::string& id) {
    model::Profile profile;
    profile.id = id;
    const char* skill = random_.Chance(50) ? "t:deeg" : "t:tig";
    profile.skills.push_back({skill, model::EvidenceKind::kDiploma, std::nullopt});
    profile.region = random_.Chance(50) ? "AM06" : "";
    return profile;
  }

  const TempFolder folder_;
  RandomWorld random_{11};
  std::unique_ptr<store::Store> store_ =
      store::Store::Open(folder_.path() + "/store", store::OpenMode::kReadWrite).value();
  std::shared_ptr<const snapshot::Snapshot> snapshot_;
};

TEST_F(IndexFilesTest, TheFileAnswersAsWhatIsBuilt) {
  ExpectAsBuilt(LoadVacancyFinder(*store_, *snapshot_).value());
  ASSERT_TRUE(std::filesystem::exists(Path("vacancies.index")));
  const auto written = std::filesystem::last_write_time(Path("vacancies.index"));
  ExpectAsBuilt(LoadVacancyFinder(*store_, *snapshot_).value());
  EXPECT_EQ(std::filesystem::last_write_time(Path("vacancies.index")), written);
}

TEST_F(IndexFilesTest, WhatIsDamagedOrOfOtherDataIsMadeAnew) {
  ASSERT_TRUE(LoadVacancyFinder(*store_, *snapshot_).ok());
  std::ofstream(Path("vacancies.index"), std::ios::binary | std::ios::app) << "more";
  ExpectAsBuilt(LoadVacancyFinder(*store_, *snapshot_).value());
  const auto batch = store_->NewBatch();
  batch->DeleteVacancy("v7");
  ASSERT_TRUE(store_->Write(*batch).ok());
  snapshot_ = snapshot::Load(*store_, TinyParameters()).value();
  ExpectAsBuilt(LoadVacancyFinder(*store_, *snapshot_).value());
}

// The index of the rows that the file of rows has, and what came since beside it.
TEST_F(IndexFilesTest, AFewChangesLeaveTheFileInUse) {
  const auto load = [&](const snapshot::Snapshot& rows) {
    return LoadVacancyFinder(*store_, rows);
  };
  ASSERT_TRUE(advice::LiveVacancies::Build(*snapshot_, load).ok());
  const auto written = std::filesystem::last_write_time(Path("vacancies.index"));
  const auto batch = store_->NewBatch();
  for (int i = 0; i < 200; ++i) {
    const int number = random_.Number(0, static_cast<int>(snapshot::kFewestSavedRows) + 50);
    batch->Put(Vacancy(StrCat("v", number)));
  }
  for (int i = 0; i < 50; ++i) batch->Put(Vacancy(StrCat("w", i)));
  ASSERT_TRUE(store_->Write(*batch).ok());
  snapshot_ = snapshot::Load(*store_, TinyParameters()).value();
  const auto live = advice::LiveVacancies::Build(*snapshot_, load).value();
  EXPECT_EQ(std::filesystem::last_write_time(Path("vacancies.index")), written);
  EXPECT_GT(live->base().dead_rows, 0u);
  EXPECT_FALSE(live->recent().empty());
  const advice::LiveFinders finders = {live, nullptr};
  advice::Context with_index = Context();
  with_index.finders = &finders;
  for (const char* region : {"", "AM06", "AM07"}) {
    advice::MatchParams params;
    params.region = region;
    params.limit = 300;
    model::Profile asks = Profile("asks");
    asks.region = "";
    const auto all = advice::MatchVacancies(Context(), asks, params).value();
    const auto indexed = advice::MatchVacancies(with_index, asks, params).value();
    ASSERT_EQ(indexed.hits.size(), all.hits.size());
    EXPECT_EQ(indexed.not_scored, all.not_scored);
    for (size_t i = 0; i < all.hits.size(); ++i) {
      EXPECT_EQ(indexed.hits[i].id, all.hits[i].id);
      EXPECT_EQ(indexed.hits[i].score, all.hits[i].score);
    }
  }
}

// An index has the middles of places in it.
TEST_F(IndexFilesTest, OtherPlacesMakeAnotherIndex) {
  ASSERT_TRUE(LoadVacancyFinder(*store_, *snapshot_).ok());
  const auto batch = store_->NewBatch();
  batch->Put(model::Region{"AM06", "Zwolle", {52.6, 6.2}});
  ASSERT_TRUE(store_->Write(*batch).ok());
  const auto moved = snapshot::Load(*store_, TinyParameters()).value();
  EXPECT_EQ(moved->saved_vacancies().file, snapshot_->saved_vacancies().file);
  std::ifstream before_in(Path("vacancies.index"), std::ios::binary);
  const std::string before{std::istreambuf_iterator<char>(before_in), {}};
  ASSERT_TRUE(LoadVacancyFinder(*store_, *moved).ok());
  std::ifstream after_in(Path("vacancies.index"), std::ios::binary);
  const std::string after{std::istreambuf_iterator<char>(after_in), {}};
  EXPECT_NE(before, after);
}

TEST_F(IndexFilesTest, PeopleAreOfOneYear) {
  const auto requirements = snapshot_->vacancies()[0].requirements;
  const model::Vacancy vacancy = *snapshot_->vacancies()[0].Record();
  const auto wanted = advice::ProfileFinder::Build(*snapshot_, 2026)
                          .value()
                          .Search(Context(), vacancy, requirements, {}, 10);
  for (int round = 0; round < 2; ++round) {
    const auto finder = LoadProfileFinder(*store_, *snapshot_, 2026).value();
    EXPECT_EQ(finder.Search(Context(), vacancy, requirements, {}, 10).best, wanted.best);
    EXPECT_TRUE(std::filesystem::exists(Path("profiles.index")));
  }
  const auto written = std::filesystem::file_size(Path("profiles.index"));
  ASSERT_TRUE(LoadProfileFinder(*store_, *snapshot_, 2027).ok());
  EXPECT_EQ(std::filesystem::file_size(Path("profiles.index")), written);
  ASSERT_TRUE(store_->DeleteProfile("p1").ok());
  EXPECT_FALSE(std::filesystem::exists(Path("profiles.index")));
}

}  // namespace
}  // namespace overstap::service
