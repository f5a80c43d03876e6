#include "engine/match/oracle.h"

#include <gtest/gtest.h>

#include <vector>

namespace overstap::match {
namespace {

using Scores = std::vector<std::optional<double>>;

std::vector<size_t> Rank(const Scores& scores, size_t limit) {
  std::vector<size_t> order;
  for (const Ranked& ranked :
       RankAll(scores.size(), limit, [&scores](size_t i) { return scores[i]; })) {
    order.push_back(ranked.index);
  }
  return order;
}

TEST(OracleTest, BestFirstTiesInOrderOfIndex) {
  EXPECT_EQ(Rank({.2, .9, .2, .5}, 10), (std::vector<size_t>{1, 3, 0, 2}));
  EXPECT_EQ(Rank({.2, .9, .2, .5}, 3), (std::vector<size_t>{1, 3, 0}));
}

TEST(OracleTest, UnknownAndZeroAreLeftOut) {
  EXPECT_EQ(Rank({std::nullopt, 0.0, .1}, 10), (std::vector<size_t>{2}));
  EXPECT_TRUE(Rank({}, 10).empty());
  EXPECT_TRUE(Rank({.5}, 0).empty());
}

}  // namespace
}  // namespace overstap::match
