#include "taxonomy/text/passage_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "taxonomy/normalise.h"
#include "tests/taxonomy/text/index_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;

// "metaal" is known, because it is a label; it stands in the description of a.
constexpr std::string_view kWorkshop = R"(
  occupation a | nl! lasser | nl: Verbindt metaal. | metaal
  occupation b | nl! kok
  occupation c | nl! bakker | nl: Bakt brood.
  skill metaal | nl! metaal bewerken
  skill brood  | nl! brood
)";

TEST(PassageTableTest, DescriptionsAndRelativesSayWhatTheQuestionAsks) {
  const IndexWorld world(kWorkshop);
  std::vector<float> covered = {7, 7};
  world.passages.Covered(world.Ask("metaal"), &covered);
  ASSERT_EQ(covered.size(), 3u);
  EXPECT_GT(covered[0], 0);
  EXPECT_LE(covered[0], 1);
  EXPECT_EQ(covered[1], 0);
  EXPECT_EQ(covered[2], 0);
  world.passages.Covered(world.Ask("onbekend"), &covered);
  EXPECT_THAT(covered, ElementsAre(0, 0, 0));
}

TEST(PassageTableTest, AQuestionThatWeighsNothingIsNotCovered) {
  // A word that every concept has in a label says nothing: its weight is 0.
  const IndexWorld world("occupation a | nl! lasser | nl: lasser van metaal");
  const Question question = world.Ask("lasser");
  ASSERT_EQ(question.weight, 0);
  std::vector<float> covered;
  world.passages.Covered(question, &covered);
  EXPECT_THAT(covered, ElementsAre(0));
}

TEST(PassageTableTest, WordsOfVeryManyPassagesAreLeftOut) {
  const auto covered = [](size_t concepts, size_t with) {
    std::string text = "skill metaal | nl! metaal\nskill brood | nl! brood\n";
    for (size_t i = 0; i < concepts; ++i) {
      StrAppend(&text, "occupation o", i, " | nl! beroep", i, i < with ? " | metaal" : "", "\n");
    }
    const IndexWorld world(text);
    std::vector<float> answer;
    world.passages.Covered(world.Ask("metaal"), &answer);
    return std::count_if(answer.begin(), answer.end(), [](float value) { return value > 0; });
  };
  constexpr size_t kFew = PassageTable::kFewConcepts;
  EXPECT_EQ(covered(kFew, kFew), static_cast<std::ptrdiff_t>(kFew));
  EXPECT_EQ(covered(kFew + 20, kFew + 1), 0);
  const size_t most = static_cast<size_t>(PassageTable::kMostShare * 2000);
  ASSERT_GT(most, kFew);
  EXPECT_EQ(covered(2000, most), static_cast<std::ptrdiff_t>(most));
  EXPECT_EQ(covered(2000, most + 1), 0);
}

// Per facet the best product of strength and weight, by looking at every word of every passage.
float Naive(IndexWorld* world, const Question& question, uint32_t owner) {
  double sum = 0;
  for (const Facet& facet : question.facets) {
    float best = 0;
    for (const Passage& passage : world->texts[owner].passages) {
      const std::string folded = FoldLabel(passage.text);
      for (const std::string_view word : world->reader.Words(folded)) {
        const LabelWord& read = world->reader.Read(word, passage.language);
        std::vector<UnitId> units = read.parts;
        units.push_back(read.whole);
        for (const UnitId unit : units) {
          const float strength = StrengthIn(facet, unit);
          if (strength >= PassageTable::kFloor) best = std::max(best, strength * passage.weight);
        }
      }
    }
    sum += facet.weight * best;
  }
  return question.weight > 0 ? static_cast<float>(sum / question.weight) : 0;
}

TEST(PassageTableTest, CoversAsTheDefinitionDoes) {
  int some = 0;
  for (uint32_t seed = 0; seed < 15; ++seed) {
    RandomText random(seed);
    const std::string text = random.Taxonomy(30, 10);
    IndexWorld world(text, WithLexicon(random.Lexicon(10)));
    std::vector<float> covered;
    for (int i = 0; i < 10; ++i) {
      const Question question = world.Ask(random.Words(1, 4));
      world.passages.Covered(question, &covered);
      for (uint32_t owner = 0; owner < world.texts.size(); ++owner) {
        ASSERT_NEAR(covered[owner], Naive(&world, question, owner), 1e-4);
        some += covered[owner] > 0 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(some, 500);
}

}  // namespace
}  // namespace overstap::text
