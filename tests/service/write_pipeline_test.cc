// Writes that are on their way while others are prepared, against a disk that fails at random.
#include "service/write_pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/snapshot/loader.h"
#include "service/convert_records.h"
#include "service/live_writer.h"
#include "tests/service/tiny_world.h"
#include "tests/support/each_row_once.h"
#include "tests/support/fake_store.h"

namespace overstap::service {
namespace {

// By id: the title.
using Titles = std::map<std::string, std::string>;

// A disk that takes its time and at times refuses. What is on it may be read while others write.
class SlowStore final : public store::FakeStore {
 public:
  explicit SlowStore(uint32_t seed) : random_(seed) {}

  absl::Status WriteAll(std::span<const store::RecordBatch* const> batches) override {
    std::this_thread::sleep_for(std::chrono::microseconds(random_() % 1'500));
    if (random_() % 100 < failing_percent) return absl::ResourceExhaustedError("the disk is full");
    OVERSTAP_RETURN_IF_ERROR(FakeStore::WriteAll(batches));
    ++writes;
    const std::lock_guard lock(mutex_);
    for (const auto& [id, record] : contents.vacancies) was_on_disk_[id].insert(record.title);
    for (auto& [id, titles] : was_on_disk_) {
      if (!contents.vacancies.contains(id)) titles.insert("");
    }
    return absl::OkStatus();
  }

  // Whether the disk has or had the vacancy with that title.
  bool WasOnDisk(const std::string& id, const std::string& title) const {
    const std::lock_guard lock(mutex_);
    const auto found = was_on_disk_.find(id);
    return found != was_on_disk_.end() && found->second.contains(title);
  }

  std::atomic<uint32_t> failing_percent = 0;
  std::atomic<int> writes = 0;

 private:
  std::mt19937 random_;
  mutable std::mutex mutex_;
  std::map<std::string, std::set<std::string>> was_on_disk_;
};

Titles TitlesOf(const snapshot::Snapshot& snapshot) {
  Titles titles;
  for (const auto& row : snapshot.vacancies()) titles[row.vacancy.id] = row.Record()->title;
  return titles;
}

class LiveWritesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    TaxonomySource source = TinyTaxonomySource();
    ASSERT_TRUE(store_.PutTaxonomy(source, ContentVersion(source)).ok());
    live_ = std::make_unique<LiveSnapshot>(snapshot::Load(store_, {}).value());
    IndexPolicy policy;
    policy.index_from = 1;
    policy.most_recent = 8;
    writer_ = std::make_unique<LiveWriter>(live_.get(), &store_, &clock_, policy);
  }

  RecordWrite Vacancy(const std::string& id, const std::string& title) {
    RecordWrite write(store_);
    if (title.empty()) {
      write.DeleteVacancy(id);
    } else {
      model::Vacancy vacancy = FromProto(AVacancy(id, "urn:o:lasser")).value();
      vacancy.title = title;
      write.Put(vacancy);
    }
    return write;
  }

  std::future<absl::Status> Write(RecordWrite write) {
    const auto done = std::make_shared<std::promise<absl::Status>>();
    writer_->Write(std::move(write), [done](const absl::Status& status, const snapshot::Snapshot&) {
      done->set_value(status);
    });
    return done->get_future();
  }

  SlowStore store_{3};
  const FixedClock clock_{absl::CivilDay(2026, 11, 21)};
  std::unique_ptr<LiveSnapshot> live_;
  std::unique_ptr<LiveWriter> writer_;
};

// Several threads keep several writes each of their own ids on their way. At the end each id is as
// the last write of it that succeeded says, on disk and in answers.
TEST_F(LiveWritesTest, WhatSucceededIsThereAndWhatFailedIsNot) {
  store_.failing_percent = 15;
  constexpr int kThreads = 4;
  std::vector<Titles> expected(kThreads);
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      std::mt19937 random(static_cast<uint32_t>(thread));
      for (int round = 0; round < 40; ++round) {
        std::vector<std::tuple<std::string, std::string, std::future<absl::Status>>> sent;
        for (auto i = random() % 5 + 1; i > 0; --i) {
          const std::string id = StrCat("t", thread, "-", random() % 6);
          const std::string title =
              random() % 5 == 0 ? std::string() : StrCat("title ", round, " ", i);
          sent.emplace_back(id, title, Write(Vacancy(id, title)));
        }
        for (auto& [id, title, done] : sent) {
          if (done.get().ok()) {
            expected[static_cast<size_t>(thread)][id] = title;
          } else {
            ++failed;
          }
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  Titles all;
  for (const Titles& some : expected) {
    for (const auto& [id, title] : some) {
      if (!title.empty()) all[id] = title;
    }
  }
  EXPECT_GT(failed, 0);
  EXPECT_EQ(TitlesOf(*live_->Current()), all);
  EXPECT_EQ(TitlesOf(*snapshot::Load(store_, {}).value()), all);
  EXPECT_EQ(live_->Current()->versions().data, store_.DataVersion().value());
  // Not each alone.
  EXPECT_LT(store_.writes, 40 * kThreads * 3);
}

// Questions that are asked all the time see only what is on disk, and of one id never an older
// title after a newer one.
TEST_F(LiveWritesTest, NobodySeesWhatIsNotOnDisk) {
  store_.failing_percent = 15;
  std::atomic<bool> stop = false;
  std::atomic<int> looks = 0;
  std::thread reader([&] {
    Titles last;
    while (!stop) {
      const Titles now = TitlesOf(*live_->Current());
      for (const auto& [id, title] : now) {
        ASSERT_TRUE(store_.WasOnDisk(id, title)) << id << " " << title;
        ASSERT_GE(title, last[id]) << id;
        last[id] = title;
      }
      ++looks;
    }
  });
  std::vector<std::future<absl::Status>> sent;
  for (int i = 0; i < 600; ++i) {
    sent.push_back(Write(Vacancy(StrCat("v", i % 7), StrCat("title ", 1'000 + i))));
    if (i % 5 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
  }
  for (auto& done : sent) done.wait();
  stop = true;
  reader.join();
  EXPECT_GT(looks, 10);
}

// Indexes of all and of what came since are made at once, and some of the writes on top of which
// they come into use fail. At every moment they know each row, and answers are those of scoring
// everything.
TEST_F(LiveWritesTest, IndexesFollowWhileWritesFail) {
  store_.failing_percent = 10;
  const model::Profile person = FromProto(AWelder("asks")).value();
  std::atomic<bool> stop = false;
  size_t most_parts = 0;
  std::thread reader([&] {
    while (!stop) {
      const LiveView now = live_->Now();
      if (now.finders.vacancies == nullptr) continue;
      ASSERT_NO_FATAL_FAILURE(ExpectEachRowOnce(*now.finders.vacancies, *now.snapshot));
      most_parts = std::max(most_parts, now.finders.vacancies->parts().size());
      std::string answers[2];
      for (const bool indexed : {true, false}) {
        const advice::Context context{*now.snapshot, clock_.Today(), DefaultLanguageOrder(),
                                      indexed ? &now.finders : nullptr};
        const auto found = advice::MatchVacancies(context, person, {}).value();
        for (const auto& hit : found.hits) StrAppend(&answers[indexed], hit.id, " ");
      }
      ASSERT_EQ(answers[0], answers[1]);
    }
  });
  std::vector<std::future<absl::Status>> sent;
  for (int i = 0; i < 3'000; ++i) {
    sent.push_back(Write(Vacancy(StrCat("v", i * 7 % 500), i % 9 == 0 ? "" : StrCat("title ", i))));
    if (i % 10 == 0) sent.back().wait();
  }
  for (auto& done : sent) done.wait();
  stop = true;
  reader.join();
  EXPECT_GT(most_parts, 1);
  const LiveView now = live_->Now();
  ASSERT_NE(now.finders.vacancies, nullptr);
  ExpectEachRowOnce(*now.finders.vacancies, *now.snapshot);
}

// A task that writes to the store itself comes after all that was handed in before it, which it
// finds in answers.
TEST_F(LiveWritesTest, TasksAndWritesKeepTheirOrder) {
  std::vector<std::future<absl::Status>> sent;
  for (int i = 0; i < 60; ++i) {
    const std::string id = StrCat("v", i);
    sent.push_back(Write(Vacancy(id, "as it was")));
    sent.push_back(Write(Vacancy("last", StrCat("before ", 100 + i))));
    writer_->Post([this, id, i] {
      const Titles now = TitlesOf(*live_->Current());
      EXPECT_EQ(now.at(id), "as it was");
      EXPECT_GE(now.at("last"), StrCat("before ", 100 + i));
      RecordWrite write = Vacancy(id, "as the task says");
      ASSERT_TRUE(store_.Write(write.batch()).ok());
      writer_->Note(write.TakeChanges());
      if (i % 2 == 0) {
        ASSERT_TRUE(writer_->Publish().ok());
      }
    });
  }
  sent.push_back(Write(Vacancy("end", "end")));
  for (auto& done : sent) EXPECT_TRUE(done.get().ok());
  std::promise<absl::Status> published;
  writer_->Post([&] { published.set_value(writer_->Publish()); });
  ASSERT_TRUE(published.get_future().get().ok());
  Titles expected = {{"last", "before 159"}, {"end", "end"}};
  for (int i = 0; i < 60; ++i) expected[StrCat("v", i)] = "as the task says";
  EXPECT_EQ(TitlesOf(*live_->Current()), expected);
}

TEST_F(LiveWritesTest, WhatWaitsIsWrittenBeforeTheWriterEnds) {
  std::vector<std::future<absl::Status>> sent;
  for (int i = 0; i < 50; ++i) sent.push_back(Write(Vacancy(StrCat("v", i), "title")));
  writer_.reset();
  for (auto& done : sent) {
    ASSERT_EQ(done.wait_for(std::chrono::seconds(0)), std::future_status::ready);
    EXPECT_TRUE(done.get().ok());
  }
  EXPECT_EQ(live_->Current()->vacancies().size(), 50);
}

// A disk that takes nothing until it is opened.
class ClosedStore final : public store::FakeStore {
 public:
  absl::Status WriteAll(std::span<const store::RecordBatch* const> batches) override {
    begun.store(true);
    opened.wait();
    return FakeStore::WriteAll(batches);
  }

  std::promise<void> open;
  const std::shared_future<void> opened = open.get_future().share();
  std::atomic<bool> begun = false;
};

TEST(WritePipelineTest, TheNextViewIsMadeWhileTheDiskIsBusy) {
  ClosedStore store;
  TaxonomySource source = TinyTaxonomySource();
  ASSERT_TRUE(store.PutTaxonomy(source, ContentVersion(source)).ok());
  LiveSnapshot live(snapshot::Load(store, {}).value());
  const auto none_yet = live.Current();
  std::atomic<int> ended = 0;
  WritePipeline pipeline(&live, &store,
                         [&](const auto& groups) { ended += static_cast<int>(groups.size()); });
  const auto begin = [&](const std::string& id) {
    RecordWrite write(store);
    write.Put(FromProto(AVacancy(id, "urn:o:lasser")).value());
    snapshot::RecordChanges changes = write.TakeChanges();
    std::vector<PendingWrite> writes;
    writes.push_back({std::move(write), [](const auto&, const auto&) {}});
    const LiveView before = pipeline.Newest();
    const auto group = pipeline.Begin(before, &writes);
    pipeline.Show(group.get(), {before.snapshot->After(std::move(changes), ""), before.finders});
  };
  begin("first");
  while (!store.begun) std::this_thread::yield();
  begin("second");
  begin("third");
  EXPECT_EQ(live.Current(), none_yet);
  EXPECT_EQ(pipeline.Newest().snapshot->vacancies().size(), 3);
  EXPECT_EQ(ended, 0);
  store.open.set_value();
  pipeline.Drain();
  EXPECT_EQ(live.Current()->vacancies().size(), 3);
  EXPECT_EQ(ended, 3);
}

}  // namespace
}  // namespace overstap::service
