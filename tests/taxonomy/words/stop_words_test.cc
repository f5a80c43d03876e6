#include "taxonomy/words/stop_words.h"

#include <gtest/gtest.h>

#include <string>

namespace overstap::words {
namespace {

TEST(StopWordsTest, DutchAndEnglishFunctionWords) {
  for (const char* word : {"de", "het", "een", "van", "en", "voor", "the", "of", "and", "with"}) {
    EXPECT_TRUE(IsStopWord(word)) << word;
  }
}

TEST(StopWordsTest, WordsThatSaySomethingAreKept) {
  for (const char* word : {"lasser", "c", "c++", "co2", "ict", "hr", "welder", "opvang"}) {
    EXPECT_FALSE(IsStopWord(word)) << word;
  }
}

TEST(StopWordsTest, OnlyWholeFoldedWords) {
  EXPECT_FALSE(IsStopWord(""));
  EXPECT_FALSE(IsStopWord("DE"));
  EXPECT_FALSE(IsStopWord("de "));
  EXPECT_FALSE(IsStopWord("de het"));
  EXPECT_FALSE(IsStopWord(std::string(10000, 'e')));
  EXPECT_FALSE(IsStopWord("\xff"));
}

}  // namespace
}  // namespace overstap::words
