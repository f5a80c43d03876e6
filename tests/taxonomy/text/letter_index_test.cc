#include "taxonomy/text/letter_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Labels {
 public:
  explicit Labels(std::vector<std::string> labels)
      : labels_(std::move(labels)), views_(labels_.begin(), labels_.end()), index_(views_) {}

  std::vector<float> Ask(std::string_view text) const {
    std::vector<float> scores = {7};  // what was there before does not count
    std::vector<uint32_t> alike = {0};
    for (const std::string_view asked : {std::string_view("an earlier text"), text}) {
      index_.Score(asked, &scores, &alike);
    }
    std::sort(alike.begin(), alike.end());
    std::vector<uint32_t> above;
    for (uint32_t i = 0; i < scores.size(); ++i) {
      if (scores[i] > 0) above.push_back(i);
    }
    EXPECT_EQ(alike, above) << text;
    return scores;
  }

  // The labels that have anything in common with the text.
  std::vector<size_t> Like(std::string_view text) const {
    const std::vector<float> scores = Ask(text);
    std::vector<size_t> like;
    for (size_t i = 0; i < scores.size(); ++i) {
      if (scores[i] > 0) like.push_back(i);
    }
    return like;
  }

 private:
  std::vector<std::string> labels_;
  std::vector<std::string_view> views_;
  LetterIndex index_;
};

// Characters, not bytes.
std::vector<std::string> Characters(const std::string& text) {
  std::vector<std::string> characters;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) characters.emplace_back();
    characters.back().push_back(c);
  }
  return characters;
}

std::map<std::string, double> Grams(const std::string& text) {
  const std::vector<std::string> characters = Characters(" " + text + " ");
  std::map<std::string, double> grams;
  for (size_t length = 3; length <= 5; ++length) {
    for (size_t i = 0; i + length <= characters.size(); ++i) {
      std::string gram;
      for (size_t k = i; k < i + length; ++k) gram += characters[k];
      grams[gram] += 1;
    }
  }
  return grams;
}

// Cosine of tf-idf vectors in the obvious way.
class Oracle {
 public:
  explicit Oracle(const std::vector<std::string>& labels) {
    for (const std::string& label : labels) {
      labels_.push_back(Grams(label));
      for (const auto& [gram, count] : labels_.back()) frequency_[gram] += 1;
    }
  }

  double Cosine(const std::string& text, size_t label) const {
    const auto a = Grams(text);
    const auto& b = labels_[label];
    double dot = 0;
    for (const auto& [gram, count] : a) {
      const auto found = b.find(gram);
      if (found != b.end()) dot += count * found->second * Idf(gram) * Idf(gram);
    }
    return dot > 0 ? dot / Norm(a) / Norm(b) : 0;
  }

 private:
  double Idf(const std::string& gram) const {
    const auto found = frequency_.find(gram);
    const double frequency = found == frequency_.end() ? 0 : found->second;
    const auto total = static_cast<double>(labels_.size());
    if (labels_.size() > LetterIndex::kFewLabels &&
        frequency > std::max(LetterIndex::kMostShare * total,
                             static_cast<double>(LetterIndex::kFewLabels))) {
      return 0;
    }
    return std::log((1 + total) / (1 + frequency)) + 1;
  }

  // A gram of the text that no label has counts for each time it is there.
  double Norm(const std::map<std::string, double>& grams) const {
    double sum = 0;
    for (const auto& [gram, count] : grams) {
      const double times = frequency_.contains(gram) ? count * count : count;
      sum += times * Idf(gram) * Idf(gram);
    }
    return std::sqrt(sum);
  }

  std::vector<std::map<std::string, double>> labels_;
  std::map<std::string, double> frequency_;
};

TEST(LetterIndexTest, TheSameLabelHasCosineOne) {
  const Labels labels({"lasser", "loodgieten", "é", "c"});
  for (const auto& [text, label] : std::vector<std::pair<std::string, size_t>>{
           {"lasser", 0}, {"loodgieten", 1}, {"é", 2}, {"c", 3}}) {
    EXPECT_NEAR(labels.Ask(text)[label], 1, 1e-5) << text;
    EXPECT_THAT(labels.Like(text), ElementsAre(label)) << text;
  }
}

TEST(LetterIndexTest, FindsWhatHasAGramAndNothingElse) {
  const Labels labels({"lasser", "glas", "loodgieten"});
  EXPECT_THAT(labels.Like("las"), ElementsAre(0, 1));
  EXPECT_THAT(labels.Like("xyz"), IsEmpty());
  EXPECT_THAT(labels.Ask(""), ElementsAre(0, 0, 0));
}

TEST(LetterIndexTest, NoLabelsNoAnswer) {
  EXPECT_THAT(Labels({}).Ask("lasser"), IsEmpty());
  EXPECT_THAT(Labels({""}).Ask("lasser"), ElementsAre(0));
}

TEST(LetterIndexTest, ScoresAreCosines) {
  double least = 1;
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomText random(seed);
    std::vector<std::string> texts;
    for (int i = 0; i < 60; ++i) texts.push_back(random.Words(1, 3));
    texts.push_back("café één");
    const Labels labels(texts);
    const Oracle oracle(texts);
    for (int i = 0; i < 20; ++i) {
      const std::string text = StrCat(random.Words(1, 3), i % 3 == 0   ? " xqxqxq"
                                                          : i % 3 == 1 ? " één"
                                                                       : "");
      const std::vector<float> scores = labels.Ask(text);
      ASSERT_EQ(scores.size(), texts.size());
      for (size_t label = 0; label < texts.size(); ++label) {
        const double expected = oracle.Cosine(text, label);
        ASSERT_NEAR(scores[label], expected, 1e-4) << text << " / " << texts[label];
        ASSERT_EQ(scores[label] > 0, expected > 0);
        if (expected > 0) least = std::min(least, expected);
      }
    }
  }
  EXPECT_LT(least, 0.1);
}

TEST(LetterIndexTest, GramsOfVeryManyLabelsAreLeftOut) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < LetterIndex::kFewLabels; ++i) texts.push_back(StrCat("werker ", i));
  EXPECT_EQ(Labels(texts).Like("werker").size(), LetterIndex::kFewLabels);
  for (size_t i = 0; i < 500; ++i) texts.push_back(StrCat("werker x", i));
  texts.emplace_back("lasser");
  const Labels labels(texts);
  EXPECT_THAT(labels.Like("werker"), IsEmpty());
  EXPECT_NEAR(labels.Ask("lasser").back(), 1, 1e-5);
  EXPECT_NEAR(labels.Ask("werker 77")[77], Oracle(texts).Cosine("werker 77", 77), 1e-4);
}

TEST(LetterIndexTest, LongTextsAreCutBetweenCharacters) {
  const Labels labels({"lasser", "één"});
  const std::string filler(LetterIndex::kMaxQueryBytes, 'x');
  EXPECT_THAT(labels.Like(filler + "lasser"), IsEmpty());
  EXPECT_THAT(labels.Like("lasser " + filler + filler), ElementsAre(0));
  const std::string cut = filler.substr(0, LetterIndex::kMaxQueryBytes - 1) + "é";
  EXPECT_EQ(labels.Ask(cut), labels.Ask(filler.substr(1)));
  EXPECT_THAT(labels.Like(std::string(1 << 20, 'x')), IsEmpty());
}

}  // namespace
}  // namespace overstap::text
