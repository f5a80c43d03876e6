#include "engine/snapshot/snapshot.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>

#include "engine/snapshot/loader.h"
#include "engine/store/store.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::snapshot {
namespace {

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig
  region AM06 52.5 6.1
  course mig : mig | weeks 4
  vacancy v1 for lasser | region AM06
  profile p1 : can mig diploma
  scheme slim open from 2024-01-01
)";

TEST(SnapshotTest, ParametersNameTheirVersion) {
  Parameters parameters = TinyParameters();
  EXPECT_TRUE(parameters.Validate().ok());
  const std::string version = parameters.Version();
  parameters.scoring.transfer_floor = 0.25;
  EXPECT_NE(parameters.Version(), version);
  parameters = TinyParameters();
  parameters.techniek[0].include.push_back("9");
  EXPECT_NE(parameters.Version(), version);
  parameters.techniek[0].include.clear();
  EXPECT_FALSE(parameters.Validate().ok());
}

TEST(SnapshotTest, FindsByCodeIdAndName) {
  const TinyWorld world(kWorld);
  EXPECT_NE(world.snapshot().FindRegion("AM06"), nullptr);
  EXPECT_EQ(world.snapshot().FindRegion("AM07"), nullptr);
  EXPECT_NE(world.snapshot().FindScheme("slim"), nullptr);
  EXPECT_NE(world.snapshot().FindTechniek("tiny"), nullptr);
  EXPECT_EQ(world.snapshot().VacanciesFor(world.Occupation("lasser")).size(), 1u);
}

// What went into the store comes out as the same snapshot.
TEST(LoaderTest, TheStoreGivesBackWhatWentIn) {
  const TempFolder folder;
  auto store = store::Store::Open(folder.path() + "/store", store::OpenMode::kReadWrite);
  ASSERT_TRUE(store.ok()) << store.status();
  EXPECT_EQ(Load(**store, TinyParameters()).status().code(), absl::StatusCode::kNotFound);

  const Source source = *ParseTinyWorld(kWorld);
  ASSERT_TRUE((*store)->PutTaxonomy(source.taxonomy, source.taxonomy_version).ok());
  const auto batch = (*store)->NewBatch();
  for (const auto& record : source.vacancies) batch->Put(record);
  for (const auto& record : source.profiles) batch->Put(record);
  for (const auto& record : source.courses) batch->Put(record);
  for (const auto& record : source.schemes) batch->Put(record);
  for (const auto& record : source.regions) batch->Put(record);
  ASSERT_TRUE((*store)->Write(*batch).ok());

  const auto loaded = Load(**store, TinyParameters());
  ASSERT_TRUE(loaded.ok()) << loaded.status();
  EXPECT_EQ((*loaded)->versions().taxonomy, source.taxonomy_version);
  EXPECT_EQ((*loaded)->vacancies().size(), 1u);
  EXPECT_EQ(*(*loaded)->vacancies()[0].Record(), source.vacancies[0]);
  EXPECT_EQ(*(*loaded)->profiles()[0].Record(), source.profiles[0]);
  EXPECT_EQ((*loaded)->catalogue()[0].course, source.courses[0]);
  EXPECT_EQ((*loaded)->schemes()[0], source.schemes[0]);
  EXPECT_EQ((*loaded)->regions()[0], source.regions[0]);
}

}  // namespace
}  // namespace overstap::snapshot
