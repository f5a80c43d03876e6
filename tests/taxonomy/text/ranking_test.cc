#include "taxonomy/text/ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::text {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string ErrorOf(std::string_view text) {
  const auto ranking = ParseRanking(text, "w.tsv");
  if (ranking.ok()) return "no error";
  EXPECT_EQ(ranking.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(IsValidUtf8(FromAbsl(ranking.status().message())));
  return std::string(FromAbsl(ranking.status().message()));
}

// A good text with one line replaced.
std::string With(std::string_view name, std::string_view line) {
  std::istringstream lines(FormatRanking(Ranking()));
  std::string text;
  for (std::string old; std::getline(lines, old);) {
    StrAppend(&text, old.starts_with(StrCat(name, "\t")) ? line : std::string_view(old), "\n");
  }
  return text;
}

TEST(RankingTest, EveryFeatureHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (size_t i = 0; i < kFeatureCount; ++i) {
    const std::string_view name = FeatureName(static_cast<Feature>(i));
    EXPECT_FALSE(name.empty());
    EXPECT_TRUE(names.insert(name).second) << name;
  }
}

TEST(RankingTest, WhatIsWrittenIsReadBack) {
  std::mt19937_64 random(7);
  std::vector<Ranking> rankings(1);
  for (int i = 0; i < 200; ++i) {
    Ranking ranking;
    const auto number = [&random] {
      return std::ldexp(static_cast<double>(static_cast<int64_t>(random())),
                        static_cast<int>(random() % 120) - 120);
    };
    for (double& weight : ranking.weights) weight = number();
    ranking.bias = number();
    ranking.share = std::abs(number());
    ranking.score = std::abs(number());
    rankings.push_back(ranking);
  }
  for (const Ranking& ranking : rankings) {
    const std::string text = FormatRanking(ranking);
    const auto read = ParseRanking(text, "w.tsv");
    ASSERT_TRUE(read.ok()) << read.status();
    EXPECT_EQ(*read, ranking);
    EXPECT_EQ(FormatRanking(*read), text);
  }
}

TEST(RankingTest, CommentsAndTheOrderOfLinesDoNotMatter) {
  std::istringstream lines(FormatRanking(Ranking()));
  std::string backwards;
  for (std::string line; std::getline(lines, line);) backwards = line + "\n# x\n\n" + backwards;
  const auto read = ParseRanking("# fitted\n" + backwards, "w.tsv");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(*read, Ranking());
}

TEST(RankingTest, WrongTextsSayWhereAndWhat) {
  EXPECT_THAT(ErrorOf(""), HasSubstr("'letters' is missing"));
  EXPECT_THAT(ErrorOf("# nothing\n"), HasSubstr("is missing"));
  EXPECT_THAT(ErrorOf(With("head", "")), HasSubstr("'head' is missing"));
  EXPECT_THAT(ErrorOf(With("calibration_bias", "")), HasSubstr("'calibration_bias' is missing"));
  EXPECT_THAT(ErrorOf("nose\t1"), StartsWith("w.tsv:1: 'nose' is not a setting"));
  EXPECT_THAT(ErrorOf("letters\t1\nletters\t2"), StartsWith("w.tsv:2: 'letters'"));
  EXPECT_THAT(ErrorOf("letters"), StartsWith("w.tsv:1: a line needs"));
  EXPECT_THAT(ErrorOf("letters\t1\t2"), StartsWith("w.tsv:1: a line needs"));
  EXPECT_THAT(ErrorOf("letters 1"), StartsWith("w.tsv:1: a line needs"));
  for (const char* number : {"", "x", "1,5", "1e999", "-1e999", "nan", "inf", "0x"}) {
    EXPECT_THAT(ErrorOf(With("head", StrCat("head\t", number))), HasSubstr("is not a number"))
        << number;
  }
  EXPECT_THAT(ErrorOf(With("calibration_share", "calibration_share\t-1")), HasSubstr("0 or more"));
  EXPECT_THAT(ErrorOf(With("calibration_score", "calibration_score\t-1")), HasSubstr("0 or more"));
  EXPECT_THAT(ErrorOf("l\xff\t1"), StartsWith("w.tsv:1:"));
  EXPECT_THAT(ErrorOf("letters\t\xff"), StartsWith("w.tsv:1:"));
  EXPECT_NE(ErrorOf(std::string(1 << 20, '\t')), "no error");
}

TEST(RankingTest, TheScoreIsTheSumOfWeightsTimesFeatures) {
  Ranking ranking;
  Features features{};
  EXPECT_EQ(ranking.Score(features), 0);
  double expected = 0;
  for (size_t i = 0; i < kFeatureCount; ++i) {
    ranking.weights[i] = static_cast<double>(i + 1);
    features[i] = 1 / static_cast<double>(i + 2);
    expected += static_cast<double>(i + 1) / static_cast<double>(i + 2);
  }
  EXPECT_NEAR(ranking.Score(features), expected, 1e-12);
}

TEST(RankingTest, TheChanceIsTheLogisticOfItsFormula) {
  Ranking ranking;
  ranking.bias = -0.5;
  ranking.share = 2;
  ranking.score = 0.25;
  EXPECT_NEAR(ranking.Chance(2, 0), 0.5, 1e-12);
  EXPECT_NEAR(ranking.Chance(2, 1), 1 / (1 + std::exp(-2.0)), 1e-12);
  EXPECT_NEAR(ranking.Chance(6, 1), 1 / (1 + std::exp(-3.0)), 1e-12);
}

TEST(RankingTest, ABetterResultIsNeverLessLikely) {
  std::mt19937 random(3);
  const auto number = [&random](double most) {
    return most * static_cast<double>(random() % 1000) / 1000;
  };
  for (int i = 0; i < 300; ++i) {
    Ranking ranking;
    ranking.bias = number(8) - 4;
    ranking.share = number(2);
    ranking.score = number(1);
    std::vector<double> scores;
    for (int k = 0; k < 20; ++k) scores.push_back(number(30));
    std::sort(scores.begin(), scores.end());
    const double sum = Ranking::LogSumWithNothing(scores);
    double before = 0;
    for (const double score : scores) {
      const double chance = ranking.Chance(score, Ranking::LogOdds(score, sum));
      EXPECT_GE(chance, before);
      EXPECT_LE(chance, 1);
      before = chance;
    }
  }
}

TEST(RankingTest, LogSumDoesNotOverflow) {
  EXPECT_NEAR(Ranking::LogSum(std::vector<double>{1, 2, 3}),
              std::log(std::exp(1) + std::exp(2) + std::exp(3)), 1e-12);
  EXPECT_NEAR(Ranking::LogSum(std::vector<double>{5000, 5000}), 5000 + std::log(2), 1e-9);
  EXPECT_NEAR(Ranking::LogSum(std::vector<double>{-5000}), -5000, 1e-9);
  EXPECT_NEAR(Ranking::LogSum(std::vector<double>{-5000, 5000}), 5000, 1e-9);
  EXPECT_NEAR(Ranking::LogSumWithNothing(std::vector<double>{-5000}), Ranking::kNothing, 1e-9);
  EXPECT_NEAR(Ranking::LogSumWithNothing(std::vector<double>{5000}), 5000, 1e-9);
}

TEST(RankingTest, LogOddsAreHeldWithinBounds) {
  const auto odds = [](double share) { return Ranking::LogOdds(std::log(share), 0); };
  EXPECT_NEAR(odds(0.5), 0, 1e-12);
  EXPECT_NEAR(odds(0.9), std::log(9), 1e-9);
  EXPECT_NEAR(odds(0.1), -std::log(9), 1e-9);
  EXPECT_EQ(Ranking::LogOdds(3, 3), Ranking::kMostLogOdds);  // the only candidate
  EXPECT_EQ(Ranking::LogOdds(-1000, 3), -Ranking::kMostLogOdds);
  EXPECT_EQ(Ranking::LogOdds(3, 3 - 1e-12), Ranking::kMostLogOdds);  // by rounding
  EXPECT_EQ(odds(1 - 1e-9), Ranking::kMostLogOdds);
}

// The weights that the program carries with it.
TEST(RankingFilesTest, CanBeReadAndSayWhatTheyAreFrom) {
  const auto folder = std::filesystem::path(OVERSTAP_SOURCE_DIR) / "data" / "weights";
  for (const char* name : {"lookup-occupations.tsv", "lookup-skills.tsv"}) {
    std::ifstream in(folder / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    EXPECT_THAT(text.str(), StartsWith("# Fitted by ")) << name;
    const auto ranking = ParseRanking(text.str(), name);
    ASSERT_TRUE(ranking.ok()) << ranking.status();
    EXPECT_NE(*ranking, Ranking()) << name;
    // The same text and nothing else: that must be recognised.
    Features all;
    all.fill(1);
    EXPECT_GT(ranking->Chance(ranking->Score(all), Ranking::kMostLogOdds), 0.9) << name;
    EXPECT_LT(ranking->Chance(0, -Ranking::kMostLogOdds), 0.1) << name;
  }
}

}  // namespace
}  // namespace overstap::text
