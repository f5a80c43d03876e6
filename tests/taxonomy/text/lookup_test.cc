#include "taxonomy/text/lookup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr std::string_view kWork = R"(
  occupation lasser      | nl! lasser | nl las-operator | en! welder | nl: Verbindt metaal. | lassen
  occupation robot       | nl! operator lasrobot | en! welding robot operator | lassen
  occupation elektro     | nl! elektromonteur | nl monteur elektrotechniek | en! electrician
  occupation pomp        | nl! warmtepompmonteur | en! heat pump technician
  occupation cafe        | nl! café-houder | en! café owner
  occupation docent      | nl! leraar wiskunde | en! mathematics teacher
  occupation verkoper    | nl! verkoper | en! shop assistant
  occupation ontwikkelaar | en! software developer | nl! softwareontwikkelaar
  occupation brand       | nl! brandweerman | en! fire fighter
  occupation anders      | nl! slager | nl? vleesman
  skill lassen  | nl! lassen | en! to weld
  skill co2     | nl! lassen met CO2 | en! MAG welding
  skill bedraden | nl! schakelkasten bedraden
)";

constexpr std::string_view kWords =
    "same\tdocent\tleraar\tleerkracht\n"
    "same\tlassen\tlas\n"
    "related\twarmtepomp\tverwarming\n"
    "kind\tmonteur\tinstallateur\n";

class LookupTest : public ::testing::Test {
 protected:
  std::vector<std::string> Found(std::string_view text, size_t limit = 10) const {
    std::vector<std::string> names;
    for (const auto& match : lookup_.FindOccupations(text, limit)) {
      names.emplace_back(taxonomy_.Uri(match.id).substr(2));
    }
    return names;
  }
  std::string Best(std::string_view text) const {
    const auto names = Found(text, 1);
    return names.empty() ? "" : names[0];
  }

  const Taxonomy taxonomy_ = TextTaxonomy(kWork);
  const Lookup lookup_{&taxonomy_, std::make_shared<Knowledge>(WithLexicon(kWords))};
};

TEST_F(LookupTest, APreferredLabelIsFoundWithScoreOne) {
  const auto matches = lookup_.FindOccupations("  LASSER ", 3);
  ASSERT_FALSE(matches.empty());
  EXPECT_EQ(matches[0].score, 1);
  EXPECT_EQ(matches[0].matched_label, "lasser");
  EXPECT_EQ(matches[0].matched_kind, LabelKind::kPreferred);
  EXPECT_TRUE(IsRecognised(matches[0]));
  for (const char* label : {"CAFE houder", "welder", "electrician", "Leraar Wiskunde"}) {
    EXPECT_EQ(lookup_.FindOccupations(label, 1).at(0).score, 1) << label;
  }
}

TEST_F(LookupTest, AnotherLabelIsRecognisedAndSaysSo) {
  const auto alternative = lookup_.FindOccupations("monteur elektrotechniek", 1);
  ASSERT_THAT(alternative, SizeIs(1));
  EXPECT_EQ(taxonomy_.Uri(alternative[0].id), "t:elektro");
  EXPECT_EQ(alternative[0].matched_kind, LabelKind::kAlternative);
  EXPECT_LT(alternative[0].score, 1);
  EXPECT_TRUE(IsRecognised(alternative[0]));
  const auto hidden = lookup_.FindOccupations("vleesman", 1);
  ASSERT_THAT(hidden, SizeIs(1));
  EXPECT_EQ(hidden[0].matched_label, "vleesman");
  EXPECT_EQ(hidden[0].matched_kind, LabelKind::kHidden);
}

TEST_F(LookupTest, SpacesAndHyphensDoNotMatter) {
  for (const char* text : {"warmtepomp monteur", "warmte pomp-monteur", "WARMTEPOMPMONTEUR"}) {
    const auto matches = lookup_.FindOccupations(text, 1);
    ASSERT_THAT(matches, SizeIs(1)) << text;
    EXPECT_EQ(matches[0].score, 1) << text;
    EXPECT_EQ(matches[0].matched_label, "warmtepompmonteur") << text;
  }
}

TEST_F(LookupTest, SpellingErrorsStillFind) {
  for (const char* text : {"electromonteur", "elektromontuer", "elektromonteurr"}) {
    EXPECT_EQ(Best(text), "elektro") << text;
    EXPECT_LT(lookup_.FindOccupations(text, 1)[0].score, 1) << text;
  }
  EXPECT_EQ(Best("warmtepomp montuer"), "pomp");
  EXPECT_EQ(Best("lasser co2"), "lasser");
  const auto skills = lookup_.FindSkills("lassen co2", 1);
  ASSERT_THAT(skills, SizeIs(1));
  EXPECT_EQ(taxonomy_.Uri(skills[0].id), "t:co2");
}

TEST_F(LookupTest, WordsOfTheLexiconFind) {
  EXPECT_EQ(Best("docent wiskunde"), "docent");
  EXPECT_EQ(Best("leerkracht wiskunde"), "docent");
  EXPECT_EQ(Best("leerkracht"), "docent");
  const Lookup without(&taxonomy_, nullptr);
  for (const auto& match : without.FindOccupations("leerkracht", 5)) {
    EXPECT_FALSE(IsRecognised(match)) << match.matched_label;
  }
}

TEST_F(LookupTest, PartsOfCompoundsFind) {
  EXPECT_EQ(Best("lasrobotoperator"), "robot");
  EXPECT_EQ(Best("operator robotlas"), "robot");
  EXPECT_EQ(Best("warmtepomp installateur"), "pomp");
}

TEST_F(LookupTest, FeminineAndInflectedFormsFind) {
  EXPECT_EQ(Best("lassters"), "lasser");
  EXPECT_EQ(Best("lassers"), "lasser");
  EXPECT_EQ(Best("verkoopster"), "verkoper");
  EXPECT_EQ(Best("brandweervrouw"), "brand");
}

TEST_F(LookupTest, EnglishTitlesInDutchText) {
  EXPECT_EQ(Best("gezocht: software developers (m/v) regio Utrecht"), "ontwikkelaar");
  EXPECT_EQ(Best("senior welder fulltime"), "lasser");
}

TEST_F(LookupTest, WhatIsNotAboutTheWorkDoesNotMatter) {
  EXPECT_EQ(Best("Allround Elektromonteur m/v (36u)"), "elektro");
  EXPECT_EQ(Best("1e verkoper € 2.800 Rotterdam"), "verkoper");
}

TEST_F(LookupTest, ATitleWithNoiseIsTheSameText) {
  const auto matches = lookup_.FindOccupations("Ervaren lasser (m/v) 36u", 1);
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_EQ(matches[0].score, 1);
  EXPECT_EQ(matches[0].matched_label, "lasser");
}

TEST_F(LookupTest, ANameIsTheLettersOfOnePreferredLabel) {
  const auto lasser = taxonomy_.FindOccupation("t:lasser");
  for (const char* text : {"lasser", " LASSER\n", "las ser", "Welder"}) {
    EXPECT_EQ(lookup_.OccupationNamed(text), lasser) << text;
  }
  EXPECT_EQ(lookup_.OccupationNamed("cafe houder"), taxonomy_.FindOccupation("t:cafe"));
  // No preferred label, another kind of concept, nothing at all.
  for (const char* text : {"las-operator", "vleesman", "lassen", "lassers", "", "😀", "\xff"}) {
    EXPECT_EQ(lookup_.OccupationNamed(text), std::nullopt) << text;
  }
  EXPECT_EQ(lookup_.SkillNamed("to weld"), taxonomy_.FindSkill("t:lassen"));
  EXPECT_EQ(lookup_.SkillNamed("lasser"), std::nullopt);
  EXPECT_EQ(lookup_.OccupationNamed(std::string(1 << 20, 'x')), std::nullopt);
}

TEST_F(LookupTest, ANameThatTwoConceptsHaveIsNobodys) {
  const Taxonomy taxonomy = TextTaxonomy(R"(
    occupation a | nl! lasser | en! lasser
    occupation b | nl! slager
    occupation c | nl! sla-ger
  )");
  const Lookup lookup(&taxonomy, nullptr);
  EXPECT_EQ(lookup.OccupationNamed("lasser"), OccupationId(0));
  EXPECT_EQ(lookup.OccupationNamed("slager"), std::nullopt);
}

TEST_F(LookupTest, SkillsAndOccupationsDoNotMix) {
  EXPECT_EQ(lookup_.FindSkills("lassen", 1).at(0).score, 1);
  for (const auto& match : lookup_.FindOccupations("lassen", 5)) EXPECT_LT(match.score, 1);
}

TEST_F(LookupTest, UnknownTextFindsNothing) {
  for (const char* text : {"", " ", "😀😀", "!?-", "qqq xxx", "\n\t", "مهندس", "日本語"}) {
    EXPECT_THAT(Found(text), IsEmpty()) << text;
    EXPECT_THAT(lookup_.FindSkills(text, 5), IsEmpty()) << text;
  }
  EXPECT_THAT(Found("lasser", 0), IsEmpty());
  const Taxonomy nothing;
  EXPECT_THAT(Lookup(&nothing, nullptr).FindOccupations("lasser", 5), IsEmpty());
}

TEST_F(LookupTest, ATaxonomyOfOneOccupationIsSearchedToo) {
  const Taxonomy taxonomy = TextTaxonomy(R"(
    occupation lasser | nl! lasser | nl: Een lasser last. | lassen
    skill lassen | nl! lassen
  )");
  const Lookup lookup(&taxonomy, nullptr);
  ASSERT_THAT(lookup.FindOccupations("lasser", 5), SizeIs(1));
  EXPECT_EQ(lookup.FindOccupations("lasser", 5)[0].score, 1);
}

TEST_F(LookupTest, BestFirstAtMostTheLimitWithScoresThatAreChances) {
  for (const char* text : {"monteur", "las", "operator elektro", "houder van een cafe", "robot"}) {
    const auto matches = lookup_.FindOccupations(text, 100);
    double before = 1;
    for (const auto& match : matches) {
      EXPECT_GT(match.score, 0) << text;
      EXPECT_LE(match.score, before) << text;
      before = match.score;
    }
    for (size_t limit = 1; limit <= matches.size(); ++limit) {
      const auto fewer = lookup_.FindOccupations(text, limit);
      ASSERT_THAT(fewer, SizeIs(limit));
      for (size_t i = 0; i < limit; ++i) {
        EXPECT_EQ(fewer[i].id, matches[i].id);
        EXPECT_EQ(fewer[i].score, matches[i].score);
      }
    }
  }
}

TEST_F(LookupTest, TheSameTextComesFirstWithTheSameScoreForAnyLimit) {
  // By likeness alone the second would win.
  const Taxonomy taxonomy = TextTaxonomy(R"(
    occupation a | nl! hersteller | nl monteur
    occupation b | nl! monteurs | nl monteurs monteren
    occupation c | nl! slager
  )");
  const Lookup lookup(&taxonomy, nullptr);
  const auto two = lookup.FindOccupations("monteur", 2);
  ASSERT_THAT(two, SizeIs(2));
  EXPECT_EQ(two[0].id, OccupationId(0));
  ASSERT_LT(Ranking().Score(two[0].features), Ranking().Score(two[1].features));
  EXPECT_GE(two[0].score, two[1].score);
  EXPECT_EQ(lookup.FindOccupations("monteur", 1).at(0).score, two[0].score);
}

TEST_F(LookupTest, EqualResultsAreInOrderOfId) {
  const Taxonomy taxonomy = TextTaxonomy(R"(
    occupation c | nl! lasser
    occupation a | nl! lasser
    occupation b | nl! lasser
    occupation d | nl! slager
  )");
  const auto matches = Lookup(&taxonomy, nullptr).FindOccupations("lasser", 3);
  ASSERT_THAT(matches, SizeIs(3));
  for (uint32_t i = 0; i < 3; ++i) {
    EXPECT_EQ(matches[i].id, OccupationId(i));
    EXPECT_EQ(matches[i].score, 1);
  }
}

TEST_F(LookupTest, HostileTextGivesAClearAnswer) {
  std::string emoji, joined, words;
  for (int i = 0; i < 50000; ++i) {
    emoji += "👷🏽";
    joined += "l\u200da\u200ds\u200ds\u200de\u200dr\u200d";
    StrAppend(&words, "operator lasrobot ");
  }
  EXPECT_THAT(Found(emoji), IsEmpty());
  EXPECT_THAT(Found(std::string(1 << 20, 'x')), IsEmpty());
  EXPECT_THAT(Found(std::string(1 << 20, ' ')), IsEmpty());
  EXPECT_THAT(Found(std::string(1 << 20, '\xff')), Not(Contains("lasser")));
  EXPECT_THAT(Found(std::string(1 << 20, '\0')), IsEmpty());
  EXPECT_EQ(Best(words), "robot");
  EXPECT_EQ(Best("\xff\xfe lasser \xc3"), "lasser");
  EXPECT_EQ(Best("\u200f\u202elasser\u202c"), "lasser");
  EXPECT_EQ(lookup_.FindOccupations("las\u200dser", 1).at(0).score, 1);
  EXPECT_EQ(lookup_.FindOccupations("l\u00adasser\ufeff", 1).at(0).score, 1);
  EXPECT_LE(Found(joined).size(), 10u);
  EXPECT_LE(Found("l").size(), 10u);
  EXPECT_LE(Found("👷 lasser مهندس").size(), 10u);
}

TEST_F(LookupTest, LabelsOfVeryManyLettersAreFound) {
  const std::string letters(10000, 'a');
  std::string words;
  for (int i = 0; i < 2000; ++i) StrAppend(&words, "woord", i, " ");
  const Taxonomy taxonomy =
      TextTaxonomy(StrCat("occupation a | nl! ", letters, "\noccupation b | nl! ", words,
                          "\noccupation c | nl! l\noccupation d | nl! lasser"));
  const Lookup lookup(&taxonomy, nullptr);
  EXPECT_EQ(lookup.FindOccupations("lasser", 1).at(0).score, 1);
  EXPECT_EQ(lookup.FindOccupations("l", 1).at(0).score, 1);
  EXPECT_THAT(lookup.FindOccupations("woord7 woord77", 4), Not(IsEmpty()));
  for (const auto& match : lookup.FindOccupations(letters, 4)) EXPECT_LE(match.score, 1);
}

std::vector<std::pair<size_t, double>> Answers(const Lookup& lookup,
                                               const std::vector<std::string>& texts) {
  std::vector<std::pair<size_t, double>> answers;
  for (const std::string& text : texts) {
    for (const auto& match : lookup.FindOccupations(text, 10)) {
      answers.emplace_back(match.id.index(), match.score);
    }
    for (const auto& match : lookup.FindSkills(text, 10)) {
      answers.emplace_back(match.id.index(), match.score);
    }
  }
  return answers;
}

TEST(LookupRandomTest, ThreadsGetTheAnswersOfOneThreadAndOfAnotherLookup) {
  RandomText random(11);
  const Taxonomy taxonomy = TextTaxonomy(random.Taxonomy(150, 60));
  const auto knowledge = std::make_shared<Knowledge>(WithLexicon(random.Lexicon(20)));
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) texts.push_back(random.Words(1, 4));
  const Lookup lookup(&taxonomy, knowledge);
  const Lookup other(&taxonomy, knowledge);
  std::vector<std::vector<std::pair<size_t, double>>> answers(4);
  std::vector<std::thread> threads;
  for (auto& answer : answers) {
    // Nobody prepared the index: all ask for it at once.
    threads.emplace_back([&] { answer = Answers(lookup, texts); });
  }
  for (std::thread& thread : threads) thread.join();
  const auto expected = Answers(other, texts);
  EXPECT_GT(expected.size(), 200u);
  for (const auto& answer : answers) EXPECT_EQ(answer, expected);
}

// A thread keeps what it needs to answer; one index must not see what another left there.
TEST(LookupRandomTest, LookupsThatAreUsedInTurnDoNotDisturbEachOther) {
  RandomText random(12);
  const Taxonomy large = TextTaxonomy(random.Taxonomy(150, 5));
  const Taxonomy small = TextTaxonomy(random.Taxonomy(5, 60));
  const Lookup a(&large, nullptr), b(&small, nullptr);
  const std::vector<std::string> texts = {random.Words(1, 3), "xyz", random.Words(1, 3)};
  const auto answers_a = Answers(a, texts);
  const auto answers_b = Answers(b, texts);
  EXPECT_EQ(Answers(a, texts), answers_a);
  EXPECT_EQ(Answers(b, texts), answers_b);
}

}  // namespace
}  // namespace overstap::text
