#include "taxonomy/words/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/strings.h"
#include "base/text_encoding.h"

namespace overstap::words {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string ErrorOf(std::string_view text) {
  const auto entries = ParseLexicon(text, "words.tsv");
  if (entries.ok()) return "no error";
  EXPECT_EQ(entries.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(IsValidUtf8(FromAbsl(entries.status().message())));
  return std::string(FromAbsl(entries.status().message()));
}

TEST(LexiconTest, NamesOfRelationsGoBothWays) {
  for (const Relation relation :
       {Relation::kSame, Relation::kKind, Relation::kRelated, Relation::kEnglish}) {
    EXPECT_EQ(ParseRelation(RelationName(relation)), relation);
  }
  EXPECT_EQ(RelationName(Relation::kSame), "same");
  EXPECT_EQ(ParseRelation("Same"), std::nullopt);
  EXPECT_EQ(ParseRelation(""), std::nullopt);
}

TEST(LexiconTest, EveryLineIsAnEntry) {
  const auto entries = ParseLexicon(
      "# words\n"
      "same\tdocent\tleraar\tleerkracht\n"
      "\n"
      "kind\tvis\tharing\r\n"
      "related\tgraf\tuitvaart\n"
      "english\tto drain\triool",
      "words.tsv");
  ASSERT_TRUE(entries.ok()) << entries.status();
  EXPECT_THAT(*entries,
              ElementsAre(LexiconEntry{Relation::kSame, "docent", {"leraar", "leerkracht"}},
                          LexiconEntry{Relation::kKind, "vis", {"haring"}},
                          LexiconEntry{Relation::kRelated, "graf", {"uitvaart"}},
                          LexiconEntry{Relation::kEnglish, "to drain", {"riool"}}));
}

TEST(LexiconTest, NothingIsNoEntries) {
  for (const char* text : {"", "\n", "\n\n", "# only a comment", "\r\n"}) {
    const auto entries = ParseLexicon(text, "words.tsv");
    ASSERT_TRUE(entries.ok()) << entries.status();
    EXPECT_TRUE(entries->empty());
  }
}

TEST(LexiconTest, WrongLinesSayWhereAndWhat) {
  EXPECT_THAT(ErrorOf("same\tdocent\tleraar\nsam\ta\tb"), StartsWith("words.tsv:2: 'sam'"));
  EXPECT_THAT(ErrorOf("same"), StartsWith("words.tsv:1: a line needs"));
  EXPECT_THAT(ErrorOf("#\n\nsame\tdocent"), StartsWith("words.tsv:3: a line needs"));
  EXPECT_THAT(ErrorOf("same docent leraar"), StartsWith("words.tsv:1: a line needs"));
  EXPECT_THAT(ErrorOf("same\t\tleraar"), HasSubstr("the word is empty"));
  EXPECT_THAT(ErrorOf("same\tdocent\t"), HasSubstr("other words is empty"));
  EXPECT_THAT(ErrorOf("same\tdocent\tleraar\t\tjuf"), HasSubstr("other words is empty"));
  EXPECT_THAT(ErrorOf("same\tdocent\tl\xffraar"), StartsWith("words.tsv:1: this is not UTF-8"));
  EXPECT_THAT(ErrorOf("\xff\tdocent\tleraar"), HasSubstr("UTF-8"));
}

TEST(LexiconTest, AHugeLineAndAHugeFileAreRead) {
  std::string line = "same\tdocent";
  for (int i = 0; i < 100000; ++i) StrAppend(&line, "\tw", i);
  const auto wide = ParseLexicon(line, "words.tsv");
  ASSERT_TRUE(wide.ok()) << wide.status();
  EXPECT_EQ(wide->at(0).others.size(), 100000u);
  std::string lines;
  for (int i = 0; i < 100000; ++i) StrAppend(&lines, "same\ta", i, "\tb\n");
  const auto high = ParseLexicon(lines, "words.tsv");
  ASSERT_TRUE(high.ok()) << high.status();
  EXPECT_EQ(high->size(), 100000u);
}

// The lists that the program carries with it.
class LexiconFilesTest : public ::testing::Test {
 protected:
  static std::vector<std::filesystem::path> Files() {
    const auto folder = std::filesystem::path(OVERSTAP_SOURCE_DIR) / "data" / "lexicon";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
  }

  static std::string TextOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
  }
};

TEST_F(LexiconFilesTest, AllCanBeReadAndSayWhatTheyHold) {
  ASSERT_GE(Files().size(), 4u);
  for (const auto& file : Files()) {
    const std::string text = TextOf(file);
    EXPECT_THAT(text, StartsWith("# ")) << file;
    EXPECT_EQ(text.back(), '\n') << file;
    const auto entries = ParseLexicon(text, file.filename().string());
    ASSERT_TRUE(entries.ok()) << entries.status();
    EXPECT_GT(entries->size(), 100u) << file;
  }
}

TEST_F(LexiconFilesTest, NoLineIsThereTwice) {
  for (const auto& file : Files()) {
    std::set<std::string> seen;
    std::istringstream lines(TextOf(file));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_TRUE(line.empty() || seen.insert(line).second) << file << ": " << line;
    }
  }
}

}  // namespace
}  // namespace overstap::words
