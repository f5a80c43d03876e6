#include "engine/store/early_reads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/strings.h"
#include "engine/store/byte_arena.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using testing::Random;

int Below(int limit, Random* random) {
  return static_cast<int>((*random)() % static_cast<uint64_t>(limit));
}

TEST(ByteArenaTest, TextsStayWhereTheyAre) {
  Random random(1);
  ByteArena arena;
  std::vector<std::string> expected;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 3'000; ++i) {
    const auto size = static_cast<size_t>(Below(i % 100 == 0 ? 100'000 : 200, &random));
    expected.emplace_back(size, static_cast<char>('a' + i % 26));
    kept.push_back(arena.Add(expected.back()));
  }
  for (size_t i = 0; i < kept.size(); ++i) ASSERT_EQ(kept[i], expected[i]) << i;
}

// What the database has now is the oracle of what was read early.
class EarlyReadsTest : public ::testing::Test {
 protected:
  struct Chunk {
    std::shared_ptr<EarlyChunk> chunk;
    std::vector<std::string> keys;
  };

  static Chunk MakeSome(Random* random) {
    Chunk made;
    const auto bytes = std::make_shared<ByteArena>();
    made.chunk = std::make_shared<EarlyChunk>(Family::kVacancies, bytes);
    while (!made.chunk->is_full()) {
      made.keys.push_back(StrCat("k", Below(200, random)));
      made.chunk->Add(bytes->Add(made.keys.back()));
    }
    return made;
  }

  Chunk PostSome(Random* random) {
    Chunk posted = MakeSome(random);
    reads_.Post(posted.chunk);
    return posted;
  }

  void WriteSome(Random* random) {
    std::map<std::string, std::optional<std::string>> changes;
    for (int i = Below(12, random); i >= 0; --i) {
      auto& value = changes[StrCat("k", Below(200, random))];
      if (Below(4, random) > 0) value = testing::RandomText(random, 40);
    }
    rocksdb::WriteBatch batch;
    for (const auto& [key, value] : changes) {
      reads_.BeginWrite(Family::kVacancies, key);
      if (value) {
        database_->Put(Family::kVacancies, key, *value, &batch);
      } else {
        database_->Delete(Family::kVacancies, key, &batch);
      }
    }
    ASSERT_TRUE(database_->Write(&batch).ok());
    reads_.EndWrite();
  }

  // Of how many keys the value was read and is the one of now.
  int Check(const Chunk& posted) {
    int found = 0;
    for (size_t place = 0; place < posted.keys.size(); ++place) {
      const OldValue* const old = reads_.Find(*posted.chunk, place);
      if (old == nullptr) continue;
      ++found;
      const auto value = database_->Get(Family::kVacancies, posted.keys[place]).value();
      DataState change;
      if (value) change.Remove(Family::kVacancies, posted.keys[place], *value);
      EXPECT_EQ(old->was_there, value.has_value()) << posted.keys[place];
      EXPECT_EQ(old->change, change) << posted.keys[place];
    }
    return found;
  }

  const testing::TempFolder folder_;
  const std::unique_ptr<Database> database_ =
      Database::Open(folder_.path(), OpenMode::kReadWrite).value();
  EarlyReads reads_{database_.get()};
};

TEST_F(EarlyReadsTest, AValueThatIsGivenIsTheLastOne) {
  Random random(5);
  std::deque<Chunk> posted;
  int found = 0;
  int asked = 0;
  for (int round = 0; round < 600; ++round) {
    posted.push_back(PostSome(&random));
    if (round % 4 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    for (int i = Below(3, &random); i > 0; --i) WriteSome(&random);
    // Some are looked for long after they were read, by when too much was written.
    if (posted.size() < static_cast<size_t>(Below(30, &random))) continue;
    asked += static_cast<int>(posted.front().keys.size());
    if (Below(2, &random) == 0) reads_.ReadNow(posted.front().chunk.get());
    found += Check(posted.front());
    posted.pop_front();
  }
  EXPECT_GT(found, 0);
  EXPECT_LT(found, asked);
}

TEST_F(EarlyReadsTest, WhatWasReadLongAgoIsNotGiven) {
  Random random(6);
  const Chunk read = MakeSome(&random);
  reads_.ReadNow(read.chunk.get());
  EXPECT_EQ(Check(read), static_cast<int>(read.keys.size()));
  for (int i = 0; i < 15; ++i) reads_.EndWrite();
  EXPECT_EQ(Check(read), static_cast<int>(read.keys.size()));
  reads_.EndWrite();
  EXPECT_EQ(Check(read), 0);
}

// Batches that were made early, together and late, of the same few ids.
TEST(StoreEarlyReadsTest, CountsAndDataVersionFollowEveryWrite) {
  const testing::TempFolder folder;
  const std::unique_ptr<Store> store = testing::MustOpen(folder.path());
  Random random(9);
  std::deque<std::unique_ptr<RecordBatch>> made;
  std::set<std::string> ids;
  for (int round = 0; round < 150; ++round) {
    std::unique_ptr<RecordBatch> batch = store->NewBatch();
    for (int i = Below(70, &random); i >= 0; --i) {
      const std::string id = StrCat("v", Below(300, &random));
      model::Vacancy vacancy = testing::BareVacancy(id);
      vacancy.title = testing::RandomText(&random, 20);
      if (Below(5, &random) == 0) {
        batch->DeleteVacancy(id);
      } else {
        batch->Put(vacancy);
      }
      if (Below(9, &random) == 0) batch->Put(testing::FullProfile(id));
      if (Below(20, &random) == 0) batch->Put(testing::FullPlace(id));
    }
    made.push_back(std::move(batch));
    if (Below(3, &random) == 0) continue;
    std::vector<const RecordBatch*> together;
    std::vector<std::unique_ptr<RecordBatch>> written;
    for (int i = Below(3, &random); i >= 0 && !made.empty(); --i) {
      written.push_back(std::move(made.front()));
      together.push_back(written.back().get());
      made.pop_front();
    }
    ASSERT_TRUE(store->WriteAll(together).ok());
    if (Below(10, &random) == 0) {
      store->DeleteVacancy(StrCat("v", Below(300, &random))).IgnoreError();
    }
    if (round % 10 != 0) continue;
    const testing::Recount expected = testing::CountAgain(*store);
    ASSERT_EQ(store->Counts().value(), expected.counts) << round;
    ASSERT_EQ(store->DataVersion().value(), expected.data_version) << round;
  }
}

}  // namespace
}  // namespace overstap::store
