#include "taxonomy/words/compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace overstap::words {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr double kNone = -std::numeric_limits<double>::infinity();

CompoundSplitter Splitter(const std::vector<std::pair<std::string, double>>& words) {
  CompoundSplitter splitter;
  for (const auto& [word, count] : words) splitter.Add(word, count);
  return splitter;
}

TEST(CompoundSplitterTest, TakesWordsApart) {
  const auto splitter = Splitter({{"las", 5},
                                  {"robot", 3},
                                  {"operator", 9},
                                  {"station", 1},
                                  {"chef", 1},
                                  {"warmtepomp", 1},
                                  {"warmte", 2},
                                  {"pomp", 2},
                                  {"monteur", 9},
                                  {"personeel", 1},
                                  {"zaak", 2},
                                  {"verpleeg", 1},
                                  {"hulp", 1},
                                  {"boek", 1},
                                  {"winkel", 1}});
  EXPECT_THAT(splitter.Split("lasrobotoperator"), ElementsAre("las", "robot", "operator"));
  EXPECT_THAT(splitter.Split("stationschef"), ElementsAre("station", "chef"));
  EXPECT_THAT(splitter.Split("personeelszaken"), IsEmpty());
  EXPECT_THAT(splitter.Split("boekenwinkel"), ElementsAre("boek", "winkel"));
  EXPECT_THAT(splitter.Split("warmtepompmonteur"), ElementsAre("warmtepomp", "monteur"));
}

TEST(CompoundSplitterTest, CommonPartsWin) {
  const std::vector<std::pair<std::string, double>> words = {
      {"kwarts", 1}, {"lagen", 1}, {"kwart", 1}, {"slagen", 1}};
  CompoundSplitter splitter = Splitter(words);
  splitter.Add("kwarts", 1000);
  splitter.Add("lagen", 1000);
  EXPECT_THAT(splitter.Split("kwartslagen"), ElementsAre("kwarts", "lagen"));
  splitter = Splitter(words);
  splitter.Add("kwart", 1000);
  splitter.Add("slagen", 1000);
  EXPECT_THAT(splitter.Split("kwartslagen"), ElementsAre("kwart", "slagen"));
}

TEST(CompoundSplitterTest, AWordIsNoPartOfItself) {
  EXPECT_THAT(Splitter({{"lasser", 1}}).Split("lasser"), IsEmpty());
  EXPECT_THAT(Splitter({{"laslas", 100}, {"las", 1}}).Split("laslas"), ElementsAre("las", "las"));
}

TEST(CompoundSplitterTest, LinkingLettersStandBetweenParts) {
  const auto splitter = Splitter({{"las", 1}, {"pomp", 1}});
  for (const char* word : {"laspomp", "lasspomp", "lasenpomp", "lasepomp", "lasnpomp"}) {
    EXPECT_THAT(splitter.Split(word), ElementsAre("las", "pomp")) << word;
  }
  for (const char* word : {"slaspomp", "laspomps", "lasxpomp", "lassspomp", "enlaspomp"}) {
    EXPECT_THAT(splitter.Split(word), IsEmpty()) << word;
  }
}

TEST(CompoundSplitterTest, KnowsWordsOfThreeLettersOrMore) {
  const auto splitter = Splitter({{"ab", 9}, {"las", 1}, {"pomp", 1}});
  EXPECT_FALSE(splitter.Knows("ab"));
  EXPECT_TRUE(splitter.Knows("las"));
  EXPECT_FALSE(splitter.Knows("laspomp"));
  EXPECT_THAT(splitter.Split("abpomp"), IsEmpty());
}

TEST(CompoundSplitterTest, OnlyWordsAsLongAsACompoundCanBe) {
  const auto splitter = Splitter({{"aaa", 1}, {"aaaa", 1}});
  EXPECT_THAT(splitter.Split(""), IsEmpty());
  EXPECT_THAT(splitter.Split("aaaaa"), IsEmpty());
  EXPECT_THAT(splitter.Split("aaaaaa"), ElementsAre("aaa", "aaa"));
  EXPECT_FALSE(splitter.Split(std::string(CompoundSplitter::kLongestCompound, 'a')).empty());
  EXPECT_THAT(splitter.Split(std::string(CompoundSplitter::kLongestCompound + 1, 'a')), IsEmpty());
  EXPECT_THAT(splitter.Split(std::string(1 << 20, 'a')), IsEmpty());
  EXPECT_THAT(CompoundSplitter().Split("lasrobot"), IsEmpty());
}

// Tries every split, in the obvious way.
class Oracle {
 public:
  void Add(const std::string& word, double count) {
    if (word.size() < CompoundSplitter::kShortestPart) return;
    counts_[word] += count;
    total_ += count;
  }

  // Log likelihood of the parts, which need not be the best; minus infinity when they do not make
  // the word.
  double Likelihood(std::string_view word, const std::vector<std::string>& parts) const {
    return parts.size() < 2 ? kNone : Of(word, parts, 0);
  }

  double Best(std::string_view word, bool first = true) const {
    double best = first ? kNone : BestPart(word, false);
    for (size_t end = 1; end < word.size(); ++end) {
      const double part = BestPart(word.substr(0, end), first);
      if (part == kNone) continue;
      best = std::max(best, part + Best(word.substr(end), false));
    }
    return best;
  }

 private:
  struct Link {
    std::string_view letters;
    double cost;
  };

  double Share(const std::string& part) const {
    const auto found = counts_.find(part);
    if (found == counts_.end()) return kNone;
    return std::log(found->second / total_) - (part.size() == 3 ? 2.0 : 0.0) - 1.5;
  }

  // A part with the linking letters before it.
  double BestPart(std::string_view text, bool first) const {
    static const std::vector<Link> kLinks = {
        {"", 0}, {"s", -1}, {"en", -1.2}, {"e", -1.8}, {"n", -2.5}};
    double best = kNone;
    for (const Link& link : kLinks) {
      if (!text.starts_with(link.letters) || (first && !link.letters.empty())) continue;
      best = std::max(best, link.cost + Share(std::string(text.substr(link.letters.size()))));
    }
    return best;
  }

  double Of(std::string_view word, const std::vector<std::string>& parts, size_t next) const {
    if (next == parts.size()) return word.empty() ? 0 : kNone;
    static const std::vector<Link> kLinks = {
        {"", 0}, {"s", -1}, {"en", -1.2}, {"e", -1.8}, {"n", -2.5}};
    double best = kNone;
    for (const Link& link : kLinks) {
      if (next == 0 && !link.letters.empty()) continue;
      if (!word.starts_with(link.letters)) continue;
      const std::string_view rest = word.substr(link.letters.size());
      if (!rest.starts_with(parts[next])) continue;
      best = std::max(best, link.cost + Share(parts[next]) +
                                Of(rest.substr(parts[next].size()), parts, next + 1));
    }
    return best;
  }

  std::map<std::string, double> counts_;
  double total_ = 0;
};

class RandomWords {
 public:
  explicit RandomWords(uint32_t seed) : random_(seed) {}

  size_t Below(size_t bound) { return random_() % bound; }

  // Few letters, with those that link, so that words overlap in many ways.
  std::string Word(size_t shortest, size_t longest) {
    std::string word(shortest + Below(longest - shortest + 1), ' ');
    for (char& c : word) c = "aesn"[Below(4)];
    return word;
  }

 private:
  std::mt19937 random_;
};

TEST(CompoundSplitterTest, NoSplitIsMoreLikelyThanTheOneGiven) {
  int found = 0;
  int links = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWords random(seed);
    CompoundSplitter splitter;
    Oracle oracle;
    std::vector<std::string> words;
    for (int i = 0; i < 25; ++i) {
      words.push_back(random.Word(2, 6));
      const auto count = static_cast<double>(1 + random.Below(50));
      splitter.Add(words.back(), count);
      oracle.Add(words.back(), count);
    }
    for (int i = 0; i < 60; ++i) {
      std::string word = random.Word(4, 12);
      if (i % 2 == 0) {
        word = words[random.Below(words.size())] + (i % 4 == 0 ? "en" : "") +
               words[random.Below(words.size())];
      }
      const std::vector<std::string> parts = splitter.Split(word);
      const double best =
          word.size() < CompoundSplitter::kShortestCompound ? kNone : oracle.Best(word);
      ASSERT_EQ(parts.empty(), best == kNone) << word;
      if (parts.empty()) continue;
      ++found;
      size_t letters = 0;
      for (const std::string& part : parts) letters += part.size();
      links += letters < word.size() ? 1 : 0;
      ASSERT_NEAR(oracle.Likelihood(word, parts), best, 1e-9) << word;
    }
  }
  EXPECT_GT(found, 500);
  EXPECT_GT(links, 100);
}

}  // namespace
}  // namespace overstap::words
