// What is deleted is gone from the disk, not only from the answers.
#include <gmock/gmock.h>

#include "base/strings.h"
#include "engine/store/database.h"
#include "engine/store/key_codec.h"
#include "engine/store/meta_keys.h"
#include "engine/store/rocksdb_store.h"
#include "engine/store/store.h"
#include "rocksdb/write_batch.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using testing::AnyFileHolds;
using testing::MustOpen;
using testing::TempFolder;
using testing::WriteAll;

// Letters that occur nowhere else and that no compression finds a pattern in.
constexpr std::string_view kSecret = "zKq8XwP3vT9bLmR5";

model::Profile SecretProfile(const std::string& id) {
  model::Profile profile = testing::FullProfile(id);
  profile.occupations[0].occupation_uri = kSecret;
  return profile;
}

TEST(Erase, BytesAreGoneFromEveryFile) {
  for (const bool reopen : {false, true}) {
    const TempFolder folder;
    auto store = MustOpen(folder.path());
    ASSERT_TRUE(
        WriteAll<model::Profile>(
            {testing::FullProfile("a"), SecretProfile("b"), testing::FullProfile("c")}, store.get())
            .ok());
    if (reopen) {
      store.reset();
      store = MustOpen(folder.path());
    }
    ASSERT_TRUE(AnyFileHolds(folder.path(), kSecret));
    ASSERT_TRUE(store->DeleteProfile("b").ok());
    EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret)) << reopen;
    EXPECT_EQ(testing::Profiles(*store).size(), 2u);
  }
}

TEST(Erase, OlderValuesOfTheRecordAreGoneToo) {
  const TempFolder folder;
  auto store = MustOpen(folder.path());
  ASSERT_TRUE(WriteAll<model::Profile>({SecretProfile("b")}, store.get()).ok());
  store.reset();
  store = MustOpen(folder.path());
  ASSERT_TRUE(WriteAll<model::Profile>({testing::FullProfile("b")}, store.get()).ok());
  ASSERT_TRUE(AnyFileHolds(folder.path(), kSecret));
  ASSERT_TRUE(store->DeleteProfile("b").ok());
  EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret));
}

TEST(Erase, VacancyTooAndOneAmongMany) {
  const TempFolder folder;
  auto store = MustOpen(folder.path());
  std::vector<model::Vacancy> vacancies;
  for (int i = 0; i < 2000; ++i) vacancies.push_back(testing::FullVacancy(StrCat("v", i)));
  vacancies[777].text = kSecret;
  ASSERT_TRUE(WriteAll(vacancies, store.get()).ok());
  store.reset();
  store = MustOpen(folder.path());
  ASSERT_TRUE(AnyFileHolds(folder.path(), kSecret));
  ASSERT_TRUE(store->DeleteVacancy("v777").ok());
  EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret));
  EXPECT_EQ(store->Counts().value().vacancies, 1999);
  EXPECT_EQ(store->DataVersion().value(), testing::CountAgain(*store).data_version);
}

TEST(Erase, DemandTooAndWhatElseIsInItsFamilyStays) {
  const TempFolder folder;
  auto store = MustOpen(folder.path());
  model::Demand secret = testing::FullDemand("b");
  secret.source = kSecret;
  ASSERT_TRUE(WriteAll<model::Demand>({testing::FullDemand("a"), secret, testing::FullDemand("c")},
                                      store.get())
                  .ok());
  store.reset();
  store = MustOpen(folder.path());
  ASSERT_TRUE(AnyFileHolds(folder.path(), kSecret));
  ASSERT_TRUE(store->DeleteDemand("b").ok());
  EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret));
  EXPECT_EQ(store->Counts().value().demand, 2);
  EXPECT_EQ(store->DataVersion().value(), testing::CountAgain(*store).data_version);
}

// RocksDB names the first and last key of each file in its manifest, which it writes anew when it
// opens.
TEST(Erase, IdIsGoneAfterTheNextOpenForWriting) {
  const TempFolder folder;
  auto store = MustOpen(folder.path());
  ASSERT_TRUE(
      WriteAll<model::Profile>({testing::FullProfile(std::string(kSecret))}, store.get()).ok());
  store.reset();
  store = MustOpen(folder.path());
  ASSERT_TRUE(store->DeleteProfile(kSecret).ok());
  store.reset();
  { const auto again = MustOpen(folder.path()); }
  EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret));
}

// Deletions of a batch are in force at once; their bytes go when the store is told to.
TEST(Erase, WhatABatchDeletesGoesWithTheOthersOfItsKind) {
  for (const bool reopen : {false, true}) {
    const TempFolder folder;
    auto store = MustOpen(folder.path());
    ASSERT_TRUE(
        WriteAll<model::Profile>({testing::FullProfile("a"), SecretProfile("b")}, store.get())
            .ok());
    const auto batch = store->NewBatch();
    batch->Put(testing::FullVacancy("v"));
    batch->DeleteVacancy("not there");
    batch->DeleteProfile("b");
    batch->Put(testing::FullProfile("c"));
    batch->DeleteProfile("c");
    ASSERT_TRUE(store->Write(*batch).ok());
    EXPECT_EQ(testing::Profiles(*store).size(), 1u);
    EXPECT_EQ(store->Counts().value().profiles, 1);
    EXPECT_EQ(store->Counts().value().vacancies, 1);
    EXPECT_EQ(store->DataVersion().value(), testing::CountAgain(*store).data_version);
    ASSERT_TRUE(AnyFileHolds(folder.path(), kSecret));
    if (reopen) {
      store.reset();
      store = MustOpen(folder.path());
    } else {
      ASSERT_TRUE(store->EraseDeleted().ok());
    }
    EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret)) << reopen;
    EXPECT_EQ(store->DataVersion().value(), testing::CountAgain(*store).data_version);
  }
}

TEST(Erase, BatchesThatAreWrittenTogetherAreMadeInTheirOrder) {
  const TempFolder folder;
  auto store = MustOpen(folder.path());
  const auto first = store->NewBatch();
  first->Put(testing::FullVacancy("v1"));
  first->DeleteVacancy("v2");
  const auto second = store->NewBatch();
  second->DeleteVacancy("v1");
  second->Put(testing::FullVacancy("v2"));
  const RecordBatch* const both[] = {first.get(), second.get()};
  ASSERT_TRUE(store->WriteAll(both).ok());
  EXPECT_EQ(store->Counts().value().vacancies, 1);
  EXPECT_EQ(store->DataVersion().value(), testing::CountAgain(*store).data_version);
}

// A process that dies between deleting and erasing: the record is deleted and its mark is there.
TEST(Erase, IsFinishedAtTheNextOpen) {
  const TempFolder folder;
  {
    auto store = MustOpen(folder.path());
    ASSERT_TRUE(WriteAll<model::Profile>({SecretProfile("b")}, store.get()).ok());
  }
  {
    const auto database = Database::Open(folder.path() + "/db", OpenMode::kReadWrite);
    ASSERT_TRUE(database.ok()) << database.status();
    std::string key;
    AppendString(&key, "b");
    rocksdb::WriteBatch batch;
    (*database)->Delete(Family::kProfiles, key, &batch);
    (*database)->Put(Family::kMeta, EraseKey(Family::kProfiles), "", &batch);
    ASSERT_TRUE((*database)->Write(&batch).ok());
  }
  ASSERT_TRUE(AnyFileHolds(folder.path(), kSecret));
  { const auto store = MustOpen(folder.path()); }
  EXPECT_FALSE(AnyFileHolds(folder.path(), kSecret));
  const auto database = Database::Open(folder.path() + "/db", OpenMode::kReadWrite);
  EXPECT_EQ((*database)->Get(Family::kMeta, EraseKey(Family::kProfiles)).value(), std::nullopt);
}

}  // namespace
}  // namespace overstap::store
