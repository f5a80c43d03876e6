#include "tools/measure/lookup_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace overstap::measure {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using text::Feature;
using text::Features;
using text::kFeatureCount;
using text::Ranking;

constexpr size_t kLetters = static_cast<size_t>(Feature::kLetters);
constexpr size_t kDice = static_cast<size_t>(Feature::kDice);
constexpr size_t kHead = static_cast<size_t>(Feature::kHead);
constexpr size_t kSamePreferred = static_cast<size_t>(Feature::kSamePreferred);

text::ScoredConcept Candidate(uint32_t owner, double letters, double dice = 0,
                              double same_preferred = 0) {
  text::ScoredConcept candidate;
  candidate.owner = owner;
  candidate.features[kLetters] = letters;
  candidate.features[kDice] = dice;
  candidate.features[kSamePreferred] = same_preferred;
  return candidate;
}

Ranking ByLetters(double weight = 1) {
  Ranking ranking;
  ranking.weights = {};
  ranking.weights[kLetters] = weight;
  return ranking;
}

// The right candidate is drawn with the chances of `truth`, so that is what fitting should find.
std::vector<Example> Drawn(const Ranking& truth, int count) {
  std::mt19937 random(5);
  const auto share = [&random] { return static_cast<double>(random() % 10000) / 10000; };
  std::vector<Example> examples;
  for (int i = 0; i < count; ++i) {
    Example example;
    for (uint32_t k = 0; k < 5; ++k) example.candidates.push_back(Candidate(k, share(), share()));
    std::vector<double> scores;
    for (const auto& candidate : example.candidates) {
      scores.push_back(truth.Score(candidate.features));
    }
    const double log_sum = Ranking::LogSum(scores);
    double left = share();
    for (size_t k = 0; k < scores.size() && !example.right; ++k) {
      left -= std::exp(scores[k] - log_sum);
      if (left <= 0 || k + 1 == scores.size()) example.right = k;
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

TEST(FitWeightsTest, FindsTheWeightsThatMadeTheData) {
  Ranking truth = ByLetters(3);
  truth.weights[kDice] = 2;
  FitParams params;
  params.shrinkage = 0;
  const Ranking fitted = FitWeights(Drawn(truth, 4000), params);
  EXPECT_NEAR(fitted.weights[kLetters], 3, 0.3);
  EXPECT_NEAR(fitted.weights[kDice], 2, 0.3);
  EXPECT_NEAR(fitted.weights[kHead], 0, 1e-9);  // every candidate has it: it says nothing
}

TEST(FitWeightsTest, MoreInCommonNeverCountsAgainst) {
  Ranking truth = ByLetters(3);
  truth.weights[kDice] = -2;
  const Ranking fitted = FitWeights(Drawn(truth, 1000), FitParams());
  EXPECT_EQ(fitted.weights[kDice], 0);
  EXPECT_GT(fitted.weights[kLetters], 2);
}

TEST(FitWeightsTest, ShrinkageKeepsWeightsSmall) {
  const auto examples = Drawn(ByLetters(3), 500);
  double before = 100;
  for (const double shrinkage : {0.0, 0.01, 0.1, 1.0}) {
    FitParams params;
    params.shrinkage = shrinkage;
    const double weight = FitWeights(examples, params).weights[kLetters];
    EXPECT_LT(weight, before);
    EXPECT_GT(weight, 0);
    before = weight;
  }
}

TEST(FitWeightsTest, WhatIsLeftOutWeighsNothing) {
  FitParams params;
  params.left_out = {Feature::kLetters};
  const Ranking fitted = FitWeights(Drawn(ByLetters(3), 200), params);
  EXPECT_EQ(fitted.weights[kLetters], 0);
  EXPECT_NE(fitted.weights[kDice], 0);
}

TEST(FitWeightsTest, ExamplesWithoutARightCandidateTeachNothing) {
  std::vector<Example> examples = Drawn(ByLetters(3), 50);
  for (Example& example : examples) example.right.reset();
  EXPECT_EQ(FitWeights(examples, {}).weights, Features{});
}

TEST(FitWeightsTest, TheSameExamplesGiveTheSameWeights) {
  const auto examples = Drawn(ByLetters(3), 100);
  EXPECT_EQ(FitWeights(examples, {}), FitWeights(examples, {}));
}

TEST(RanksTest, CountsWhatIsBetter) {
  std::vector<Example> examples(4);
  examples[0] = {"second", {Candidate(0, 0.9), Candidate(1, 0.5), Candidate(2, 0.1)}, 1};
  examples[1] = {"absent", {Candidate(0, 0.9)}, std::nullopt};
  examples[2] = {"equal ones in order", {Candidate(0, 0.5), Candidate(1, 0.5)}, 1};
  examples[3] = {"same text first", {Candidate(0, 0.9), Candidate(1, 0.1, 0, 1)}, 1};
  EXPECT_THAT(Ranks(examples, ByLetters()), ElementsAre(2, 0, 2, 1));
  examples[3].right = 0;
  EXPECT_THAT(Ranks(examples, ByLetters()), ElementsAre(2, 0, 2, 2));
  EXPECT_THAT(Ranks({}, ByLetters()), IsEmpty());
}

TEST(OutcomesTest, TheBestOfEachTextWithoutTheSameTexts) {
  std::vector<Example> examples(3);
  examples[0] = {"a", {Candidate(0, 0.1), Candidate(1, 0.9), Candidate(2, 0.5)}, 1};
  examples[1] = {"b", {}, std::nullopt};
  examples[2] = {"c", {Candidate(0, 0.9, 0, 1), Candidate(1, 0.5)}, 0};
  const auto outcomes = Outcomes(examples, ByLetters(), 2);
  ASSERT_THAT(outcomes, SizeIs(3));
  EXPECT_EQ(outcomes[0].score, 0.9);
  EXPECT_TRUE(outcomes[0].right);
  EXPECT_EQ(outcomes[1].score, 0.5);
  EXPECT_FALSE(outcomes[1].right);
  EXPECT_GT(outcomes[0].log_odds, outcomes[1].log_odds);
  EXPECT_EQ(outcomes[2].score, 0.5);
  EXPECT_FALSE(outcomes[2].right);
}

TEST(FitCalibrationTest, ChancesAreTheSharesThatAreRight) {
  std::mt19937 random(9);
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 20000; ++i) {
    Outcome outcome;
    outcome.log_odds = static_cast<double>(random() % 800) / 100 - 4;
    outcome.score = static_cast<double>(random() % 1000) / 100;
    const double chance = 1 / (1 + std::exp(-(-1 + 0.8 * outcome.log_odds + 0.2 * outcome.score)));
    outcome.right = static_cast<double>(random() % 10000) / 10000 < chance;
    outcomes.push_back(outcome);
  }
  Ranking ranking;
  FitCalibration(outcomes, &ranking);
  EXPECT_NEAR(ranking.bias, -1, 0.15);
  EXPECT_NEAR(ranking.share, 0.8, 0.1);
  EXPECT_NEAR(ranking.score, 0.2, 0.05);
  std::array<double, 5> count{}, right{}, sum{};
  for (const Outcome& outcome : outcomes) {
    const double chance = ranking.Chance(outcome.score, outcome.log_odds);
    const auto bin = static_cast<size_t>(chance * 4.999);
    count[bin] += 1;
    sum[bin] += chance;
    right[bin] += outcome.right ? 1 : 0;
  }
  for (size_t bin = 0; bin < count.size(); ++bin) {
    ASSERT_GT(count[bin], 500);
    EXPECT_NEAR(right[bin] / count[bin], sum[bin] / count[bin], 0.04) << bin;
  }
}

TEST(FitCalibrationTest, ABetterScoreNeverMakesARightAnswerLessLikely) {
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 100; ++i) outcomes.push_back({i / 10.0, i / 20.0, i < 50});
  Ranking ranking;
  FitCalibration(outcomes, &ranking);
  EXPECT_GE(ranking.share, 0);
  EXPECT_GE(ranking.score, 0);
}

TEST(QualityTest, MeansOverAllTexts) {
  const std::vector<int> ranks = {1, 2, 0, 11, 10};
  const Quality quality = QualityOf(ranks);
  EXPECT_NEAR(quality.reciprocal_rank, (1 + 0.5 + 0.1) / 5, 1e-12);
  EXPECT_NEAR(quality.at_1, 0.2, 1e-12);
  EXPECT_NEAR(quality.at_10, 0.6, 1e-12);
}

TEST(PartOfTest, PartsAreAsLargeAsEachOther) {
  for (const size_t examples : {1u, 5u, 7u, 400u, 601u}) {
    std::array<size_t, kParts> sizes{};
    for (size_t i = 0; i < examples; ++i) {
      ASSERT_LT(PartOf(i, examples), kParts);
      ++sizes[PartOf(i, examples)];
    }
    for (const size_t size : sizes) {
      EXPECT_GE(size, examples / kParts);
      EXPECT_LE(size, examples / kParts + 1);
    }
  }
}

}  // namespace
}  // namespace overstap::measure
