#include "taxonomy/text/word_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class WordModelTest : public ::testing::Test {
 protected:
  // How strongly the first word of a question stands for a word of a label; 0: not at all.
  static float Strength(const WordModel& model, std::string_view question, std::string_view word,
                        Language language = kDutch) {
    const UnitId unit = model.ReadLabelWord(word, language).whole;
    EXPECT_NE(unit, WordGraph::kNoUnit) << word;
    const QueryWord first = model.ReadQuery(question).at(0);
    for (const WeightedUnit& entry : first.whole) {
      if (entry.unit == unit) return entry.strength;
    }
    return 0;
  }

  const Taxonomy taxonomy_ = TextTaxonomy(R"(
    occupation a | nl! lasrobotoperator | nl las | nl robot | nl operator | en! welders
    occupation b | nl! lasser | nl lassen | nl verkoper | nl monteur
    occupation c | nl! docent | nl leraar | nl brandweerman | nl elektromonteur
  )");
  const WordModel model_{taxonomy_, Knowledge()};
};

TEST_F(WordModelTest, InflectedAndFeminineFormsAreOneWord) {
  const auto whole = [&](std::string_view word) {
    return model_.ReadLabelWord(word, kDutch).whole;
  };
  ASSERT_NE(whole("lasser"), WordGraph::kNoUnit);
  EXPECT_EQ(whole("lassers"), whole("lasser"));
  EXPECT_EQ(whole("lasster"), WordGraph::kNoUnit);  // "laster" has no man in this taxonomy
  EXPECT_EQ(whole("verkoopster"), WordGraph::kNoUnit);
  EXPECT_EQ(whole("verkopster"), whole("verkoper"));
  EXPECT_EQ(whole("brandweervrouw"), whole("brandweerman"));
  EXPECT_EQ(whole("onbekend"), WordGraph::kNoUnit);
  EXPECT_EQ(model_.ReadLabelWord("welder", kEnglish).whole,
            model_.ReadLabelWord("welders", kEnglish).whole);
}

TEST_F(WordModelTest, DutchCompoundsHaveParts) {
  const LabelWord read = model_.ReadLabelWord("lasrobotoperator", kDutch);
  ASSERT_THAT(read.parts, SizeIs(3));
  EXPECT_EQ(read.parts[0], model_.ReadLabelWord("las", kDutch).whole);
  EXPECT_EQ(read.parts[1], model_.ReadLabelWord("robot", kDutch).whole);
  EXPECT_EQ(read.parts[2], model_.ReadLabelWord("operator", kDutch).whole);
  EXPECT_THAT(model_.ReadLabelWord("lasrobotoperator", kEnglish).parts, IsEmpty());
  EXPECT_THAT(model_.ReadLabelWord("robot", kDutch).parts, IsEmpty());
}

TEST_F(WordModelTest, AQuestionStandsFirstForItself) {
  for (const char* word : {"lasser", "lassers", "welder", "robot"}) {
    const auto query = model_.ReadQuery(word);
    ASSERT_THAT(query, SizeIs(1));
    EXPECT_EQ(query[0].word, word);
    ASSERT_FALSE(query[0].whole.empty()) << word;
    EXPECT_EQ(query[0].whole[0].strength, 1) << word;
  }
  EXPECT_EQ(Strength(model_, "lasser", "lasser"), 1);
}

TEST_F(WordModelTest, ACompoundIsReadPartByPart) {
  const auto query = model_.ReadQuery("lasrobot");
  ASSERT_THAT(query, SizeIs(1));
  ASSERT_THAT(query[0].parts, SizeIs(2));
  EXPECT_EQ(query[0].parts[0].at(0).unit, model_.ReadLabelWord("las", kDutch).whole);
  EXPECT_EQ(query[0].parts[1].at(0).unit, model_.ReadLabelWord("robot", kDutch).whole);
}

TEST_F(WordModelTest, NoiseIsNoWordOfTheQuestion) {
  const auto query = model_.ReadQuery("ervaren lasser m v 36u regio utrecht");
  ASSERT_THAT(query, SizeIs(1));
  EXPECT_EQ(query[0].word, "lasser");
  EXPECT_THAT(model_.ReadQuery(""), IsEmpty());
}

TEST_F(WordModelTest, AVerbStandsForItsDoerButLess) {
  const float doer = Strength(model_, "lassen", "lasser");
  EXPECT_GT(doer, 0.3F);
  EXPECT_LT(doer, 1);
}

TEST_F(WordModelTest, SpellingIsMendedAndCountsLess) {
  const float one = Strength(model_, "brandwerman", "brandweerman");
  EXPECT_GT(one, 0.5F);
  EXPECT_LT(one, 1);
  EXPECT_THAT(model_.ReadQuery("qqqqqqqq").at(0).whole, IsEmpty());
}

TEST_F(WordModelTest, TheLexiconLinksWords) {
  const WordModel model(taxonomy_, WithLexicon("same\tdocent\tleraar\n"
                                               "kind\tmonteur\telektromonteur\n"
                                               "related\tlasser\trobot\n"
                                               "english\twelder\tlasser\toperator\n"));
  EXPECT_GT(Strength(model, "docent", "leraar"), 0.5F);
  EXPECT_EQ(Strength(model, "docent", "leraar"), Strength(model, "leraar", "docent"));
  EXPECT_EQ(Strength(model_, "docent", "leraar"), 0);
  // A kind says more of what it is a kind of than the other way round.
  EXPECT_GT(Strength(model, "elektromonteur", "monteur"),
            Strength(model, "monteur", "elektromonteur"));
  EXPECT_GT(Strength(model, "monteur", "elektromonteur"), 0);
  EXPECT_LT(Strength(model, "lasser", "robot"), Strength(model, "docent", "leraar"));
  // The best Dutch word for an English one comes first.
  EXPECT_GT(Strength(model, "welder", "lasser"), Strength(model, "welder", "operator"));
  EXPECT_GT(Strength(model, "welder", "operator"), 0);
  EXPECT_GT(Strength(model, "lasser", "welder", kEnglish), 0.5F);
}

TEST_F(WordModelTest, TheDictionaryLeadsToEnglish) {
  Knowledge knowledge;
  knowledge.dictionary = {{"aaneensmeder", {"welder", "smith"}}};
  const WordModel model(taxonomy_, knowledge);
  EXPECT_GT(Strength(model, "aaneensmeder", "welders", kEnglish), 0.5F);
  EXPECT_LT(Strength(model, "aaneensmeder", "welders", kEnglish), 1);
}

TEST_F(WordModelTest, WordsThatAreOneInTheLexiconAreReadTogether) {
  const WordModel model(taxonomy_, WithLexicon("same\tvoor de klas\tdocent\n"
                                               "same\theftruck chauffeur rijder\tmonteur\n"));
  const UnitId docent = model.ReadLabelWord("docent", kDutch).whole;
  const UnitId monteur = model.ReadLabelWord("monteur", kDutch).whole;
  const auto stands_for = [](const QueryWord& word, UnitId unit) {
    return std::any_of(word.whole.begin(), word.whole.end(),
                       [unit](const WeightedUnit& entry) { return entry.unit == unit; });
  };
  EXPECT_TRUE(stands_for(model.ReadQuery("klas").at(0), docent));
  for (const QueryWord& word : model.ReadQuery("heftruck chauffeur rijder")) {
    EXPECT_TRUE(stands_for(word, monteur)) << word.word;
  }
  EXPECT_FALSE(stands_for(model.ReadQuery("heftruck").at(0), monteur));
}

TEST_F(WordModelTest, LabelsOfOneConceptTeachWhatWordsMean) {
  std::string text;
  const std::vector<std::string> things = {"hout", "metaal", "glas", "steen", "leer"};
  for (const std::string& thing : things) {
    StrAppend(&text, "occupation o", thing, " | nl! ", thing, "bewerker | nl ", thing,
              " snijden | en! ", thing, "x cutter\n");
  }
  const Taxonomy taxonomy = TextTaxonomy(text);
  const WordModel model(taxonomy, Knowledge());
  EXPECT_GT(Strength(model, "snijden", "cutter", kEnglish), 0.3F);
  EXPECT_EQ(Strength(model, "snijden", "houtx", kEnglish), 0);
}

TEST_F(WordModelTest, HostileQuestionsAreReadInBounds) {
  const std::string letters(10000, 'a');
  EXPECT_THAT(model_.ReadQuery(letters), SizeIs(1));
  std::string many;
  for (int i = 0; i < 5000; ++i) StrAppend(&many, "lasrobotoperator ");
  const auto query = model_.ReadQuery(many);
  EXPECT_LE(query.size(), 40u);
  for (const QueryWord& word : query) EXPECT_LE(word.whole.size(), 1000u);
  EXPECT_THAT(model_.ReadQuery("\xff\xfe"), SizeIs(1));
}

TEST(WordModelRandomTest, UnitsAreKnownAndStrengthsAreShares) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomText random(seed);
    const Taxonomy taxonomy = TextTaxonomy(random.Taxonomy(30, 10));
    const WordModel model(taxonomy, WithLexicon(random.Lexicon(15)));
    const size_t units = model.graph().size();
    const auto check = [&](const std::vector<WeightedUnit>& entries) {
      for (const WeightedUnit& entry : entries) {
        ASSERT_LT(entry.unit, units);
        ASSERT_GT(entry.strength, 0);
        ASSERT_LE(entry.strength, 1);
      }
    };
    for (int i = 0; i < 50; ++i) {
      for (const QueryWord& word : model.ReadQuery(random.Words(1, 5))) {
        check(word.whole);
        ASSERT_NE(word.parts.size(), 1u);
        for (const auto& part : word.parts) check(part);
      }
      const LabelWord read = model.ReadLabelWord(random.Word(), kDutch);
      ASSERT_NE(read.parts.size(), 1u);
      for (const UnitId part : read.parts) ASSERT_TRUE(part < units || part == WordGraph::kNoUnit);
    }
  }
}

}  // namespace
}  // namespace overstap::text
