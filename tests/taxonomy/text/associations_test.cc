#include "taxonomy/text/associations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>
#include <vector>

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Dutch 0 huis, 1 boek, 2 rood; English 10 house, 11 book, 12 red.
std::vector<ParallelText> SmallCorpus() {
  return {{{0, 2}, {10, 12}}, {{1, 2}, {11, 12}}, {{0}, {10}}, {{0, 1}, {10, 11}}};
}

float ProbabilityOf(const std::vector<Association>& pairs, UnitId from, UnitId to) {
  for (const Association& pair : pairs) {
    if (pair.from == from && pair.to == to) return pair.probability;
  }
  return 0;
}

TEST(AssociationsTest, TheRightPairsAreTheProbableOnes) {
  const auto pairs = LearnAssociations(SmallCorpus(), 20, 0, 0);
  for (const UnitId from : {0u, 1u, 2u}) {
    EXPECT_GT(ProbabilityOf(pairs, from, from + 10), 0.9F) << from;
    for (const UnitId to : {10u, 11u, 12u}) {
      if (to != from + 10) {
        EXPECT_LT(ProbabilityOf(pairs, from, to), 0.1F) << from << to;
      }
    }
  }
}

TEST(AssociationsTest, OneRoundFromAUniformStartByHand) {
  // Each word of a text shares each English word evenly: 0 gets 1/2 of 10 once and all of it once.
  const auto pairs = LearnAssociations(
      std::vector<ParallelText>{{{0, 1}, {10}}, {{0}, {10}}, {{0}, {11}}}, 1, 0, 0);
  EXPECT_THAT(pairs, ElementsAre(Association{0, 10, 0.6F, 1.5F}, Association{0, 11, 0.4F, 1.0F},
                                 Association{1, 10, 1.0F, 0.5F}));
}

TEST(AssociationsTest, WeakPairsAreLeftOut) {
  const std::vector<ParallelText> texts = {{{0, 1}, {10}}, {{0}, {10}}, {{0}, {11}}};
  EXPECT_THAT(LearnAssociations(texts, 1, 1, 0),
              ElementsAre(Association{0, 10, 0.6F, 1.5F}, Association{0, 11, 0.4F, 1.0F}));
  EXPECT_THAT(LearnAssociations(texts, 1, 0, 0.5F),
              ElementsAre(Association{0, 10, 0.6F, 1.5F}, Association{1, 10, 1.0F, 0.5F}));
}

TEST(AssociationsTest, MoreRoundsMakeTheRightPairSurer) {
  float before = 0;
  for (const int rounds : {1, 2, 4, 8}) {
    const float now = ProbabilityOf(LearnAssociations(SmallCorpus(), rounds, 0, 0), 2, 12);
    EXPECT_GT(now, before);
    before = now;
  }
}

TEST(AssociationsTest, NothingTeachesNothing) {
  EXPECT_THAT(LearnAssociations({}, 5, 0, 0), IsEmpty());
  EXPECT_THAT(LearnAssociations(std::vector<ParallelText>{{{}, {}}, {{1}, {}}, {{}, {2}}}, 5, 0, 0),
              IsEmpty());
}

TEST(AssociationsTest, ProbabilitiesAreChancesOnAnyCorpus) {
  for (uint32_t seed = 0; seed < 50; ++seed) {
    std::mt19937 random(seed);
    const auto units = [&random] {
      std::vector<UnitId> some;
      for (UnitId i = 0; i < 30; ++i) {
        if (random() % 6 == 0) some.push_back(i);
      }
      return some;
    };
    std::vector<ParallelText> texts;
    for (int i = 0; i < 40; ++i) texts.push_back({units(), units()});
    const auto pairs = LearnAssociations(texts, 1 + static_cast<int>(random() % 30), 0, 0);
    ASSERT_TRUE(
        std::is_sorted(pairs.begin(), pairs.end(), [](const Association& a, const Association& b) {
          return std::tuple(a.from, a.to) < std::tuple(b.from, b.to);
        }));
    std::map<UnitId, float> sum;
    for (const Association& pair : pairs) {
      EXPECT_GE(pair.probability, 0);
      EXPECT_LE(pair.probability, 1 + 1e-6F);
      EXPECT_LE(pair.support, 40);
      sum[pair.from] += pair.probability;
    }
    for (const auto& [from, total] : sum) EXPECT_NEAR(total, 1, 1e-4) << from;
  }
}

TEST(AssociationsTest, TheSameTextsTeachTheSame) {
  const auto once = LearnAssociations(SmallCorpus(), 7, 0, 0);
  EXPECT_EQ(once, LearnAssociations(SmallCorpus(), 7, 0, 0));
}

}  // namespace
}  // namespace overstap::text
