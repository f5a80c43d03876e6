#include "engine/store/store.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <thread>

#include "base/strings.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::MustOpen;
using testing::Random;
using testing::TempFolder;
using testing::WriteAll;

std::vector<std::string> Ids(const std::vector<model::Vacancy>& records) {
  std::vector<std::string> ids;
  for (const model::Vacancy& record : records) ids.push_back(record.id);
  return ids;
}

class StoreTest : public ::testing::Test {
 protected:
  void Reopen() {
    store_.reset();
    store_ = MustOpen(folder_.path());
  }

  TempFolder folder_;
  std::unique_ptr<Store> store_ = MustOpen(folder_.path());
};

TEST_F(StoreTest, NewStoreIsEmpty) {
  EXPECT_EQ(store_->Counts().value(), RecordCounts());
  EXPECT_EQ(store_->DataVersion().value(), "data-000000000000");
  EXPECT_EQ(store_->CurrentTaxonomy().value(), "");
  EXPECT_THAT(store_->ListTaxonomies().value(), IsEmpty());
  EXPECT_THAT(store_->InterruptedImports().value(), IsEmpty());
  EXPECT_THAT(testing::Vacancies(*store_), IsEmpty());
}

TEST_F(StoreTest, EveryKindComesBackAfterReopen) {
  const std::unique_ptr<RecordBatch> batch = store_->NewBatch();
  batch->Put(testing::FullVacancy("v"));
  batch->Put(testing::FullProfile("p"));
  batch->Put(testing::FullCourse("c"));
  batch->Put(testing::FullScheme("s"));
  batch->Put(testing::FullRegion("AM06"));
  batch->Put(testing::FullDemand("d"));
  batch->Put(testing::FullPlace("Zwolle"));
  EXPECT_EQ(batch->size(), 7);
  ASSERT_TRUE(store_->Write(*batch).ok());
  const std::string version = store_->DataVersion().value();
  Reopen();
  EXPECT_THAT(testing::Vacancies(*store_), ElementsAre(testing::FullVacancy("v")));
  EXPECT_THAT(testing::Profiles(*store_), ElementsAre(testing::FullProfile("p")));
  EXPECT_THAT(testing::Courses(*store_), ElementsAre(testing::FullCourse("c")));
  EXPECT_THAT(testing::Schemes(*store_), ElementsAre(testing::FullScheme("s")));
  EXPECT_THAT(testing::Regions(*store_), ElementsAre(testing::FullRegion("AM06")));
  EXPECT_THAT(testing::Demands(*store_), ElementsAre(testing::FullDemand("d")));
  EXPECT_THAT(testing::Places(*store_), ElementsAre(testing::FullPlace("Zwolle")));
  EXPECT_EQ(store_->Counts().value(), (RecordCounts{1, 1, 1, 1, 1, 1, 1}));
  EXPECT_EQ(store_->DataVersion().value(), version);
}

// Demand lies among the meta records, and moves the data version as the others do.
TEST_F(StoreTest, DemandIsReplacedCountedAndDeleted) {
  ASSERT_TRUE(testing::WriteAll<model::Vacancy>({testing::FullVacancy("v")}, store_.get()).ok());
  const std::string before = store_->DataVersion().value();
  model::Demand other = testing::FullDemand("d");
  other.tension.reset();
  ASSERT_TRUE(testing::WriteAll<model::Demand>(
                  {testing::FullDemand("d"), testing::FullDemand("a"), other}, store_.get())
                  .ok());
  EXPECT_EQ(store_->Counts().value().demand, 2);
  EXPECT_THAT(testing::Demands(*store_), ElementsAre(testing::FullDemand("a"), other));
  EXPECT_NE(store_->DataVersion().value(), before);
  EXPECT_EQ(store_->DataVersion().value(), testing::CountAgain(*store_).data_version);
  EXPECT_EQ(store_->DeleteDemand("none").code(), absl::StatusCode::kNotFound);
  ASSERT_TRUE(store_->DeleteDemand("a").ok());
  ASSERT_TRUE(store_->DeleteDemand("d").ok());
  EXPECT_EQ(store_->Counts().value().demand, 0);
  EXPECT_EQ(store_->DataVersion().value(), before);
}

TEST_F(StoreTest, PlacesAreReplacedCountedAndOfTheDataVersion) {
  const std::string before = store_->DataVersion().value();
  model::Place moved = testing::FullPlace("Zwolle");
  ASSERT_TRUE(
      testing::WriteAll<model::Place>({moved, testing::FullPlace("Almelo")}, store_.get()).ok());
  const std::string there = store_->DataVersion().value();
  EXPECT_NE(there, before);
  moved.point.latitude = 52.6;
  ASSERT_TRUE(testing::WriteAll<model::Place>({moved}, store_.get()).ok());
  EXPECT_EQ(store_->Counts().value().places, 2);
  EXPECT_THAT(testing::Places(*store_), ElementsAre(testing::FullPlace("Almelo"), moved));
  EXPECT_NE(store_->DataVersion().value(), there);
  EXPECT_EQ(store_->DataVersion().value(), testing::CountAgain(*store_).data_version);
}

TEST_F(StoreTest, RandomRecordsComeBackInOrderOfId) {
  Random random(11);
  std::map<std::string, model::Vacancy> expected;
  for (int round = 0; round < 20; ++round) {
    std::vector<model::Vacancy> batch;
    for (int i = 0; i < 30; ++i) {
      batch.push_back(testing::RandomVacancy(&random));
      expected[batch.back().id] = batch.back();
    }
    ASSERT_TRUE(WriteAll(batch, store_.get()).ok());
    if (round % 5 == 0) Reopen();
  }
  const std::vector<model::Vacancy> found = testing::Vacancies(*store_);
  ASSERT_EQ(found.size(), expected.size());
  size_t i = 0;
  for (const auto& [id, vacancy] : expected) EXPECT_EQ(found[i++], vacancy);
}

TEST_F(StoreTest, RecordWithTheSameIdReplacesAndCountsOnce) {
  ASSERT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy("a")}, store_.get()).ok());
  ASSERT_TRUE(WriteAll<model::Vacancy>({testing::BareVacancy("a")}, store_.get()).ok());
  EXPECT_THAT(testing::Vacancies(*store_), ElementsAre(testing::BareVacancy("a")));
  EXPECT_EQ(store_->Counts().value().vacancies, 1);
  EXPECT_EQ(store_->DataVersion().value(), testing::CountAgain(*store_).data_version);
}

TEST_F(StoreTest, LastOfTwoInABatchWins) {
  const std::unique_ptr<RecordBatch> batch = store_->NewBatch();
  batch->Put(testing::FullVacancy("a"));
  batch->Put(testing::FullVacancy("b"));
  batch->Put(testing::BareVacancy("a"));
  EXPECT_EQ(batch->size(), 2);
  ASSERT_TRUE(store_->Write(*batch).ok());
  EXPECT_THAT(testing::Vacancies(*store_),
              ElementsAre(testing::BareVacancy("a"), testing::FullVacancy("b")));
  EXPECT_EQ(store_->Counts().value().vacancies, 2);
  EXPECT_EQ(store_->DataVersion().value(), testing::CountAgain(*store_).data_version);
}

TEST_F(StoreTest, SameIdInTwoKindsIsTwoRecords) {
  model::Course course;
  course.id = "x";
  model::Region region;
  region.code = "x";
  ASSERT_TRUE(WriteAll<model::Course>({course}, store_.get()).ok());
  const std::string with_course = store_->DataVersion().value();
  ASSERT_TRUE(WriteAll<model::Region>({region}, store_.get()).ok());
  EXPECT_EQ(store_->Counts().value(), (RecordCounts{0, 0, 1, 0, 1}));
  EXPECT_NE(store_->DataVersion().value(), with_course);
}

TEST_F(StoreTest, BatchWithABadRecordWritesNothing) {
  const std::unique_ptr<RecordBatch> batch = store_->NewBatch();
  batch->Put(testing::FullVacancy("good"));
  model::Vacancy bad = testing::FullVacancy("bad");
  bad.title = "\xff";
  batch->Put(bad);
  batch->Put(testing::FullVacancy("good2"));
  const absl::Status status = store_->Write(*batch);
  EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("vacancies 'bad': title"));
  EXPECT_THAT(testing::Vacancies(*store_), IsEmpty());
  EXPECT_EQ(store_->Counts().value(), RecordCounts());
}

TEST_F(StoreTest, EmptyBatchAndBatchOfAnotherStore) {
  EXPECT_TRUE(store_->Write(*store_->NewBatch()).ok());
  const TempFolder elsewhere;
  const auto other = MustOpen(elsewhere.path());
  const std::unique_ptr<RecordBatch> batch = other->NewBatch();
  batch->Put(testing::FullVacancy("a"));
  EXPECT_TRUE(store_->Write(*batch).ok());
  EXPECT_EQ(store_->Counts().value().vacancies, 1);
}

TEST_F(StoreTest, VisitStopsAtTheFirstError) {
  ASSERT_TRUE(
      WriteAll<model::Vacancy>({testing::FullVacancy("a"), testing::FullVacancy("b")}, store_.get())
          .ok());
  int visited = 0;
  const absl::Status status = store_->ForEachVacancy([&visited](model::Vacancy) {
    ++visited;
    return absl::CancelledError("enough");
  });
  EXPECT_TRUE(absl::IsCancelled(status));
  EXPECT_EQ(visited, 1);
}

// The same records by another path: shuffled, in other batches, with detours through older
// values and deleted records.
TEST_F(StoreTest, DataVersionFollowsContentAndNotHistory) {
  Random random(12);
  for (int round = 0; round < 10; ++round) {
    std::vector<model::Vacancy> records;
    for (int i = 0; i < 40; ++i) {
      records.push_back(testing::RandomVacancy(&random));
      records.back().id = StrCat("id", i);
    }
    const TempFolder other_folder;
    const auto other = MustOpen(other_folder.path());
    ASSERT_TRUE(WriteAll(records, other.get()).ok());

    std::shuffle(records.begin(), records.end(), random);
    for (size_t i = 0; i < records.size(); ++i) {
      model::Vacancy detour = testing::RandomVacancy(&random);
      detour.id = records[random() % records.size()].id;
      if (random() % 3 == 0) {
        ASSERT_TRUE(WriteAll<model::Vacancy>({detour}, store_.get()).ok());
      }
      if (random() % 8 == 0) {
        const absl::Status deleted = store_->DeleteVacancy(detour.id);
        ASSERT_TRUE(deleted.ok() || absl::IsNotFound(deleted)) << deleted;
      }
    }
    for (size_t begin = 0; begin < records.size();) {
      const size_t size = std::min<size_t>(1 + random() % 9, records.size() - begin);
      const std::vector<model::Vacancy> part(records.begin() + begin,
                                             records.begin() + begin + size);
      ASSERT_TRUE(WriteAll(part, store_.get()).ok());
      begin += size;
    }
    EXPECT_EQ(store_->DataVersion().value(), other->DataVersion().value());
    EXPECT_EQ(store_->Counts().value(), other->Counts().value());
  }
}

TEST_F(StoreTest, DeleteAndAddAgainGivesTheVersionBack) {
  ASSERT_TRUE(
      WriteAll<model::Profile>({testing::FullProfile("a"), testing::FullProfile("b")}, store_.get())
          .ok());
  const std::string both = store_->DataVersion().value();
  ASSERT_TRUE(store_->DeleteProfile("a").ok());
  EXPECT_NE(store_->DataVersion().value(), both);
  EXPECT_EQ(store_->Counts().value().profiles, 1);
  EXPECT_EQ(store_->DataVersion().value(), testing::CountAgain(*store_).data_version);
  ASSERT_TRUE(WriteAll<model::Profile>({testing::FullProfile("a")}, store_.get()).ok());
  EXPECT_EQ(store_->DataVersion().value(), both);
}

TEST_F(StoreTest, DeleteOfWhatIsNotThere) {
  ASSERT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy("a")}, store_.get()).ok());
  EXPECT_TRUE(absl::IsNotFound(store_->DeleteVacancy("b")));
  EXPECT_TRUE(absl::IsNotFound(store_->DeleteVacancy("")));
  EXPECT_TRUE(absl::IsNotFound(store_->DeleteProfile("a")));
  EXPECT_EQ(store_->Counts().value().vacancies, 1);
}

TEST_F(StoreTest, ImportMarksStayUntilTheImportEnds) {
  ASSERT_TRUE(store_->BeginImport("vacancies", "a/vacancies.jsonl").ok());
  ASSERT_TRUE(store_->BeginImport("esco", "esco-v1.1.1").ok());
  ASSERT_TRUE(store_->EndImport("esco").ok());
  ASSERT_TRUE(store_->EndImport("never begun").ok());
  Reopen();
  std::vector<InterruptedImport> imports = store_->InterruptedImports().value();
  ASSERT_EQ(imports.size(), 1u);
  EXPECT_EQ(imports[0].kind, "vacancies");
  EXPECT_EQ(imports[0].source, "a/vacancies.jsonl");
  ASSERT_TRUE(store_->EndImport("vacancies").ok());
  EXPECT_THAT(store_->InterruptedImports().value(), IsEmpty());
}

TEST_F(StoreTest, ReaderBesideAWriterSeesWhatWasWrittenBeforeItOpened) {
  ASSERT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy("a")}, store_.get()).ok());
  const auto reader = MustOpen(folder_.path(), OpenMode::kReadOnly);
  ASSERT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy("b")}, store_.get()).ok());
  EXPECT_THAT(Ids(testing::Vacancies(*reader)), ElementsAre("a"));
  EXPECT_EQ(reader->Counts().value().vacancies, 1);
  const auto later = MustOpen(folder_.path(), OpenMode::kReadOnly);
  EXPECT_THAT(Ids(testing::Vacancies(*later)), ElementsAre("a", "b"));
}

TEST_F(StoreTest, ReadersOpenWhileTheWriterWritesAndErases) {
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 0; i < 60; ++i) {
      const std::string id = StrCat("v", i % 7);
      EXPECT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy(id)}, store_.get()).ok());
      if (i % 3 == 0) {
        EXPECT_TRUE(store_->DeleteVacancy(id).ok());
      }
    }
    done = true;
  });
  int opened = 0;
  while (!done) {
    const auto reader = MustOpen(folder_.path(), OpenMode::kReadOnly);
    EXPECT_EQ(static_cast<int64_t>(testing::Vacancies(*reader).size()),
              reader->Counts().value().vacancies);
    ++opened;
  }
  writer.join();
  EXPECT_GT(opened, 0);
}

TEST_F(StoreTest, ThreadsWriteAndReadTogether) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([this, t] {
      for (int i = 0; i < 25; ++i) {
        EXPECT_TRUE(WriteAll<model::Vacancy>({testing::FullVacancy(StrCat("v", t, "-", i)),
                                              testing::FullVacancy("shared")},
                                             store_.get())
                        .ok());
        EXPECT_TRUE(store_->DataVersion().ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(store_->Counts().value().vacancies, 101);
  EXPECT_EQ(store_->DataVersion().value(), testing::CountAgain(*store_).data_version);
}

TEST_F(StoreTest, ReadOnlyStoreTakesNoWrites) {
  const auto reader = MustOpen(folder_.path(), OpenMode::kReadOnly);
  EXPECT_TRUE(absl::IsPermissionDenied(
      WriteAll<model::Vacancy>({testing::FullVacancy("a")}, reader.get())));
  EXPECT_TRUE(absl::IsPermissionDenied(reader->BeginImport("esco", "x")));
  EXPECT_TRUE(
      absl::IsPermissionDenied(reader->PutTaxonomy(testing::SmallTaxonomy(1, "x"), "tiny-1")));
}

TEST_F(StoreTest, SecondWriterInThisProcessIsRefused) {
  const absl::Status status = Store::Open(folder_.path(), OpenMode::kReadWrite).status();
  EXPECT_TRUE(absl::IsUnavailable(status)) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("open for writing"));
}

TEST_F(StoreTest, DamagedTableIsDataLossAndNotAWrongAnswer) {
  Random random(13);
  std::vector<model::Vacancy> records;
  for (int i = 0; i < 500; ++i) records.push_back(testing::RandomVacancy(&random));
  ASSERT_TRUE(WriteAll(records, store_.get()).ok());
  store_.reset();
  int damaged = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path() + "/db")) {
    if (entry.path().extension() != ".sst" || entry.file_size() < 20000) continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(5000);
    file << "damage";
    ++damaged;
  }
  ASSERT_EQ(damaged, 1);
  const auto reader = Store::Open(folder_.path(), OpenMode::kReadOnly);
  const absl::Status status =
      reader.ok() ? (*reader)->ForEachVacancy([](model::Vacancy) { return absl::OkStatus(); })
                  : reader.status();
  EXPECT_TRUE(absl::IsDataLoss(status)) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("restore it from a backup"));
}

TEST_F(StoreTest, FolderHoldsNoLogOfMessages) {
  for (int i = 0; i < 3; ++i) Reopen();
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path() + "/db")) {
    EXPECT_FALSE(entry.path().filename().string().starts_with("LOG")) << entry.path();
  }
}

}  // namespace
}  // namespace overstap::store
