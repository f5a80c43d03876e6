#include "engine/snapshot/record_table.h"

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "gtest/gtest.h"

namespace overstap::snapshot {

struct TestRow {
  std::string id;
  int value = 0;
};
const std::string& IdOf(const TestRow& row) { return row.id; }

namespace {

using Table = RecordTable<TestRow>;
using RowPtr = Table::RowPtr;
using Oracle = std::map<std::string, RowPtr>;

// Ways in which ids come: all with one beginning, with few, of any length, with bytes of all kinds.
std::string IdOfStyle(int style, uint32_t number) {
  switch (style) {
    case 0:
      return absl::StrFormat("vacancy-%08d", number);
    case 1:
      return absl::StrFormat("%s/jobs/%d", number % 3 == 0 ? "werk.example" : "uwv", number);
    case 2:
      return std::string(number % 40, 'a') + static_cast<char>('a' + number % 7);
    case 3:
      return std::string("\xff\0id", 4) + static_cast<char>(number) + static_cast<char>(number / 7);
    default:
      return absl::StrFormat("%08x-long-and-much-the-same", number * 2654435761U);
  }
}

RowPtr RowOf(const std::string& id, int value) {
  return std::make_shared<const TestRow>(TestRow{id, value});
}

void ExpectSame(const Table& table, const Oracle& oracle) {
  ASSERT_EQ(table.size(), oracle.size());
  EXPECT_EQ(table.empty(), oracle.empty());
  auto row = table.begin();
  size_t position = 0;
  for (const auto& [id, wanted] : oracle) {
    ASSERT_NE(row, table.end());
    ASSERT_EQ(row.shared(), wanted);
    ASSERT_EQ(row.position(), position);
    ASSERT_EQ(table.At(position), row);
    ASSERT_EQ(table.Find(id), row);
    ++row;
    ++position;
  }
  EXPECT_EQ(row, table.end());
}

class RecordTableTest : public testing::TestWithParam<int> {
 protected:
  std::string RandomId(uint32_t below) {
    return IdOfStyle(GetParam(), static_cast<uint32_t>(random_()) % below);
  }

  // Changes that put in, replace and take out, also what is not there.
  std::vector<RowChange<TestRow>> RandomChanges(size_t most) {
    std::map<std::string, RowPtr> changes;
    for (size_t i = random_() % (most + 1); i > 0; --i) {
      const std::string id = RandomId(600);
      changes[id] = random_() % 3 == 0 ? nullptr : RowOf(id, static_cast<int>(random_() % 100));
    }
    std::vector<RowChange<TestRow>> list;
    for (auto& [id, row] : changes) list.push_back({id, row});
    return list;
  }

  std::mt19937 random_{1234};
};

TEST_P(RecordTableTest, ChangesGiveWhatAMapGives) {
  Table table;
  Oracle oracle;
  for (int round = 0; round < 60; ++round) {
    const Table before = table;
    const Oracle oracle_before = oracle;
    std::vector<RowPtr> gone;
    std::vector<RowPtr> wanted_gone;
    // From time to time most of it goes.
    auto changes = RandomChanges(round % 10 == 9 ? 2'000 : 100);
    if (round % 20 == 19) {
      for (auto& change : changes) change.row = nullptr;
    }
    table = table.After(changes, [&](const RowPtr& row, const RowChange<TestRow>& change) {
      EXPECT_EQ(row->id, change.id);
      gone.push_back(row);
    });
    for (const auto& change : changes) {
      const auto known = oracle.find(change.id);
      if (known != oracle.end()) wanted_gone.push_back(known->second);
      oracle.erase(change.id);
      if (change.row != nullptr) oracle[change.id] = change.row;
    }
    EXPECT_EQ(gone, wanted_gone);
    ExpectSame(table, oracle);
    ExpectSame(before, oracle_before);  // what is shared is not changed
    for (int i = 0; i < 20; ++i) {
      const std::string id = RandomId(1'000);
      EXPECT_EQ(table.Find(id) != table.end(), oracle.contains(id)) << id;
    }
  }
}

TEST_P(RecordTableTest, MadeAtOnceIsMadeByChanges) {
  for (const size_t count : {0u, 1u, 63u, 64u, 65u, 97u, 500u}) {
    Oracle oracle;
    for (uint32_t i = 0; i < count; ++i) {
      const std::string id = IdOfStyle(GetParam(), i);
      oracle[id] = RowOf(id, static_cast<int>(i));
    }
    std::vector<RowPtr> rows;
    std::vector<RowChange<TestRow>> changes;
    for (const auto& [id, row] : oracle) {
      rows.push_back(row);
      changes.push_back({id, row});
    }
    ExpectSame(Table(rows), oracle);
    ExpectSame(Table().After(changes), oracle);
    for (auto& change : changes) change.row = nullptr;
    EXPECT_TRUE(Table(rows).After(changes).empty());
  }
}

TEST_P(RecordTableTest, CompareFindsWhatIsNotTheSame) {
  Table before = Table().After(RandomChanges(2'000));
  for (int round = 0; round < 20; ++round) {
    const auto changes = RandomChanges(40);
    const Table after = before.After(changes);
    std::vector<std::string> wanted;
    for (const auto& change : changes) {
      if (change.row != nullptr || before.Find(change.id) != before.end()) {
        wanted.push_back(change.id);
      }
    }
    std::vector<std::string> found;
    Table::Compare(before, after, [&](const auto& was, const auto& is) {
      const bool comes = is != after.end();
      found.push_back(comes ? is->id : was->id);
      EXPECT_EQ(was != before.end(), before.Find(found.back()) != before.end());
      if (comes) {
        EXPECT_EQ(is, after.Find(found.back()));
      }
    });
    EXPECT_EQ(found, wanted);
    before = after;
  }
}

// Plain pointers, as of the vacancies of an occupation.
TEST_P(RecordTableTest, PointersThatOthersKeep) {
  using Pointers = RecordTable<TestRow, const TestRow*>;
  struct Change {
    std::string_view id;
    const TestRow* row;
  };
  const auto changes = RandomChanges(300);
  std::vector<Change> come;
  Oracle oracle;
  for (const auto& change : changes) {
    come.push_back({change.id, change.row.get()});
    if (change.row != nullptr) oracle[change.id] = change.row;
  }
  const Pointers table = Pointers().After(come);
  ASSERT_EQ(table.size(), oracle.size());
  auto wanted = oracle.begin();
  for (const TestRow& row : table) EXPECT_EQ(&row, (wanted++)->second.get());
}

INSTANTIATE_TEST_SUITE_P(IdStyles, RecordTableTest, testing::Range(0, 5));

}  // namespace
}  // namespace overstap::snapshot
