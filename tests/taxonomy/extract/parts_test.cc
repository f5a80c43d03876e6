// The parts by themselves: words, verbs, lexicon, clauses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"
#include "taxonomy/extract/clauses.h"
#include "taxonomy/extract/document.h"
#include "taxonomy/extract/layout.h"
#include "taxonomy/extract/lexicon.h"
#include "taxonomy/extract/verb_forms.h"

namespace overstap::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> Folded(const Document& document) {
  std::vector<std::string> words;
  for (const Word& word : document.words) words.push_back(word.folded);
  return words;
}

TEST(Document, WordsKnowTheirBytes) {
  const std::string text = "Café's C++, C# – 36u!";
  const Document document = ReadDocument(text);
  EXPECT_THAT(Folded(document), ::testing::ElementsAre("cafe", "s", "c++", "c#", "36u"));
  EXPECT_EQ(TextOf(document, document.words[0].bytes), "Café");
  EXPECT_EQ(TextOf(document, document.words[4].bytes), "36u");
  EXPECT_EQ(document.words[3].before, ',');
  EXPECT_EQ(document.words[4].before, '|');
}

TEST(Document, SentencesEndAtPointsBulletsAndLines) {
  EXPECT_EQ(ReadDocument("Een zin. Nog een! En?").sentences.size(), 3u);
  EXPECT_EQ(ReadDocument("Een zin o.a. met m.b.t. punten").sentences.size(), 1u);
  EXPECT_EQ(ReadDocument("• een • twee\n- drie\n* vier").sentences.size(), 4u);
  EXPECT_EQ(ReadDocument("kort\nkort").sentences.size(), 2u);
  const std::string wrapped =
      "Deze regel is zo lang dat hij wel afgebroken moet zijn\nen gaat hier verder";
  EXPECT_EQ(ReadDocument(wrapped).sentences.size(), 1u);
  EXPECT_EQ(ReadDocument("prijs 3.50 euro").sentences.size(), 1u);
}

TEST(Document, LongSentencesAreCut) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "woord ";
  for (const Sentence& sentence : ReadDocument(text).sentences) {
    EXPECT_LE(sentence.words.size(), Sentence::kLongestSentence);
  }
}

TEST(VerbForms, FindInfinitives) {
  EXPECT_THAT(InfinitivesOf("ingesteld"), Contains("instellen"));
  EXPECT_THAT(InfinitivesOf("gelast"), Contains("lassen"));
  EXPECT_THAT(InfinitivesOf("repareert"), Contains("repareren"));
  EXPECT_THAT(InfinitivesOf("geprogrammeerd"), Contains("programmeren"));
  EXPECT_THAT(InfinitivesOf("reinigde"), Contains("reinigen"));
  EXPECT_THAT(InfinitivesOf("schrijft"), Contains("schrijven"));
  EXPECT_THAT(InfinitivesOf("leest"), Contains("lezen"));
  EXPECT_THAT(InfinitivesOf("geschreven"), Contains("schreven"));
  EXPECT_THAT(InfinitivesOf("de"), IsEmpty());
  EXPECT_THAT(InfinitivesOf(std::string(10000, 't')), IsEmpty());
}

TEST(Lexicon, ProgramCarriesOneThatIsSound) {
  const Lexicon& lexicon = DefaultLexicon();
  EXPECT_GT(lexicon.licences.size(), 40u);
  EXPECT_GT(lexicon.regulations.size(), 10u);
  EXPECT_EQ(lexicon.levels.size(), 10u);
}

TEST(Lexicon, RefusesWhatItCannotRead) {
  const auto message = [](std::string_view phrases, std::string_view licences) {
    return std::string(ParseLexicon(phrases, licences).status().message());
  };
  EXPECT_THAT(message("# ok\n\nhead\tnowhere\tx\n", ""), HasSubstr("phrases.tsv:3"));
  EXPECT_THAT(message("what\ttasks\tx\n", ""), HasSubstr("what"));
  EXPECT_THAT(message("head\ttasks\n", ""), HasSubstr("phrases.tsv:1"));
  EXPECT_THAT(message("head\ttasks\t\n", ""), HasSubstr("empty"));
  EXPECT_THAT(message("head\ttasks\tdoen\nhead\toffer\tdoen\n", ""), HasSubstr("phrases.tsv:2"));
  EXPECT_THAT(message("head\ttasks\ta b c d e f g h i\n", ""), HasSubstr("eight words"));
  EXPECT_THAT(message("", "licence\tid\tname\n"), HasSubstr("licences.tsv:1"));
  EXPECT_THAT(message("", "level\t5\thbo\thbo\n"), HasSubstr("no level"));
  EXPECT_TRUE(ParseLexicon("", "").ok());
}

Layout LayoutOf(const Document& document) {
  return ReadLayout(document, DefaultLexicon(), DocumentKind::kVacancy);
}

TEST(Layout, HeadingsInlineHeadingsAndCues) {
  const Document document = ReadDocument(
      "Titel\n\nTaken\nlassen\n\nWie zijn wij?\nwij lassen\n\nFunctie-eisen: lassen\n\n"
      "Wij zijn groot. Je krijgt veel. Je hebt ervaring met lassen.");
  const Layout layout = LayoutOf(document);
  const std::vector<Section> expected = {
      Section::kTitle,   Section::kTasks,   Section::kTasks,
      Section::kCompany, Section::kCompany, Section::kRequirements,
      Section::kCompany, Section::kOffer,   Section::kRequirements};
  EXPECT_EQ(layout.sections, expected);
  EXPECT_TRUE(layout.headings[1]);
  EXPECT_FALSE(layout.headings[5]);
}

TEST(Clauses, SplitAtCommasAndSubjects) {
  const Document document = ReadDocument("Ik las al 8 jaar en ik frees, maar ik draai niet");
  const auto clauses =
      ReadClauses(document, {0, static_cast<uint32_t>(document.words.size())}, DefaultLexicon());
  ASSERT_EQ(clauses.size(), 3u);
  EXPECT_EQ(clauses[0].years, 8);
  EXPECT_EQ(clauses[1].years, std::nullopt);
  EXPECT_EQ(&ClauseOf(clauses, 0), &clauses[0]);
  EXPECT_EQ(&ClauseOf(clauses, clauses[2].words.first), &clauses[2]);
}

}  // namespace
}  // namespace overstap::extract
