#include "taxonomy/words/stemmer.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

namespace overstap::words {
namespace {

TEST(StemmerTest, InflectedFormsHaveOneDutchStem) {
  EXPECT_EQ(DutchStem("monteurs"), DutchStem("monteur"));
  EXPECT_EQ(DutchStem("robots"), DutchStem("robot"));
  EXPECT_EQ(DutchStem("beroepen"), DutchStem("beroep"));
  EXPECT_EQ(DutchStem("lassers"), DutchStem("lasser"));
  EXPECT_NE(DutchStem("lasser"), DutchStem("loodgieter"));
}

TEST(StemmerTest, InflectedFormsHaveOneEnglishStem) {
  EXPECT_EQ(EnglishStem("welders"), EnglishStem("welder"));
  EXPECT_EQ(EnglishStem("engineering"), EnglishStem("engineers"));
  EXPECT_NE(EnglishStem("welder"), EnglishStem("plumber"));
}

TEST(StemmerTest, AVerbItsDoerAndItsResultShareARoot) {
  EXPECT_EQ(DutchRoot("lassen"), "las");
  EXPECT_EQ(DutchRoot("lasser"), "las");
  EXPECT_EQ(DutchRoot("reinigen"), "reinig");
  EXPECT_EQ(DutchRoot("reiniger"), "reinig");
  EXPECT_EQ(DutchRoot("reiniging"), "reinig");
  EXPECT_EQ(DutchRoot("analyse"), "analys");
  EXPECT_EQ(DutchRoot("analyseren"), "analys");
  EXPECT_EQ(DutchRoot("brieven"), DutchRoot("brief"));
  EXPECT_EQ(DutchRoot("huizen"), DutchRoot("huis"));
  EXPECT_EQ(DutchRoot("verkopen"), DutchRoot("verkoop"));
}

TEST(StemmerTest, ARootHasThreeLettersOrIsTheStem) {
  for (const char* word : {"", "a", "er", "ing", "eer", "sel", "aar", "ster", "zeer", "lering"}) {
    const std::string root = DutchRoot(word);
    EXPECT_TRUE(root.size() >= 3 || root == DutchStem(word)) << word << " " << root;
  }
  EXPECT_EQ(DutchRoot("er"), DutchStem("er"));
}

TEST(StemmerTest, AWordOfWhichNothingIsLeftStays) {
  for (const char* word : {"", "e", "s", "en", "x", "é"}) {
    EXPECT_EQ(DutchStem(word).empty(), std::string_view(word).empty()) << word;
    EXPECT_EQ(EnglishStem(word).empty(), std::string_view(word).empty()) << word;
  }
}

TEST(StemmerTest, HostileWordsKeepTheirSize) {
  const std::string huge(100000, 'e');
  EXPECT_LE(DutchStem(huge).size(), huge.size());
  EXPECT_LE(EnglishStem(huge).size(), huge.size());
  EXPECT_LE(DutchRoot(huge).size(), huge.size());
  for (const char* word : {"\xff\xfe", "\xc3", "مرحبا", "日本語", "c++", "2024"}) {
    EXPECT_FALSE(DutchRoot(word).empty()) << word;
    EXPECT_FALSE(EnglishStem(word).empty()) << word;
  }
}

TEST(StemmerTest, ThreadsGetTheSameStems) {
  const std::vector<std::string> words = {"lassers", "reiniging", "engineering", "verkopen",
                                          "machines"};
  const auto stem_all = [&words] {
    std::string all;
    for (int i = 0; i < 2000; ++i) {
      const std::string& word = words[static_cast<size_t>(i) % words.size()];
      all += DutchStem(word) + EnglishStem(word) + DutchRoot(word);
    }
    return all;
  };
  const std::string expected = stem_all();
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = stem_all(); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

}  // namespace
}  // namespace overstap::words
