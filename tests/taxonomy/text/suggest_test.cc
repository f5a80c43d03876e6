#include "taxonomy/text/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SuggestWorld {
 public:
  explicit SuggestWorld(std::string_view text, std::vector<uint32_t> vacancies = {},
                        std::string_view lexicon = "")
      : taxonomy_(TextTaxonomy(text)),
        suggester_(&taxonomy_, std::make_shared<Knowledge>(WithLexicon(lexicon)),
                   std::move(vacancies)) {}

  std::vector<Suggestion<OccupationId>> Ask(std::string_view text, size_t limit = 10,
                                            const LanguageOrder& order = {kDutch, kEnglish}) const {
    return suggester_.Occupations(text, limit, order);
  }

  // The labels that matched, in order.
  std::vector<std::string> Labels(std::string_view text, size_t limit = 10,
                                  const LanguageOrder& order = {kDutch, kEnglish}) const {
    std::vector<std::string> labels;
    for (const auto& suggestion : Ask(text, limit, order)) labels.push_back(suggestion.label->text);
    return labels;
  }

  // What is highlighted of the first, between brackets: "[las]ser".
  std::string Highlighted(std::string_view text) const {
    const auto suggestions = Ask(text, 1);
    if (suggestions.empty()) return "";
    std::string label = suggestions[0].label->text;
    label.insert(suggestions[0].highlight.end, "]");
    label.insert(suggestions[0].highlight.begin, "[");
    return label;
  }

  const Taxonomy& taxonomy() const { return taxonomy_; }
  const Suggester& suggester() const { return suggester_; }

 private:
  Taxonomy taxonomy_;
  Suggester suggester_;
};

constexpr std::string_view kTrades = R"(
  occupation a | nl! lasser | en! welder | metal
  occupation b | nl! lasrobotoperator | nl robotlasser
  occupation c | nl! monteur robotica
  occupation d | nl! robotmonteur | en! robot technician
  occupation e | nl! warmtepompmonteur
  occupation f | nl! monteur van warmtepompen
  occupation g | nl! operator
  occupation h | nl! pompbediende
  skill metal  | nl! warmte | nl pomp | nl pompen | nl monteur | nl las | nl robot
)";

TEST(SuggestTest, TheBeginningOfTheLabelThenOfAWordThenOfAPart) {
  const SuggestWorld world(kTrades);
  EXPECT_THAT(world.Labels("robot"),
              ElementsAre("robotmonteur", "robotlasser", "monteur robotica"));
  EXPECT_THAT(world.Labels("operat"), ElementsAre("operator", "lasrobotoperator"));
  EXPECT_THAT(world.Labels("robotop"), ElementsAre("lasrobotoperator"));
  const auto operators = world.Ask("operat");
  EXPECT_EQ(operators[0].place, SuggestPlace::kLabel);
  EXPECT_EQ(operators[1].place, SuggestPlace::kPart);
  EXPECT_EQ(world.Ask("roboti")[0].place, SuggestPlace::kWord);
  EXPECT_EQ(world.Ask("Lasser")[0].place, SuggestPlace::kWhole);
  EXPECT_EQ(world.Ask("Lasser")[0].score, 1);
}

TEST(SuggestTest, NotWhatIsSomewhereInsideAPart) {
  const SuggestWorld world(kTrades);
  EXPECT_THAT(world.Labels("bot"), IsEmpty());
  EXPECT_THAT(world.Labels("sser"), IsEmpty());
  EXPECT_THAT(world.Labels("teur"), IsEmpty());
}

TEST(SuggestTest, SeveralWordsInAnyOrder) {
  const SuggestWorld world(kTrades);
  EXPECT_THAT(world.Labels("monteur warmte"),
              ElementsAre("warmtepompmonteur", "monteur van warmtepompen"));
  EXPECT_THAT(world.Labels("pomp monteur"),
              ElementsAre("warmtepompmonteur", "monteur van warmtepompen"));
  EXPECT_THAT(world.Labels("monteur van de warmtepomp"),
              ElementsAre("warmtepompmonteur", "monteur van warmtepompen"));
  EXPECT_THAT(world.Labels("monteur van w"),
              ElementsAre("monteur van warmtepompen", "warmtepompmonteur"));
  EXPECT_THAT(world.Labels("las robot operator"), ElementsAre("lasrobotoperator"));
  EXPECT_THAT(world.Labels("monteur bakker"), IsEmpty());
}

TEST(SuggestTest, OneChangeFromFourLettersAndTwoFromEight) {
  const SuggestWorld world(kTrades);
  EXPECT_THAT(world.Labels("lsa"), IsEmpty());                 // three letters
  EXPECT_THAT(world.Labels("welt"), ElementsAre("welder"));    // replaced
  EXPECT_THAT(world.Labels("wleder"), ElementsAre("welder"));  // swapped
  EXPECT_THAT(world.Labels("wleter"), IsEmpty());              // two in six letters
  EXPECT_THAT(world.Labels("pombediende"), ElementsAre("pompbediende"));
  EXPECT_THAT(world.Labels("ponpbedeinde"), ElementsAre("pompbediende"));
  EXPECT_THAT(world.Labels("ponpbedeindu"), IsEmpty());
  EXPECT_EQ(world.Ask("ponpbedeinde")[0].changes, 2);
  EXPECT_THAT(world.Labels("robotmonetur warmte"), IsEmpty());
  EXPECT_THAT(world.Labels("monetur warmtte"),
              ElementsAre("warmtepompmonteur", "monteur van warmtepompen"));
}

TEST(SuggestTest, WhatIsSpeltRightComesBeforeWhatIsMended) {
  const SuggestWorld world(R"(
    occupation a | nl! kassier
    occupation b | nl! hoofd kassamedewerker
    occupation c | nl! tassenmaker
  )");
  EXPECT_THAT(world.Labels("kassa"), ElementsAre("hoofd kassamedewerker", "kassier"));
  EXPECT_THAT(world.Labels("kass"), ElementsAre("kassier", "hoofd kassamedewerker", "tassenmaker"));
}

TEST(SuggestTest, PreferredThenShortThenCommonLabels) {
  constexpr std::string_view kBakers = R"(
    occupation a | nl! bakker
    occupation b | nl! banketmaker en patissier
    occupation c | nl! bankmedewerker filiaal | nl filiaalmedewerker
    occupation d | nl! zetter | nl bagger
    occupation e | nl! banket bakker
    occupation f | nl! bandenmonteur
  )";
  EXPECT_THAT(SuggestWorld(kBakers).Labels("ba"),
              ElementsAre("bakker", "bandenmonteur", "banket bakker", "bankmedewerker filiaal",
                          "banketmaker en patissier", "bagger"));
  // Number of vacancies, by occupation.
  EXPECT_THAT(SuggestWorld(kBakers, {0, 9, 7, 50, 3, 2}).Labels("ba"),
              ElementsAre("bakker", "banket bakker", "bandenmonteur", "banketmaker en patissier",
                          "bankmedewerker filiaal", "bagger"));
}

TEST(SuggestTest, OfEquallyAskedOnesTheOneWithMostLabels) {
  const SuggestWorld world(R"(
    occupation a | nl! koerier
    occupation b | nl! kolonel | nl officier
  )");
  EXPECT_THAT(world.Labels("ko"), ElementsAre("kolonel", "koerier"));
}

TEST(SuggestTest, TheLanguageOfTheUserFirst) {
  const SuggestWorld world(R"(
    occupation a | nl! manager zorg | en! care manager
    occupation b | nl! leidinggevende | en! manager
    occupation c | nl! bakker | en! baker | de! Manager
  )");
  EXPECT_THAT(world.Labels("manager"), ElementsAre("manager zorg", "manager", "Manager"));
  EXPECT_THAT(world.Labels("manager", 10, {kEnglish}),
              ElementsAre("manager", "care manager", "Manager"));
  EXPECT_THAT(world.Labels("manager", 10, {Language('f', 'r')}),
              ElementsAre("Manager", "manager", "care manager"));
}

TEST(SuggestTest, EachConceptOnceWithItsBestLabel) {
  const SuggestWorld world(R"(
    occupation a | nl! lasser | nl lasoperator | nl las-specialist | nl? lassre | en! las man
  )");
  const auto suggestions = world.Ask("las");
  ASSERT_EQ(suggestions.size(), 1u);
  EXPECT_EQ(suggestions[0].label->text, "lasser");
  EXPECT_EQ(world.Ask("lasop")[0].label->text, "lasoperator");
  EXPECT_EQ(world.Ask("lassre")[0].label->text, "lassre");
}

TEST(SuggestTest, SkillsAndOccupationsDoNotMix) {
  const SuggestWorld world(kTrades);
  EXPECT_EQ(world.suggester().Skills("warm", 10, {kDutch})[0].label->text, "warmte");
  EXPECT_THAT(world.suggester().Skills("lasser", 10, {kDutch}), IsEmpty());
}

TEST(SuggestTest, WordsOfTheLexiconTakeCompoundsApart) {
  constexpr std::string_view kPainter = "occupation a | nl! gevelschilder";
  EXPECT_THAT(SuggestWorld(kPainter).Labels("schilder"), IsEmpty());
  EXPECT_THAT(SuggestWorld(kPainter, {}, "related\tgevel\tschilder\n").Labels("schilder"),
              ElementsAre("gevelschilder"));
}

TEST(SuggestTest, HighlightsWhatWasTypedInTheLabelAsItIsWritten) {
  const SuggestWorld world(R"(
    occupation a | nl! Café-houder (m/v)
    occupation b | nl! Coördinator  CAD/CAM, élève
    occupation c | nl! elektromonteur
    occupation d | nl! Straßenbauer
    occupation e | nl! monteur van pompen
  )");
  EXPECT_EQ(world.Highlighted("cafe h"), "[Café-h]ouder (m/v)");
  EXPECT_EQ(world.Highlighted("café"), "[Café]-houder (m/v)");
  EXPECT_EQ(world.Highlighted("COO"), "[Coö]rdinator  CAD/CAM, élève");
  EXPECT_EQ(world.Highlighted("cad cam"), "Coördinator  [CAD/CAM], élève");
  EXPECT_EQ(world.Highlighted("ele"), "[ele]ktromonteur");
  EXPECT_EQ(world.Highlighted("eleve"), "Coördinator  CAD/CAM, [élève]");
  EXPECT_EQ(world.Highlighted("electro"), "[elektro]monteur");
  EXPECT_EQ(world.Highlighted("strassen"), "[Straßen]bauer");
  EXPECT_EQ(world.Highlighted("pomp mont"), "[mont]eur van pompen");
}

TEST(SuggestTest, OneLetterGivesTheShortAndCommon) {
  const SuggestWorld world(kTrades);
  EXPECT_THAT(world.Labels("p", 1), ElementsAre("pompbediende"));
  EXPECT_THAT(world.Labels("l", 2), ElementsAre("lasser", "lasrobotoperator"));
}

TEST(SuggestTest, NothingForNothing) {
  const SuggestWorld world(kTrades);
  EXPECT_THAT(world.Ask(""), IsEmpty());
  EXPECT_THAT(world.Ask("  ( - ) "), IsEmpty());
  EXPECT_THAT(world.Ask("😀😀"), IsEmpty());
  EXPECT_THAT(world.Ask("\xE2\x80\x8D\xE2\x80\x8B"), IsEmpty());
  EXPECT_THAT(world.Ask("lasser", 0), IsEmpty());
  EXPECT_THAT(SuggestWorld("skill s | nl! lassen").Ask("lassen"), IsEmpty());
}

TEST(SuggestTest, HostileTextGivesAnAnswer) {
  const SuggestWorld world(StrCat("occupation a | nl! ", std::string(10000, 'x'), "\n",
                                  "occupation b | nl! مهندس شبكات\noccupation c | nl! lasser"));
  EXPECT_THAT(world.Labels("lasser\xff\xfe"), ElementsAre("lasser"));
  EXPECT_THAT(world.Labels("las\xE2\x80\x8Dser"), ElementsAre("lasser"));
  EXPECT_THAT(world.Labels("شبكات"), ElementsAre("مهندس شبكات"));
  EXPECT_EQ(world.Ask(std::string(1 << 20, 'x')).size(), 1u);
  EXPECT_EQ(world.Ask("xxxx").size(), 1u);
  EXPECT_EQ(world.Ask("xxxx")[0].highlight, (ByteRange{0, 4}));
  EXPECT_THAT(world.Ask(std::string(1 << 20, 'y')), IsEmpty());
  std::string words;
  for (int i = 0; i < 100000; ++i) StrAppend(&words, "w", i, " ");
  EXPECT_THAT(world.Ask(words), IsEmpty());
}

TEST(SuggestTest, ScoresDoNotRiseAndTellTheClass) {
  const SuggestWorld world(kTrades);
  for (const std::string_view text : {"l", "robot", "monteur", "monteur warmte", "pombediende"}) {
    double before = 1;
    for (const auto& suggestion : world.Ask(text)) {
      EXPECT_LE(suggestion.score, before) << text;
      EXPECT_GT(suggestion.score, 0) << text;
      before = suggestion.score;
    }
  }
}

}  // namespace
}  // namespace overstap::text
