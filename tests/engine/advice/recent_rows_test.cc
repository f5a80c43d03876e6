#include "engine/advice/recent_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <thread>

#include "base/strings.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using match::TermRows;

constexpr int kYear = 2026;
constexpr int kSkills = 12;

std::string SomeText(RandomWorld* random) {
  std::string text = random->Text(kSkills, 6, 0);
  for (int i = 100; i < 900; ++i) {
    StrAppend(&text, "profile p", i, " : ", random->Person(kSkills, 6), "\n");
    if (random->Chance(20)) {
      StrAppend(&text, "vacancy v", i, "\n");  // asks nothing
    } else {
      StrAppend(&text, "vacancy v", i, " : ", RandomWorld::Skill(random->Number(0, 5)), ", ",
                RandomWorld::Skill(random->Number(6, 11)), "\n");
    }
  }
  return text;
}

const auto& AllOf(const TinyWorld& world, const snapshot::VacancyRow*) {
  return world.snapshot().vacancies();
}
const auto& AllOf(const TinyWorld& world, const snapshot::ProfileRow*) {
  return world.snapshot().profiles();
}

// Rows that come to be recent and are so no more, at random.
template <class Row>
class Followed {
 public:
  using Recent = RecentRows<Row>;

  Followed(const TinyWorld& world, RandomWorld* random)
      : all_(AllOf(world, static_cast<const Row*>(nullptr))), random_(*random) {}

  // As LiveRows does when `most` rows are written, or when `gone` of 100 are indexed.
  void Step(int most, int gone) {
    std::map<std::string, typename Recent::RowPtr> changed;
    std::vector<typename Recent::RowPtr> come;
    for (auto row = recent_.begin(); row != recent_.end(); ++row) {
      if (random_.Chance(gone)) changed[IdOf(*row)] = nullptr;
    }
    for (int i = random_.Number(0, most); i > 0; --i) {
      const int at = random_.Number(0, static_cast<int>(all_.size()) - 1);
      // Another row with the id, when it was there before.
      auto row = std::make_shared<const Row>(all_[static_cast<size_t>(at)]);
      changed[IdOf(*row)] = row;
    }
    std::vector<snapshot::RowChange<Row>> changes;
    for (const auto& [id, row] : changed) {
      changes.push_back({id, row});
      if (row != nullptr) come.push_back(row);
    }
    recent_ = recent_.After(changes);
    asked_ = asked_.After(come, recent_);
  }

  void ExpectHoldsAllOnce() const {
    std::map<const Row*, int> times;
    size_t size = 0;
    for (const auto& piece : asked_.pieces()) {
      EXPECT_FALSE(piece->rows().empty());
      for (const auto& row : piece->rows()) ++times[row.get()];
      size += piece->rows().size();
    }
    for (const Row& row : recent_) EXPECT_EQ(times[&row], 1);
    EXPECT_EQ(asked_.size(), size);
    EXPECT_LE(size, 2 * recent_.size() + 64);
  }

  // Some are asked, some not yet.
  void Ask(const TinyWorld& world) const {
    for (const auto& piece : asked_.pieces()) {
      if (random_.Chance(60)) ExpectIsRead(world, *piece);
    }
  }

  const Recent& asked() const { return asked_; }

 private:
  // What was read earlier and taken over is what reading all rows now gives.
  void ExpectIsRead(const TinyWorld& world, const typename Recent::Piece& piece) const {
    const typename Recent::Piece anew(piece.rows(), {});
    EXPECT_EQ(anew.KnownTerms(), nullptr);
    const RecentTerms& truth = anew.Terms(world.snapshot(), kYear);
    const RecentTerms& terms = piece.Terms(world.snapshot(), kYear);
    EXPECT_EQ(piece.KnownTerms(), &terms);
    ASSERT_EQ(terms.size(), piece.rows().size());
    EXPECT_EQ(terms.not_scored, truth.not_scored);
    ASSERT_EQ(terms.held.size(), truth.held.size());
    for (size_t i = 0; i < terms.held.size(); ++i) EXPECT_EQ(*terms.held[i], *truth.held[i]);
    for (uint32_t skill = 0; skill < world.taxonomy().skill_count(); ++skill) {
      TermRows::Query query(world.taxonomy().skill_count());
      query.Add(skill, 1);
      std::vector<size_t> has[2];
      const double least = random_.Number(0, 100) / 100.0;
      terms.terms.ForEach(query, least, [&](size_t row) { has[0].push_back(row); });
      truth.terms.ForEach(query, least, [&](size_t row) { has[1].push_back(row); });
      EXPECT_EQ(has[0], has[1]);
    }
  }

  const typename Recent::Table& all_;
  RandomWorld& random_;
  typename Recent::Table recent_;
  Recent asked_;
};

template <class Row>
void ExpectFollows() {
  RandomWorld random(3);
  const TinyWorld world(SomeText(&random));
  size_t most = 0;
  for (int round = 0; round < 6; ++round) {
    Followed<Row> followed(world, &random);
    for (int step = 0; step < 60; ++step) {
      followed.Step(random.Chance(10) ? 600 : 20, random.Chance(10) ? 95 : 0);
      ASSERT_NO_FATAL_FAILURE(followed.ExpectHoldsAllOnce());
      if (random.Chance(50)) {
        ASSERT_NO_FATAL_FAILURE(followed.Ask(world));
      }
      most = std::max(most, followed.asked().pieces().size());
    }
  }
  EXPECT_GT(most, 3u);
}

TEST(RecentRowsTest, VacanciesFollow) { ExpectFollows<snapshot::VacancyRow>(); }
TEST(RecentRowsTest, PeopleFollow) { ExpectFollows<snapshot::ProfileRow>(); }

// The first one reads, and the others see what it read.
TEST(RecentRowsTest, ManyMayAskAtOnce) {
  RandomWorld random(4);
  const TinyWorld world(SomeText(&random));
  const RecentRows<snapshot::ProfileRow> recent(world.snapshot().profiles());
  std::vector<size_t> seen(4);
  std::vector<std::thread> threads;
  for (size_t& count : seen) {
    threads.emplace_back([&] {
      for (const auto& piece : recent.pieces()) {
        count += piece->Terms(world.snapshot(), kYear).held.size();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const size_t count : seen) EXPECT_EQ(count, world.snapshot().profiles().size());
}

TEST(RecentRowsTest, TheLastAreReadAheadAsFarAsAsked) {
  RandomWorld random(5);
  const TinyWorld world(SomeText(&random));
  const RecentRows<snapshot::ProfileRow> recent(world.snapshot().profiles());
  const auto read = [&] {
    size_t rows = 0;
    bool is_read = true;
    for (auto piece = recent.pieces().rbegin(); piece != recent.pieces().rend(); ++piece) {
      if ((*piece)->KnownTerms() == nullptr) {
        is_read = false;
        continue;
      }
      EXPECT_TRUE(is_read) << "one before the last that is read";
      rows += (*piece)->rows().size();
    }
    return rows;
  };
  const size_t last = recent.pieces().back()->rows().size();
  recent.ReadAhead(world.snapshot(), kYear, last - 1);
  EXPECT_EQ(read(), 0u);
  recent.ReadAhead(world.snapshot(), kYear, last);
  EXPECT_EQ(read(), last);
  recent.ReadAhead(world.snapshot(), kYear, recent.size());
  EXPECT_EQ(read(), recent.size());
}

// As after a write that replaced it and then failed.
TEST(RecentRowsTest, WhatComesBackIsThereOnce) {
  RandomWorld random(6);
  const TinyWorld world(SomeText(&random));
  auto row = world.snapshot().profiles().begin().shared();
  const RecentRows<snapshot::ProfileRow>::Table recent({row});
  const std::vector<decltype(row)> come = {row};
  const RecentRows<snapshot::ProfileRow> first(recent);
  const auto gone = first.After({}, {});
  EXPECT_EQ(gone.size(), 1u);  // not recent any more
  EXPECT_EQ(gone.After(come, recent).size(), 1u);
}

}  // namespace
}  // namespace overstap::advice
