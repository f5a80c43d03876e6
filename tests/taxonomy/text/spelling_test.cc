#include "taxonomy/text/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Spelling Words(const std::vector<std::string>& words) {
  Spelling spelling;
  for (const std::string& word : words) spelling.Add(word);
  spelling.Finish();
  return spelling;
}

std::vector<std::string> Found(const Spelling& spelling, std::string_view word,
                               size_t limit = 100) {
  std::vector<std::string> found;
  for (const Spelling::Near& near : spelling.Find(word, limit)) found.emplace_back(near.word);
  return found;
}

TEST(EditDistanceTest, CountsChanges) {
  EXPECT_EQ(EditDistance("", ""), 0);
  EXPECT_EQ(EditDistance("lasser", "lasser"), 0);
  EXPECT_EQ(EditDistance("", "las"), 3);
  EXPECT_EQ(EditDistance("las", ""), 3);
  EXPECT_EQ(EditDistance("lasser", "laser"), 1);
  EXPECT_EQ(EditDistance("lasser", "lassder"), 1);
  EXPECT_EQ(EditDistance("lasser", "losser"), 1);
  EXPECT_EQ(EditDistance("lasser", "alsser"), 1);
  EXPECT_EQ(EditDistance("ca", "abc"), 3);  // optimal string alignment, not Damerau's distance
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3);
}

TEST(EditDistanceTest, IsTheSameBothWays) {
  for (const char* a : {"", "a", "ab", "ba", "abc", "acb"}) {
    for (const char* b : {"", "b", "ba", "cab", "bca"}) {
      EXPECT_EQ(EditDistance(a, b), EditDistance(b, a)) << a << " " << b;
    }
  }
}

TEST(SpellingTest, FindsEachKindOfChange) {
  const Spelling spelling = Words({"elektromonteur", "loodgieter", "bakker"});
  EXPECT_THAT(Found(spelling, "electromonteur"), ElementsAre("elektromonteur"));
  EXPECT_THAT(Found(spelling, "elektromontuer"), ElementsAre("elektromonteur"));
  EXPECT_THAT(Found(spelling, "loodgiter"), ElementsAre("loodgieter"));
  EXPECT_THAT(Found(spelling, "loodgietter"), ElementsAre("loodgieter"));
  EXPECT_THAT(Found(spelling, "baker"), ElementsAre("bakker"));
  EXPECT_THAT(Found(spelling, "slager"), IsEmpty());
}

TEST(SpellingTest, OneChangeInShortWordsTwoInLong) {
  // A letter moved: one dropped from each makes them equal, two changes.
  EXPECT_EQ(EditDistance("bakker", "akkebr"), 2);
  EXPECT_THAT(Found(Words({"bakker"}), "akkebr"), IsEmpty());
  EXPECT_EQ(EditDistance("loodgieter", "oodgieltr"), 3);
  EXPECT_THAT(Found(Words({"loodgieter"}), "odgieteor"), IsEmpty());
  EXPECT_THAT(Found(Words({"loodgieter"}), "oodgietelr"), ElementsAre("loodgieter"));
  // Two letters dropped from one of them are too many.
  EXPECT_THAT(Found(Words({"loodgieter"}), "lodgiter"), IsEmpty());
}

TEST(SpellingTest, FewestChangesFirstThenTheWordAtMostTheLimit) {
  const Spelling spelling =
      Words({"tmetselaa", "metselaas", "metselaar", "etselaats", "metselaar"});
  const auto near = spelling.Find("metselaat", 10);
  ASSERT_EQ(near.size(), 4u);
  EXPECT_EQ(near[0].word, "metselaar");
  EXPECT_EQ(near[0].changes, 1);
  EXPECT_EQ(near[1].word, "metselaas");
  EXPECT_EQ(near[1].changes, 1);
  EXPECT_EQ(near[2].word, "etselaats");
  EXPECT_EQ(near[2].changes, 2);
  EXPECT_EQ(near[3].word, "tmetselaa");
  EXPECT_THAT(Found(spelling, "metselaat", 1), ElementsAre("metselaar"));
  EXPECT_THAT(Found(spelling, "metselaat", 0), IsEmpty());
}

TEST(SpellingTest, TheWordItselfIsNotNearIt) {
  EXPECT_THAT(Found(Words({"bakker", "bakkers"}), "bakker"), ElementsAre("bakkers"));
}

TEST(SpellingTest, WordsTooShortOrTooLongHaveNoNeighbours) {
  EXPECT_THAT(Found(Words({"kokk", "kok"}), "kook"), IsEmpty());
  EXPECT_THAT(Found(Words({"kok"}), ""), IsEmpty());
  const std::string longest(Spelling::kLongestWord, 'a');
  EXPECT_THAT(Found(Words({longest}), longest.substr(1)), ElementsAre(longest));
  EXPECT_THAT(Found(Words({longest + "a"}), longest), IsEmpty());
  EXPECT_THAT(Found(Words({longest}), longest + "a"), IsEmpty());
  EXPECT_THAT(Found(Words({longest}), std::string(1 << 20, 'a')), IsEmpty());
  EXPECT_THAT(Found(Words({}), "lasser"), IsEmpty());
}

// The contract word for word: what a word is when at most one letter is dropped from it.
std::set<std::string> LessOne(const std::string& word) {
  std::set<std::string> forms = {word};
  for (size_t i = 0; i < word.size(); ++i) {
    forms.insert(word.substr(0, i) + word.substr(i + 1));
  }
  return forms;
}

bool MeetWhenOneIsDropped(const std::string& a, const std::string& b) {
  const std::set<std::string> forms = LessOne(a);
  const std::set<std::string> others = LessOne(b);
  return std::any_of(forms.begin(), forms.end(),
                     [&](const std::string& form) { return others.contains(form); });
}

TEST(SpellingTest, FindsExactlyWhatTheContractSays) {
  int one = 0;
  int two = 0;
  for (uint32_t seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    const auto word = [&random](size_t shortest, size_t longest) {
      std::string letters(shortest + random() % (longest - shortest + 1), ' ');
      for (char& c : letters) c = static_cast<char>('a' + random() % 2);
      return letters;
    };
    std::set<std::string> known;
    for (int i = 0; i < 100; ++i) known.insert(word(4, 12));
    const Spelling spelling = Words({known.begin(), known.end()});
    for (int i = 0; i < 50; ++i) {
      const std::string asked = word(3, 12);
      std::vector<std::pair<int, std::string>> expected;
      const int most = asked.size() >= Spelling::kShortestForTwo ? 2 : 1;
      for (const std::string& other : known) {
        const int changes = EditDistance(asked, other);
        if (asked.size() < Spelling::kShortestWord || changes == 0 || changes > most) continue;
        const bool meet = MeetWhenOneIsDropped(asked, other);
        // Every single change is found.
        ASSERT_TRUE(changes > 1 || meet) << asked << " " << other;
        if (meet) expected.emplace_back(changes, other);
      }
      std::sort(expected.begin(), expected.end());
      std::vector<std::pair<int, std::string>> found;
      for (const Spelling::Near& near : spelling.Find(asked, 1000)) {
        found.emplace_back(near.changes, near.word);
        ++(near.changes == 1 ? one : two);
      }
      ASSERT_EQ(found, expected) << asked;
    }
  }
  EXPECT_GT(one, 500);
  EXPECT_GT(two, 200);
}

}  // namespace
}  // namespace overstap::text
