#include "taxonomy/text/label_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "tests/taxonomy/text/index_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kWorkshop = R"(
  occupation a | nl! lasser | nl las operator
  occupation b | nl! operator
  occupation c | nl! loodgieter van water | en! plumber
)";

TEST(LabelTableTest, LabelsInOrderOfTheirConcepts) {
  const IndexWorld world(kWorkshop);
  const LabelTable& labels = world.labels;
  ASSERT_EQ(labels.size(), 5u);
  uint32_t next = 0;
  for (uint32_t owner = 0; owner < world.texts.size(); ++owner) {
    ASSERT_EQ(labels.Begin(owner), next);
    for (const FoldedLabel& label : world.texts[owner].labels) {
      EXPECT_EQ(&labels.label(next), label.label);
      EXPECT_EQ(labels.folded(next), label.folded);
      ++next;
    }
    ASSERT_EQ(labels.End(owner), next);
  }
  EXPECT_EQ(next, labels.size());
}

TEST(LabelTableTest, SpacesAreNoLetters) {
  const IndexWorld world(kWorkshop);
  EXPECT_EQ(LabelTable::LetterNumber("warmtepomp monteur"),
            LabelTable::LetterNumber("warmte pompmonteur"));
  EXPECT_NE(LabelTable::LetterNumber("monteur"), LabelTable::LetterNumber("montuer"));
  for (uint32_t label = 0; label < world.labels.size(); ++label) {
    const std::string_view folded = world.labels.folded(label);
    EXPECT_TRUE(world.labels.HasLetters(label, LabelTable::LetterNumber(folded)));
    EXPECT_EQ(world.labels.HasLetters(label, LabelTable::LetterNumber("lasser")),
              folded == "lasser");
  }
}

TEST(LabelTableTest, FindsTheLabelsWithAUnit) {
  const IndexWorld world(kWorkshop);
  const UnitId unit = world.model.ReadLabelWord("operator", kDutch).whole;
  std::vector<std::string> found;
  for (const uint32_t label : world.labels.LabelsWith(unit)) {
    found.emplace_back(world.labels.folded(label));
  }
  EXPECT_THAT(found, ElementsAre("las operator", "operator"));
}

TEST(LabelTableTest, TheSameTextIsAllOfBoth) {
  const IndexWorld world(kWorkshop);
  for (uint32_t label = 0; label < world.labels.size(); ++label) {
    const Question question = world.Ask(world.labels.folded(label));
    std::array<float, kMostFacets> covered{};
    const LabelScore score = world.labels.Score(question, label, covered);
    EXPECT_NEAR(score.dice, 1, 1e-5) << world.labels.folded(label);
    EXPECT_NEAR(score.text_covered, 1, 1e-5);
    EXPECT_NEAR(score.label_covered, 1, 1e-5);
    EXPECT_NEAR(score.head, 1, 1e-5);
  }
}

TEST(LabelTableTest, CoverageOfAConceptIsOnlyRaised) {
  const IndexWorld world(kWorkshop);
  const Question question = world.Ask("operator loodgieter");
  std::array<float, kMostFacets> covered{};
  covered[0] = 0.5F;
  covered[1] = 0.75F;
  world.labels.Score(question, world.labels.Begin(1), covered);
  EXPECT_EQ(covered[0], 1);
  EXPECT_EQ(covered[1], 0.75F);
}

TEST(LabelTableTest, WithoutConceptsThereIsNothing) {
  const Taxonomy taxonomy;
  const WordModel model(taxonomy, Knowledge());
  LabelReader reader(&model);
  const LabelTable labels({}, UnitStatistics(), 3, &reader);
  EXPECT_EQ(labels.size(), 0u);
  EXPECT_THAT(labels.LabelsWith(2), IsEmpty());
}

// Straight from the words of the label and the definitions in the header.
class NaiveScore {
 public:
  NaiveScore(IndexWorld* world, const Question& question, uint32_t label)
      : world_(*world), question_(question) {
    const Label& text = world_.labels.label(label);
    for (const std::string_view word : world_.reader.Words(world_.labels.folded(label))) {
      words_.push_back(world_.reader.Read(word, text.language));
    }
  }

  double TextSays() const {
    double says = 0;
    for (size_t f = 0; f < question_.facets.size(); ++f) {
      says += question_.facets[f].weight * Covered(f);
    }
    return says;
  }
  double Covered(size_t facet) const {
    float best = 0;
    for (const UnitId unit : Units()) {
      best = std::max(best, StrengthIn(question_.facets[facet], unit));
    }
    return best;
  }
  double LabelWeight() const {
    double weight = 0;
    for (const LabelWord& word : words_) weight += Weight(word);
    return weight;
  }
  double LabelSays() const {
    double says = 0;
    for (const LabelWord& word : words_) {
      double idf = 0, parts = 0;
      for (const UnitId part : word.parts) idf += world_.statistics.Idf(part);
      for (const UnitId part : word.parts) {
        if (idf > 0) parts += Best(part) * world_.statistics.Idf(part) / idf;
      }
      says += Weight(word) * std::max(Best(word.whole), parts);
    }
    return says;
  }
  double Head() const {
    const LabelWord* head = nullptr;
    float best = -1;
    for (const LabelWord& word : words_) {
      float headness = world_.statistics.Headness(word.whole);
      if (!word.parts.empty()) {
        headness = std::max(headness, world_.statistics.Headness(word.parts.back()));
      }
      if (headness <= best) continue;
      best = headness;
      head = &word;
    }
    if (head == nullptr || question_.facets.empty()) return 0;
    const Facet& asked = question_.facets[question_.head];
    const float whole = StrengthIn(asked, head->whole);
    return head->parts.empty() ? whole : std::max(whole, StrengthIn(asked, head->parts.back()));
  }
  std::set<UnitId> Units() const {
    std::set<UnitId> units;
    for (const LabelWord& word : words_) {
      units.insert(word.whole);
      units.insert(word.parts.begin(), word.parts.end());
    }
    units.erase(WordGraph::kNoUnit);
    return units;
  }

 private:
  double Weight(const LabelWord& word) const {
    return world_.statistics.WordWeight(word.whole, word.parts);
  }
  double Best(UnitId unit) const {
    float best = 0;
    for (const Facet& facet : question_.facets) best = std::max(best, StrengthIn(facet, unit));
    return best;
  }

  IndexWorld& world_;
  const Question& question_;
  std::vector<LabelWord> words_;
};

void ExpectNaive(IndexWorld* world, const Question& question, uint32_t label) {
  const NaiveScore naive(world, question, label);
  std::array<float, kMostFacets> covered{};
  const LabelScore score = world->labels.Score(question, label, covered);
  const double label_weight = naive.LabelWeight();
  ASSERT_NEAR(world->labels.Weight(label), label_weight, 1e-4);
  const double weight = question.weight + label_weight;
  for (size_t f = 0; f < question.facets.size(); ++f) {
    ASSERT_FLOAT_EQ(covered[f], static_cast<float>(naive.Covered(f)));
  }
  if (weight > 0) {
    ASSERT_NEAR(score.dice, (naive.TextSays() + naive.LabelSays()) / weight, 1e-4);
  }
  if (question.weight > 0) {
    ASSERT_NEAR(score.text_covered, naive.TextSays() / question.weight, 1e-4);
  }
  if (label_weight > 0) {
    ASSERT_NEAR(score.label_covered, naive.LabelSays() / label_weight, 1e-4);
  }
  ASSERT_NEAR(score.head, naive.Head(), 1e-6) << world->labels.folded(label);
  for (const UnitId unit : naive.Units()) {
    const auto with = world->labels.LabelsWith(unit);
    ASSERT_TRUE(std::is_sorted(with.begin(), with.end()));
    ASSERT_EQ(std::count(with.begin(), with.end(), label), 1);
  }
}

TEST(LabelTableTest, ScoresAsTheDefinitionDoes) {
  for (uint32_t seed = 0; seed < 15; ++seed) {
    RandomText random(seed);
    const std::string text = random.Taxonomy(30, 5);
    IndexWorld world(text, WithLexicon(random.Lexicon(10)));
    for (int i = 0; i < 10; ++i) {
      const Question question = world.Ask(random.Words(1, 4));
      for (uint32_t label = 0; label < world.labels.size(); ++label) {
        ExpectNaive(&world, question, label);
      }
    }
  }
}

}  // namespace
}  // namespace overstap::text
