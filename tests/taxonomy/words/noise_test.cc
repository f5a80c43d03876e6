#include "taxonomy/words/noise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_join.h"
#include "base/strings.h"
#include "taxonomy/normalise.h"

namespace overstap::words {
namespace {

// Of a title as a person types it, with spaces between the words.
std::string Content(std::string_view title) {
  return absl::StrJoin(ContentWords(FoldLabel(title)), " ");
}

TEST(NoiseTest, TitlesOfRealVacancies) {
  EXPECT_EQ(Content("Allround Storingsmonteur E&I m/v (36u)"), "storingsmonteur e i");
  EXPECT_EQ(Content("Verpleegkundige (v/m/x) 32-40 uur regio Utrecht"), "verpleegkundige");
  EXPECT_EQ(Content("Senior software engineer € 4.500"), "software engineer");
  EXPECT_EQ(Content("C++ developer"), "c++ developer");
  EXPECT_EQ(Content("C# .NET ontwikkelaar"), "c# net ontwikkelaar");
  EXPECT_EQ(Content("Docent (m/v)"), "docent");
  EXPECT_EQ(Content("1e monteur"), "monteur");
  EXPECT_EQ(Content("GEZOCHT: ervaren lasser, fulltime, Rotterdam"), "lasser");
  EXPECT_EQ(Content("Lasser MIG/MAG"), "lasser mig mag");
  EXPECT_EQ(Content("Vacature leerling timmerman"), "timmerman");
  EXPECT_EQ(Content("Kok | 38 uur | € 2.800,- bruto"), "kok");
  EXPECT_EQ(Content("Verkoopmedewerker 24u"), "verkoopmedewerker");
  EXPECT_EQ(Content("Elektromonteur (m/v/x)"), "elektromonteur");
  EXPECT_EQ(Content("Developer (h/f/d)"), "developer");
  EXPECT_EQ(Content("Medewerker van de afdeling inkoop"), "medewerker afdeling inkoop");
}

TEST(NoiseTest, OneLetterAloneIsNoMarkOfTheSex) {
  EXPECT_EQ(Content("chauffeur d"), "chauffeur d");
  EXPECT_EQ(Content("vitamine d expert"), "vitamine d expert");
  EXPECT_EQ(Content("chauffeur v x"), "chauffeur");
}

TEST(NoiseTest, OrderAndDoublesStay) {
  EXPECT_EQ(Content("lasser monteur lasser"), "lasser monteur lasser");
}

TEST(NoiseTest, WhenNothingWouldBeLeftLessIsTakenAway) {
  EXPECT_EQ(Content("senior"), "senior");
  EXPECT_EQ(Content("de senior van Utrecht"), "senior utrecht");
  EXPECT_EQ(Content("2024"), "2024");
  EXPECT_EQ(Content("m/v"), "v");
  EXPECT_EQ(Content("van de en het"), "van de en het");
}

TEST(NoiseTest, TextWithoutWordsHasNone) {
  EXPECT_TRUE(ContentWords("").empty());
  EXPECT_TRUE(ContentWords("   ").empty());
  EXPECT_EQ(Content(""), "");
  EXPECT_EQ(Content("😀🎉👷‍♀️"), "");
}

TEST(NoiseTest, OtherScriptsStay) {
  EXPECT_EQ(Content("مهندس برمجيات"), "مهندس برمجيات");
  EXPECT_EQ(Content("инженер (m/v)"), "инженер");
}

TEST(NoiseTest, AtMostAsManyWordsAsItSays) {
  const std::string letters(10000, 'a');
  EXPECT_EQ(Content(letters), letters);
  std::string many;
  for (int i = 0; i < 10000; ++i) StrAppend(&many, "lasser", i, " ");
  EXPECT_EQ(ContentWords(many).size(), kMostWords);
  EXPECT_EQ(ContentWords(many).front(), "lasser0");
  std::string numbers;
  for (int i = 0; i < 1000; ++i) StrAppend(&numbers, i, " ");
  EXPECT_EQ(ContentWords(numbers).size(), kMostWords);
  // Noise does not count.
  EXPECT_THAT(ContentWords(numbers + "lasser"), ::testing::ElementsAre("lasser"));
}

TEST(NoiseTest, ATextWithoutNoiseKeepsItsStopWords) {
  const auto title = [](std::string_view text) { return WithoutNoise(FoldLabel(text)); };
  EXPECT_EQ(title("Ervaren medewerker van de receptie (m/v) 36u"), "medewerker van de receptie");
  EXPECT_EQ(title("Verpleegkundige (v/m/x) 32-40 uur regio Utrecht"), "verpleegkundige");
  EXPECT_EQ(title("lasser"), "lasser");
  EXPECT_EQ(title("senior"), "senior");
  EXPECT_EQ(title("de senior van Utrecht"), "de senior van utrecht");
  EXPECT_EQ(title("van de"), "van de");
  EXPECT_EQ(title(""), "");
}

TEST(NoiseTest, BrokenBytesDoNoHarm) {
  EXPECT_THAT(ContentWords("\xff\xfe lasser"), ::testing::ElementsAre("\xff\xfe", "lasser"));
}

}  // namespace
}  // namespace overstap::words
