#include "taxonomy/words/dictd.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::words {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

// Base 64 as dictd writes numbers: most telling digit first, no padding.
std::string Base64(size_t number) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string digits;
  do {
    digits.insert(digits.begin(), kDigits[number % 64]);
    number /= 64;
  } while (number > 0);
  return digits;
}

// A dictionary of articles one after the other.
class Dictionary {
 public:
  Dictionary& Add(std::string_view headword, std::string_view article) {
    StrAppend(&index_, headword, "\t", Base64(body_.size()), "\t", Base64(article.size()), "\n");
    StrAppend(&body_, article);
    return *this;
  }

  absl::StatusOr<std::vector<DictionaryEntry>> Parse() const {
    return ParseDictd(index_, body_, "nld.index");
  }
  const std::string& index() const { return index_; }
  const std::string& body() const { return body_; }

 private:
  std::string index_;
  std::string body_;
};

std::string ErrorOf(std::string_view index, std::string_view body) {
  const auto entries = ParseDictd(index, body, "nld.index");
  if (entries.ok()) return "no error";
  EXPECT_EQ(entries.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(IsValidUtf8(FromAbsl(entries.status().message())));
  return std::string(FromAbsl(entries.status().message()));
}

TEST(DictdTest, TranslationsInOrder) {
  const auto entries =
      Dictionary()
          .Add("lasser", "lasser /lɑsər/\nwelder\n")
          .Add("afvoeren", "afvoeren /ɑf/\n1. carry off, drain\n2. dispose of, sell\n")
          .Parse();
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(*entries, ElementsAre(DictionaryEntry{"lasser", {"welder"}},
                                    DictionaryEntry{"afvoeren",
                                                    {"carry off", "drain", "dispose of", "sell"}}));
}

TEST(DictdTest, OffsetsOfMoreThanOneDigit) {
  Dictionary dictionary;
  std::vector<DictionaryEntry> expected;
  for (int i = 0; i < 2000; ++i) {
    dictionary.Add(StrCat("woord", i), StrCat("woord", i, "\nword", i, "\n"));
    expected.push_back({StrCat("woord", i), {StrCat("word", i)}});
  }
  ASSERT_GT(dictionary.body().size(), 64u * 64);
  const auto entries = dictionary.Parse();
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_EQ(*entries, expected);
}

TEST(DictdTest, WhatIsNoTranslationIsSkipped) {
  const auto entries = Dictionary()
                           .Add("00databaseinfo", "about this dictionary\nby somebody\n")
                           .Add("kaal", "kaal /kal/\n")
                           .Add("leeg", "")
                           .Add("komma", "komma\n , ,, \n")
                           .Add("lasser", "lasser\n , welder ,\n")
                           .Parse();
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(*entries, ElementsAre(DictionaryEntry{"lasser", {"welder"}}));
}

TEST(DictdTest, ANumberIsOnlyTakenOffWhenItNumbersASense) {
  const auto entries =
      Dictionary().Add("x", "x\n12. twelve\ne. g. example\n. dot\n3.5 mm\n").Parse();
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(entries->at(0).translations,
              ElementsAre("twelve", "e. g. example", ". dot", "3.5 mm"));
}

TEST(DictdTest, NothingIsNoEntries) {
  for (const char* index : {"", "\n", "\n\n"}) {
    const auto entries = ParseDictd(index, "", "nld.index");
    ASSERT_TRUE(entries.ok()) << entries.status();
    EXPECT_THAT(*entries, IsEmpty());
  }
}

TEST(DictdTest, WrongLinesSayWhereAndWhat) {
  EXPECT_THAT(ErrorOf("lasser", ""), StartsWith("nld.index:1: a line needs"));
  EXPECT_THAT(ErrorOf("\nlasser\tA", ""), StartsWith("nld.index:2: a line needs"));
  EXPECT_THAT(ErrorOf("lasser\t!\tA", ""), HasSubstr("not a number"));
  EXPECT_THAT(ErrorOf("lasser\tA\t", ""), HasSubstr("not a number"));
  EXPECT_THAT(ErrorOf("lasser\tAAAAAAAAAAAAAAAAA\tA", ""), HasSubstr("not a number"));
  EXPECT_THAT(ErrorOf("l\xff\tA\tA", ""), StartsWith("nld.index:1: the entry is not UTF-8"));
  EXPECT_THAT(ErrorOf("lasser\tA\tH", "las\nw\xff\xff"), HasSubstr("not UTF-8"));
}

TEST(DictdTest, AnEntryOutsideTheBodyIsRefused) {
  EXPECT_THAT(ErrorOf("lasser\tB\tA", ""), HasSubstr("outside the dictionary"));
  EXPECT_THAT(ErrorOf("lasser\tA\tB", ""), HasSubstr("outside the dictionary"));
  EXPECT_THAT(ErrorOf("lasser\t//////\t//////", "las\n"), HasSubstr("outside the dictionary"));
  EXPECT_THAT(ErrorOf("lasser\tB\tE", "las\n"), HasSubstr("outside the dictionary"));
  EXPECT_EQ(ErrorOf("lasser\tB\tD", "las\n"), "no error");
}

TEST(DictdTest, EveryTruncationGivesAnAnswerOrAnError) {
  const Dictionary dictionary =
      Dictionary().Add("lasser", "lasser /lɑsər/\nwelder\n").Add("één", "één\none, a\n");
  for (size_t i = 0; i <= dictionary.body().size(); ++i) {
    const std::string_view body = std::string_view(dictionary.body()).substr(0, i);
    EXPECT_EQ(ErrorOf(dictionary.index(), body) == "no error",
              body.size() == dictionary.body().size());
  }
  for (size_t i = 0; i <= dictionary.index().size(); ++i) {
    ErrorOf(std::string_view(dictionary.index()).substr(0, i), dictionary.body());
  }
}

TEST(DictdTest, ALongArticleIsRefused) {
  const size_t most = size_t{64} << 10;
  const std::string article = "kok\n" + std::string(most - 5, 'x') + "\n";
  ASSERT_EQ(article.size(), most);
  EXPECT_EQ(ErrorOf(StrCat("kok\tA\t", Base64(most), "\n"), article), "no error");
  EXPECT_EQ(ErrorOf(StrCat("kok\tA\t", Base64(most + 1), "\n"), article + "y"),
            "nld.index:1: the entry has 65537 bytes; at most 65536 are read");
}

}  // namespace
}  // namespace overstap::words
