#include "engine/match/term_rows.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "tests/support/random_world.h"

namespace overstap::match {
namespace {

constexpr uint32_t kTerms = 70'000;  // of which some are taken together

// With sums of shares beside them.
struct SomeRows {
  explicit SomeRows(RandomWorld* random) {
    for (int row = random->Number(0, 40); row > 0; --row) {
      auto& parts = all.emplace_back();
      std::set<uint32_t> seen;
      for (int i = random->Number(0, 12); i > 0; --i) {
        const auto term = static_cast<uint32_t>(random->Number(0, 20) * 3'300);
        if (!seen.insert(term).second) continue;
        parts.push_back({term, random->Number(0, 100) / 1'000.0});
      }
      rows.Add(parts);
    }
  }

  std::vector<std::vector<TermRows::Part>> all;
  TermRows rows;
};

std::vector<size_t> Visited(const TermRows& rows, const TermRows::Query& query, double least) {
  std::vector<size_t> visited;
  rows.ForEach(query, least, [&](size_t row) { visited.push_back(row); });
  return visited;
}

TEST(TermRowsTest, VisitsEveryRowThatReachesAScoreAndFewOthers) {
  RandomWorld random(5);
  for (int i = 0; i < 300; ++i) {
    const SomeRows some(&random);
    std::vector<double> factors(kTerms);
    TermRows::Query query(kTerms);
    for (uint32_t term = 0; term < kTerms; term += 3'300) {
      factors[term] = random.Chance(30) ? 0 : random.Number(0, 100) / 100.0;
      query.Add(term, factors[term]);
    }
    std::vector<double> sums;
    for (const auto& parts : some.all) {
      double& sum = sums.emplace_back();
      for (const TermRows::Part& part : parts) sum += factors[part.term] * part.share;
    }
    const double least = random.Chance(50) || sums.empty()
                             ? random.Number(0, 1'000) / 1'000.0
                             : sums[static_cast<size_t>(random.Number(0, 99)) % sums.size()];
    const std::vector<size_t> visited = Visited(some.rows, query, least);
    const std::set<size_t> is_visited(visited.begin(), visited.end());
    EXPECT_EQ(is_visited.size(), visited.size());
    for (size_t row = 0; row < sums.size(); ++row) {
      constexpr double kOff = 12.0 * 2 / 65'000;
      EXPECT_TRUE(is_visited.contains(row) || sums[row] < least || sums[row] == 0);
      EXPECT_TRUE(!is_visited.contains(row) || (sums[row] > 0 && sums[row] + kOff >= least));
    }
  }
}

// Only 16 bits of a term are kept: the most of those that look alike counts.
TEST(TermRowsTest, TermsThatLookAlikeCountAsTheMostOfThem) {
  for (const bool first_is_most : {false, true}) {
    TermRows::Query query(70'000);
    query.Add(3, first_is_most ? 0.9 : 0.2);
    query.Add(3 + 65'536, first_is_most ? 0.2 : 0.9);
    TermRows rows;
    const std::vector<TermRows::Part> parts = {{3 + 65'536, 0.5}};
    rows.Add(parts);
    EXPECT_EQ(Visited(rows, query, 0.449), std::vector<size_t>{0});
    EXPECT_TRUE(Visited(rows, query, 0.451).empty());
  }
}

TEST(TermRowsTest, ARowOfOthersIsAsItWasThere) {
  RandomWorld random(6);
  for (int i = 0; i < 50; ++i) {
    const SomeRows some(&random);
    TermRows again;
    for (size_t row = some.all.size(); row > 0; --row) again.Add(some.rows, row - 1);
    ASSERT_EQ(again.size(), some.rows.size());
    TermRows::Query query(kTerms);
    for (uint32_t term = 0; term < kTerms; term += 3'300) {
      query.Add(term, random.Number(0, 100) / 100.0);
    }
    const double least = random.Number(0, 300) / 1'000.0;
    std::set<size_t> turned;
    for (const size_t row : Visited(again, query, least)) turned.insert(again.size() - 1 - row);
    const std::vector<size_t> visited = Visited(some.rows, query, least);
    EXPECT_EQ(turned, std::set<size_t>(visited.begin(), visited.end()));
  }
}

TEST(TermRowsTest, NothingIsVisitedWithoutATermInCommon) {
  TermRows rows;
  rows.Add({});
  const std::vector<TermRows::Part> parts = {{1, 1.0}};
  rows.Add(parts);
  TermRows::Query query(10);
  EXPECT_TRUE(Visited(rows, query, 0).empty());
  query.Add(1, 1.0);
  EXPECT_EQ(Visited(rows, query, 0), std::vector<size_t>{1});
  EXPECT_EQ(Visited(rows, query, 1), std::vector<size_t>{1});
  EXPECT_TRUE(Visited(rows, query, 1.01).empty());
  EXPECT_TRUE(Visited(rows, query, 1e9).empty());
}

}  // namespace
}  // namespace overstap::match
