#include "taxonomy/extract/extractor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "base/strings.h"
#include "tests/support/esco_snapshot.h"
#include "tests/support/starter_snapshot.h"
#include "tests/taxonomy/extract/reading.h"

namespace overstap::extract {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

Reading Demand(std::string_view sentence) {
  return Read(StrCat("Functie\n\nFunctie-eisen\n", sentence));
}

TEST(Extractor, HoursWithADashAndSpaces) {
  const auto hours =
      Read("Lasser | schaal 7 | 24 – 28 uur\n\nFunctie-eisen\n- hydraulica").found.hours;
  ASSERT_TRUE(hours.has_value());
  EXPECT_EQ(hours->min, 24);
  EXPECT_EQ(hours->max, 28);
  EXPECT_EQ(Read("Lasser | schaal 7 | 32 uur\n\nFunctie-eisen\n- hydraulica").found.hours->min, 32);
}

TEST(Extractor, AWordOfTheSameStemIsNotTheName) {
  EXPECT_THAT(Demand("Solid knowledge of repairs and testers").Skills(), IsEmpty());
}

TEST(Extractor, UnmatchedOfAHugeWordIsShort) {
  const Reading reading = Read(std::string(100000, 'x'));
  ASSERT_THAT(reading.Unmatched(), ::testing::SizeIs(1));
  EXPECT_LE(reading.Unmatched()[0].size(), 400u);
}

// Compared with all sections anew, each sentence that stands in none took as long as the text.
TEST(Extractor, ATextOfVeryManyLines) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "- a\n";
  EXPECT_THAT(Read(text).Skills(), IsEmpty());
}

TEST(Extractor, VerbsApartAndInAnyForm) {
  for (const char* text :
       {"Je stelt elke dag de draaibank in.", "Draaibanken instellen", "Instellen van draaibanken",
        "ervaring met het instellen van een draaibank", "de draaibank is door jou ingesteld",
        "het is nodig om draaibanken in te stellen"}) {
    EXPECT_THAT(Demand(text).Skills(), ElementsAre("draaibank instellen")) << text;
  }
}

TEST(Extractor, EnumerationsShareTheirObject) {
  EXPECT_THAT(Demand("Machines onderhouden en repareren").Skills(),
              UnorderedElementsAre("machines onderhouden", "machines repareren"));
}

TEST(Extractor, WordsFarApartAreNoSkill) {
  EXPECT_THAT(Demand("Je repareert fietsen en brommers van oude buren met gereedschap naast "
                     "grote machines")
                  .Skills(),
              IsEmpty());
}

TEST(Extractor, CommonWordsAreNoSkill) {
  EXPECT_THAT(Demand("Werken met computers, een team, machines en software").Skills(),
              Not(Contains("met computers kunnen werken ")));
  EXPECT_THAT(Demand("Een leuk team, goede computers, goederen, klanten").Skills(), IsEmpty());
}

TEST(Extractor, Negation) {
  for (const char* text :
       {"Ervaring met TIG-lassen is niet vereist.", "Je hebt geen ervaring nodig met TIG-lassen",
        "TIG-lassen hoeft niet", "Experience with TIG welding is not required"}) {
    EXPECT_THAT(Demand(text).Skills(), IsEmpty()) << text;
  }
  EXPECT_THAT(Demand("Niet alleen TIG-lassen, ook hydraulica").Skills(),
              UnorderedElementsAre("TIG-lassen", "hydraulica"));
}

TEST(Extractor, Strength) {
  const Reading reading = Demand(
      "TIG-lassen is vereist.\nMAG-lassen, hydraulica en pneumatiek zijn een pre.\n"
      "Kennis van SQL.\nJe hebt ervaring met Python, bij voorkeur ook met software testen.");
  EXPECT_EQ(reading.ImportanceOf("TIG-lassen"), Importance::kEssential);
  EXPECT_EQ(reading.ImportanceOf("MAG-lassen"), Importance::kOptional);
  EXPECT_EQ(reading.ImportanceOf("hydraulica"), Importance::kOptional);
  EXPECT_EQ(reading.ImportanceOf("pneumatiek"), Importance::kOptional);
  EXPECT_EQ(reading.ImportanceOf("SQL"), Importance::kImportant);
  EXPECT_EQ(reading.ImportanceOf("Python"), Importance::kEssential);
  EXPECT_EQ(reading.ImportanceOf("software testen"), Importance::kOptional);
}

TEST(Extractor, ScoreFallsWithDistanceAndIsOneForTheLabel) {
  EXPECT_EQ(Demand("Goederen laden").found.skills.front().score, 1);
  const Reading apart = Demand("Goederen snel en netjes laden");
  ASSERT_EQ(apart.found.skills.size(), 1u);
  EXPECT_LT(apart.found.skills.front().score, 1);
}

TEST(Extractor, AcronymsNeedCapitals) {
  EXPECT_THAT(Demand("Kennis van SQL").Skills(), ElementsAre("SQL"));
  EXPECT_THAT(Demand("een sql van niets").Skills(), IsEmpty());
}

TEST(Extractor, Licences) {
  const Reading reading = Demand(
      "Rijbewijs B, BE en C1; NEN 3140, NEN1010 en F-gassencertificaat; VCA VOL; HACCP; BHV; "
      "lasdiploma niveau 3; reachtruckcertificaat; een big probleem; VOL-VCA");
  EXPECT_THAT(
      reading.Licences(),
      UnorderedElementsAre("rijbewijs-b", "rijbewijs-be", "rijbewijs-c1", "nen-3140", "nen-1010",
                           "f-gassen", "vca-vol", "haccp", "bhv", "lasdiploma-3", "reachtruck"));
  EXPECT_THAT(reading.Regulations(), ElementsAre("f-gassen"));
}

TEST(Extractor, LevelAndHours) {
  const auto level = [](const char* text) { return Demand(text).found.level; };
  EXPECT_EQ(level("mbo niveau 4")->level, 3);
  EXPECT_EQ(level("een afgeronde hbo-opleiding")->level, 4);
  EXPECT_EQ(level("niveau 3 of 4")->level, 2);
  EXPECT_EQ(level("vmbo of mbo 2 werk- en denkniveau")->level, 2);
  EXPECT_EQ(level("hbo is niet vereist"), std::nullopt);
  EXPECT_EQ(level("we gaan er wo over praten"), std::nullopt);
  const auto hours = [](const char* text) {
    const auto found = Demand(text).found.hours;
    return found ? StrCat(found->min, "-", found->max) : std::string("none");
  };
  EXPECT_EQ(hours("voor 32-40 uur per week"), "32-40");
  EXPECT_EQ(hours("32 à 36 uur"), "32-36");
  EXPECT_EQ(hours("36u"), "36-36");
  EXPECT_EQ(hours("24/32 uur"), "24-32");
  EXPECT_EQ(hours("fulltime"), "36-40");
  EXPECT_EQ(hours("8 uur per dag"), "none");
  EXPECT_EQ(hours("1200 uur of 99 uur"), "none");
}

TEST(Extractor, EmptyAndMeaninglessTexts) {
  for (const std::string& text :
       {std::string(), std::string("\n\n\t "), std::string("😀😀😀"), std::string("...!?,;"),
        std::string("\xff\xfe\x80\xc3"), std::string("\0\0", 2)}) {
    const Reading reading = Read(text);
    EXPECT_THAT(reading.Skills(), IsEmpty());
    EXPECT_THAT(reading.Unmatched(), IsEmpty());
  }
}

TEST(Extractor, HostileTexts) {
  const std::string megabyte(Extractor::kMostBytes, 'x');
  EXPECT_THAT(Read(megabyte).Skills(), IsEmpty());
  const auto refused = WordyExtractor().Extract(megabyte + "x");
  EXPECT_EQ(refused.status().code(), absl::StatusCode::kInvalidArgument);
  std::string repeated;
  while (repeated.size() + 60 < Extractor::kMostBytes) {
    repeated += "machines repareren en onderhouden, goederen laden in ";
  }
  EXPECT_THAT(Read(repeated).Skills(), Contains("machines repareren"));
  EXPECT_THAT(Demand(StrCat(std::string(10000, 'a'), " hydraulica")).Skills(),
              ElementsAre("hydraulica"));
  EXPECT_THAT(Demand("hydrau\u200dlica").Skills(), ElementsAre("hydraulica"));
  EXPECT_THAT(Demand("hydrau\u00adlica").Skills(), ElementsAre("hydraulica"));
  EXPECT_THAT(Demand("\u202ehydraulica\u202c").Skills(), ElementsAre("hydraulica"));
  EXPECT_THAT(Demand("\xff hydraulica \xc3").Skills(), ElementsAre("hydraulica"));
  EXPECT_THAT(Demand("PATIE\u0308NTEN BEGELEIDEN").Skills(), ElementsAre("patiënten begeleiden"));
}

TEST(Extractor, RangesAreSoundForTextsCutAnywhere) {
  const std::string text =
      "Lasser\n\nFunctie-eisen\n• Patiënten begeleiden – café\n• VCA, 32–40 uur, hbo\n"
      "• kennis van Ümlaut™ en SolidWorks";
  for (size_t i = 0; i <= text.size(); ++i) {
    Read(std::string_view(text).substr(0, i));
    Read(std::string_view(text).substr(i));
  }
  std::mt19937 random(20261121);
  for (int i = 0; i < 500; ++i) {
    std::string damaged = text;
    for (int k = 0; k < 5; ++k) damaged[random() % damaged.size()] = static_cast<char>(random());
    Read(damaged);
  }
}

TEST(Extractor, SameTextSameAnswer) {
  const Reading first = Demand("Machines repareren, goederen laden, hydraulica en Kubernetes");
  const Reading second = Demand("Machines repareren, goederen laden, hydraulica en Kubernetes");
  ASSERT_EQ(first.found.skills.size(), second.found.skills.size());
  for (size_t i = 0; i < first.found.skills.size(); ++i) {
    EXPECT_EQ(first.found.skills[i].id, second.found.skills[i].id);
    EXPECT_EQ(first.found.skills[i].bytes, second.found.skills[i].bytes);
  }
}

// The index of labels finds what trying every label finds, in any heap of words.
TEST(Extractor, EqualsTryingEveryLabel) {
  std::vector<std::string> words = {"en", "van", "de", ",", "kennis", "Python", "in", "stelt"};
  const Taxonomy& taxonomy = WordyTaxonomy();
  for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) {
    for (const Label& label : taxonomy.Labels(SkillId(i))) {
      for (const auto word : absl::StrSplit(label.text, ' ')) words.emplace_back(word);
    }
  }
  ExtractParams every;
  every.spans.every_label = true;
  std::mt19937 random(20261121);
  size_t found = 0;
  for (int i = 0; i < 500; ++i) {
    std::string text = "Functie\n\nFunctie-eisen\n";
    for (int k = 0; k < 30; ++k) StrAppend(&text, words[random() % words.size()], " ");
    const Extraction fast = WordyExtractor().Extract(text).value();
    const Extraction slow = WordyExtractor().Extract(text, every).value();
    ASSERT_EQ(fast.skills.size(), slow.skills.size()) << text;
    for (size_t k = 0; k < fast.skills.size(); ++k) {
      EXPECT_EQ(fast.skills[k].id, slow.skills[k].id) << text;
      EXPECT_EQ(fast.skills[k].score, slow.skills[k].score) << text;
      EXPECT_EQ(fast.skills[k].bytes, slow.skills[k].bytes) << text;
    }
    found += fast.skills.size();
  }
  EXPECT_GT(found, 500u);
}

TEST(Extractor, RefusesParametersOutOfRange) {
  ExtractParams params;
  params.spans.least_score = 1.5;
  EXPECT_FALSE(WordyExtractor().Extract("x", params).ok());
}

// Labels that a text holds literally are found in it, whatever the taxonomy.
void ExpectLabelsFound(const Taxonomy& taxonomy, const text::Lookup& lookup, uint32_t step,
                       double share) {
  const Extractor extractor(&taxonomy, &lookup);
  int asked = 0;
  int found = 0;
  for (uint32_t i = 0; i < taxonomy.skill_count(); i += step) {
    const std::string label(taxonomy.LabelOf(SkillId(i), {kDutch}));
    const auto result = extractor.Extract(StrCat("Baan\n\nFunctie-eisen\n- ", label, "\n"));
    ASSERT_TRUE(result.ok());
    ++asked;
    for (const FoundSkill& skill : result->skills) found += skill.id == SkillId(i) ? 1 : 0;
  }
  EXPECT_GE(found, asked * share) << found << " of " << asked;
}

TEST(Extractor, FindsTheLabelsOfTheStarterData) {
  const auto snapshot = StarterSnapshot();
  ExpectLabelsFound(snapshot->taxonomy(), snapshot->lookup(), 1, 0.85);
}

TEST(Extractor, ReadsAVacancyInTermsOfRealEsco) {
  if (!HasEsco()) GTEST_SKIP() << "real ESCO is not there";
  const auto snapshot = EscoSnapshot();
  const auto result = snapshot->extractor().Extract(
      "Lasser\n\nOver ons\nWij produceren kaas en vervoeren dieren.\n\nFunctie-eisen\n"
      "- Je leest technische tekeningen\n- Kennis van hydraulica\n- MAG-lassen\n");
  ASSERT_TRUE(result.ok());
  std::vector<std::string> labels;
  for (const FoundSkill& skill : result->skills) {
    labels.emplace_back(snapshot->taxonomy().LabelOf(skill.id, DefaultLanguageOrder()));
  }
  EXPECT_THAT(labels,
              UnorderedElementsAre("technische tekeningen lezen", "hydraulica", "MAG-lassen"));
  ASSERT_EQ(result->occupations.size(), 1u);
  ExpectLabelsFound(snapshot->taxonomy(), snapshot->lookup(), 97, 0.7);
}

}  // namespace
}  // namespace overstap::extract
