#include "taxonomy/text/unit_statistics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "taxonomy/text/taxonomy_text.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

struct World {
  explicit World(std::string_view text)
      : taxonomy(TextTaxonomy(text)),
        model(taxonomy, Knowledge()),
        texts(OccupationTexts(taxonomy)),
        reader(&model),
        statistics(model.graph().size(), texts, &reader) {}

  UnitId Unit(std::string_view word) { return reader.Read(word, kDutch).whole; }

  Taxonomy taxonomy;
  WordModel model;
  std::vector<ConceptText> texts;
  LabelReader reader;
  UnitStatistics statistics;
};

float Log(double value) { return static_cast<float>(std::log(value)); }

TEST(UnitStatisticsTest, IdfCountsConceptsNotLabels) {
  World world(R"(
    occupation a | nl! lasser | nl lasser plaat | nl lasser buis
    occupation b | nl! bakker | nl kok
    occupation c | nl! slager | nl kok
  )");
  EXPECT_FLOAT_EQ(world.statistics.Idf(world.Unit("lasser")), Log(4.0 / 2));
  EXPECT_FLOAT_EQ(world.statistics.Idf(world.Unit("kok")), Log(4.0 / 3));
  EXPECT_FLOAT_EQ(world.statistics.Idf(WordGraph::kNoUnit), Log(4));
}

TEST(UnitStatisticsTest, PassagesDoNotCount) {
  World world(R"(
    occupation a | nl! lasser | nl: de bakker
    occupation b | nl! bakker
  )");
  EXPECT_FLOAT_EQ(world.statistics.Idf(world.Unit("bakker")), Log(3.0 / 2));
}

TEST(UnitStatisticsTest, WithoutConceptsNothingIsTelling) {
  const UnitStatistics statistics;
  EXPECT_EQ(statistics.Idf(WordGraph::kNoUnit), 0);
  EXPECT_EQ(statistics.Headness(WordGraph::kNoUnit), 0);
}

TEST(UnitStatisticsTest, ACompoundWeighsWhatItsPartsWeighTogether) {
  World world(R"(
    occupation a | nl! las
    occupation b | nl! lasrobot
    occupation c | nl! robot
    occupation d | nl! robotarm
    occupation e | nl! arm
    occupation f | nl! lasarm
  )");
  const UnitStatistics& statistics = world.statistics;
  const UnitId las = world.Unit("las"), robot = world.Unit("robot");
  const std::vector<UnitId> parts = {las, robot};
  const float most = UnitStatistics::kMostWeight * Log(7);
  EXPECT_FLOAT_EQ(statistics.WordWeight(las, {}), statistics.Idf(las));
  EXPECT_FLOAT_EQ(statistics.WordWeight(WordGraph::kNoUnit, parts),
                  std::min(most, statistics.Idf(las) + statistics.Idf(robot)));
  const std::vector<UnitId> unknown(3, WordGraph::kNoUnit);
  EXPECT_FLOAT_EQ(statistics.WordWeight(WordGraph::kNoUnit, unknown), most);
}

TEST(UnitStatisticsTest, ACommonCompoundWeighsNoMoreThanItself) {
  World world(R"(
    occupation a | nl! las
    occupation b | nl! robot
    occupation c | nl! lasrobot buis
    occupation d | nl! lasrobot plaat
    occupation e | nl! lasrobot pijp
    occupation f | nl! lasrobot auto
    occupation g | nl! kok
    occupation h | nl! bakker
  )");
  const UnitId whole = world.Unit("lasrobot");
  ASSERT_NE(whole, WordGraph::kNoUnit);
  const std::vector<UnitId> unknown(2, WordGraph::kNoUnit);
  EXPECT_FLOAT_EQ(world.statistics.WordWeight(whole, unknown), world.statistics.Idf(whole));
  EXPECT_LT(world.statistics.Idf(whole), UnitStatistics::kMostWeight * Log(9));
}

TEST(UnitStatisticsTest, AWordThatIsALabelByItselfIsAHead) {
  World world(R"(
    occupation a | nl! operator | nl operator lasrobot
    occupation b | nl! lasrobot van hout
    occupation c | nl! las | nl robot | nl hout operator
  )");
  const UnitStatistics& statistics = world.statistics;
  // Three places, once a label by itself; one place more in the denominator.
  EXPECT_FLOAT_EQ(statistics.Headness(world.Unit("operator")), 0.25F);
  EXPECT_EQ(statistics.Headness(world.Unit("hout")), 0);
  EXPECT_EQ(statistics.Headness(WordGraph::kNoUnit), 0);
}

TEST(UnitStatisticsTest, AgreesWithCountingByHandOnRandomTaxonomies) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    World world(RandomText(seed).Taxonomy(40, 0));
    const auto total = static_cast<double>(world.texts.size());
    for (UnitId unit = 0; unit < world.model.graph().size(); ++unit) {
      int concepts = 0;
      for (const ConceptText& text : world.texts) {
        std::set<UnitId> units;
        for (const FoldedLabel& label : text.labels) {
          for (const std::string_view word : world.reader.Words(label.folded)) {
            const LabelWord& read = world.reader.Read(word, label.label->language);
            units.insert(read.whole);
            units.insert(read.parts.begin(), read.parts.end());
          }
        }
        concepts += units.contains(unit) ? 1 : 0;
      }
      ASSERT_NEAR(world.statistics.Idf(unit), std::log((1 + total) / (1 + concepts)), 1e-5);
      ASSERT_GE(world.statistics.Headness(unit), 0);
      ASSERT_LE(world.statistics.Headness(unit), 1);
    }
  }
}

}  // namespace
}  // namespace overstap::text
