#include "taxonomy/text/question.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/strings.h"
#include "tests/taxonomy/text/index_world.h"

namespace overstap::text {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kWorkshop = R"(
  occupation a | nl! lasser | nl lasrobot operator
  occupation b | nl! operator | nl robot operator
  occupation c | nl! las | nl robot | nl buis robot
  occupation d | nl! kok | nl buis kok
)";

TEST(QuestionTest, AFacetForEachWordAndForEachPart) {
  const IndexWorld world(kWorkshop);
  EXPECT_THAT(world.Ask("operator buis").facets, SizeIs(2));
  EXPECT_THAT(world.Ask("lasrobot operator").facets, SizeIs(3));
  EXPECT_THAT(world.Ask("de operator van de buis").facets, SizeIs(2));
}

TEST(QuestionTest, WeightsAreThoseOfTheWords) {
  const IndexWorld world(kWorkshop);
  const Question question = world.Ask("operator onbekend");
  const UnitId known = world.model.ReadLabelWord("operator", kDutch).whole;
  ASSERT_THAT(question.facets, SizeIs(2));
  EXPECT_FLOAT_EQ(question.facets[0].weight, world.statistics.Idf(known));
  EXPECT_FLOAT_EQ(question.facets[1].weight, world.statistics.Idf(WordGraph::kNoUnit));
  EXPECT_THAT(question.facets[1].units, IsEmpty());
}

TEST(QuestionTest, PartsShareTheWeightOfTheirWord) {
  const IndexWorld world(kWorkshop);
  const Question question = world.Ask("lasrobot");
  const LabelWord read = world.model.ReadLabelWord("lasrobot", kDutch);
  ASSERT_THAT(read.parts, SizeIs(2));
  ASSERT_THAT(question.facets, SizeIs(2));
  EXPECT_FLOAT_EQ(question.weight, world.statistics.WordWeight(read.whole, read.parts));
  EXPECT_NEAR(question.facets[0].weight / question.facets[1].weight,
              world.statistics.Idf(read.parts[0]) / world.statistics.Idf(read.parts[1]), 1e-5);
}

TEST(QuestionTest, TheHeadIsTheWordThatNamesAKindOfWork) {
  const IndexWorld world(kWorkshop);
  EXPECT_EQ(world.Ask("buis kok").head, 1u);
  EXPECT_EQ(world.Ask("kok buis").head, 0u);
  EXPECT_EQ(world.Ask("robotkok").head, 1u);  // the last part of a compound
}

TEST(QuestionTest, TextWithoutKnownWordsHasFacetsWithoutUnits) {
  const IndexWorld world(kWorkshop);
  const Question question = world.Ask("qqqq");
  ASSERT_THAT(question.facets, SizeIs(1));
  EXPECT_THAT(question.facets[0].units, IsEmpty());
  EXPECT_GT(question.weight, 0);
}

void ExpectWhole(const Question& question, const WordGraph& graph) {
  ASSERT_LE(question.facets.size(), kMostFacets);
  ASSERT_TRUE(question.facets.empty() || question.head < question.facets.size());
  double weight = 0;
  std::set<std::tuple<UnitId, uint32_t, float>> forward, backward;
  for (uint32_t f = 0; f < question.facets.size(); ++f) {
    const Facet& facet = question.facets[f];
    ASSERT_GE(facet.weight, 0);
    weight += facet.weight;
    std::set<UnitId> units;
    for (size_t i = 0; i < facet.units.size(); ++i) {
      const WeightedUnit& entry = facet.units[i];
      ASSERT_TRUE(units.insert(entry.unit).second);
      ASSERT_TRUE(entry.strength > 0 && entry.strength <= 1);
      ASSERT_TRUE(i == 0 || facet.units[i - 1].strength >= entry.strength);
      forward.emplace(entry.unit, f, entry.strength);
    }
  }
  ASSERT_NEAR(question.weight, weight, 1e-4);
  ASSERT_TRUE(question.strengths.Of(WordGraph::kNoUnit).empty());
  for (UnitId unit = 0; unit < graph.size(); ++unit) {
    for (const FacetStrength& entry : question.strengths.Of(unit)) {
      backward.emplace(unit, entry.facet, entry.strength);
    }
  }
  ASSERT_EQ(forward, backward);
}

TEST(StrengthTableTest, FindsEachUnitAmongVeryMany) {
  // Units that share a bit: each is told from the others.
  std::vector<Facet> facets(3);
  facets[0].units = {{5, 1}, {5 + (1 << 15), 0.5F}};
  facets[2].units = {{5, 0.25F}, {5 + (1 << 16), 0.125F}};
  StrengthTable table;
  EXPECT_TRUE(table.Of(5).empty());
  table.Fill(facets);
  ASSERT_THAT(table.Of(5), SizeIs(2));
  EXPECT_EQ(table.Of(5)[0].facet, 0u);
  EXPECT_EQ(table.Of(5)[0].strength, 1);
  EXPECT_EQ(table.Of(5)[1].facet, 2u);
  ASSERT_THAT(table.Of(5 + (1 << 15)), SizeIs(1));
  EXPECT_EQ(table.Of(5 + (1 << 16))[0].strength, 0.125F);
  EXPECT_TRUE(table.Of(5 + (1 << 17)).empty());
  EXPECT_TRUE(table.Of(6).empty());
  EXPECT_TRUE(table.Of(WordGraph::kNoUnit).empty());
}

TEST(QuestionTest, HoldsTogetherForAnyText) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomText random(seed);
    const std::string text = random.Taxonomy(40, 5);
    const IndexWorld world(text, WithLexicon(random.Lexicon(15)));
    for (int i = 0; i < 30; ++i) ExpectWhole(world.Ask(random.Words(1, 6)), world.model.graph());
  }
}

TEST(QuestionTest, VeryLongTextHasSoManyFacetsAtMost) {
  const IndexWorld world(kWorkshop);
  std::string text;
  for (int i = 0; i < 1000; ++i) StrAppend(&text, "lasrobotoperator ");
  const Question question = world.Ask(text);
  EXPECT_EQ(question.facets.size(), kMostFacets);
  ExpectWhole(question, world.model.graph());
  ExpectWhole(world.Ask(std::string(10000, 'x')), world.model.graph());
}

}  // namespace
}  // namespace overstap::text
