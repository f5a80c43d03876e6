#include "engine/snapshot/work_rows.h"

#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "gtest/gtest.h"

namespace overstap::snapshot {
namespace {

using Table = RecordTable<VacancyRow>;
using RowPtr = Table::RowPtr;

constexpr uint32_t kWorks = 5;

// Changes at random of vacancies that may be for no work, with what they change.
class World {
 public:
  const Table& table() const { return table_; }

  std::vector<WorkRows::Change> Change(size_t count) {
    std::map<std::string, RowPtr> next;
    for (size_t i = 0; i < count; ++i) {
      const std::string id = absl::StrFormat("v%03d", random_() % 300);
      next[id] = random_() % 4 == 0 ? nullptr : RandomRow(id);
    }
    std::vector<RowChange<VacancyRow>> rows;
    for (const auto& [id, row] : next) rows.push_back({id, row});
    std::vector<WorkRows::Change> changes;
    table_ = table_.After(rows, [&](const RowPtr& gone, const auto&) {
      if (gone->occupation) changes.push_back({gone, false});
    });
    for (const auto& [id, row] : rows) {
      if (row != nullptr && row->occupation) changes.push_back({row, true});
    }
    std::shuffle(changes.begin(), changes.end(), random_);
    return changes;
  }

 private:
  RowPtr RandomRow(const std::string& id) {
    model::Vacancy vacancy;
    vacancy.id = id;
    auto facts = model::FactsOf(vacancy);
    std::optional<OccupationId> occupation;
    if (const auto work = static_cast<uint32_t>(random_() % (kWorks + 1)); work < kWorks) {
      occupation = OccupationId(work);
    }
    return std::make_shared<const VacancyRow>(
        VacancyRow{std::move(facts), {}, occupation, WholeRecord<model::Vacancy>(vacancy), false});
  }

  std::mt19937 random_{7};
  Table table_;
};

using Lists = std::vector<std::vector<const VacancyRow*>>;

Lists WantedOf(const Table& table) {
  Lists lists(kWorks);
  for (const VacancyRow& row : table) {
    if (row.occupation) lists[row.occupation->index()].push_back(&row);
  }
  return lists;
}

Lists ListsOf(const WorkRows& rows) {
  Lists lists(kWorks);
  for (uint32_t work = 0; work < kWorks; ++work) {
    for (const VacancyRow& row : rows.For(OccupationId(work))) lists[work].push_back(&row);
  }
  return lists;
}

TEST(WorkRowsTest, NoneHasNothing) { EXPECT_EQ(ListsOf(*WorkRows::None(kWorks)), Lists(kWorks)); }

// Asked now and then, also of one that others follow on; what is not asked for may wait long.
TEST(WorkRowsTest, ChangesGiveWhatIsMadeAtOnce) {
  World world;
  std::mt19937 random(3);
  auto rows = WorkRows::None(kWorks);
  std::vector<std::pair<std::shared_ptr<const WorkRows>, Table>> earlier;
  for (int round = 0; round < 200; ++round) {
    rows = WorkRows::After(rows, world.Change(random() % 60));
    if (random() % 8 == 0) {
      ASSERT_EQ(ListsOf(*rows), WantedOf(world.table()));
    }
    earlier.emplace_back(rows, world.table());
    if (random() % 3 == 0) {
      const size_t one = random() % earlier.size();
      ASSERT_EQ(ListsOf(*earlier[one].first), WantedOf(earlier[one].second));
      earlier.erase(earlier.begin() + static_cast<std::ptrdiff_t>(one));
    }
  }
  EXPECT_EQ(ListsOf(*rows), WantedOf(world.table()));
  EXPECT_EQ(ListsOf(WorkRows(world.table(), kWorks)), WantedOf(world.table()));
}

// What nobody has any more is let go of; what waits keeps the rows that it needs.
TEST(WorkRowsTest, RowsThatWentMeanwhileAreNotLookedAt) {
  World world;
  auto rows = WorkRows::After(WorkRows::None(kWorks), world.Change(300));
  rows->Prepare();
  for (int round = 0; round < 10; ++round) rows = WorkRows::After(rows, world.Change(200));
  EXPECT_EQ(ListsOf(*rows), WantedOf(world.table()));
}

// Changes of so many ids at a time that may be made before it is much.
int StepsUntilMuch(size_t ids) {
  World world;
  auto rows = WorkRows::After(WorkRows::None(kWorks), world.Change(300));
  rows->Prepare();
  int steps = 0;
  for (; !rows->IsMuchToMake(); ++steps) rows = WorkRows::After(rows, world.Change(ids));
  EXPECT_EQ(ListsOf(*rows), WantedOf(world.table()));
  EXPECT_FALSE(rows->IsMuchToMake());
  return steps;
}

TEST(WorkRowsTest, MuchIsManyChangesOrManySteps) {
  EXPECT_FALSE(WorkRows::None(kWorks)->IsMuchToMake());
  const int few = StepsUntilMuch(2'000);
  const int many = StepsUntilMuch(10);
  EXPECT_GT(few, 1);
  EXPECT_LT(few, many);
  EXPECT_LT(many, 16);  // from which on who writes makes them
}

TEST(WorkRowsTest, ManyAskAtOnce) {
  World world;
  std::vector<std::shared_ptr<const WorkRows>> all = {WorkRows::None(kWorks)};
  std::vector<Lists> wanted = {Lists(kWorks)};
  std::vector<Table> kept;  // keep the rows
  for (int round = 0; round < 12; ++round) {
    all.push_back(WorkRows::After(all.back(), world.Change(80)));
    kept.push_back(world.table());
    wanted.push_back(WantedOf(world.table()));
  }
  std::vector<std::thread> threads;
  std::vector<int> wrong(4);
  for (size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < all.size(); ++i) {
        const size_t at = t % 2 == 0 ? i : all.size() - 1 - i;
        if (ListsOf(*all[at]) != wanted[at]) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace overstap::snapshot
