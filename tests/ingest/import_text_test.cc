// Vacancies and profiles that come as text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "base/strings.h"
#include "ingest/importer.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

ConceptSource ConceptOf(ConceptKind kind, const std::string& label) {
  ConceptSource entry;
  entry.uri = StrCat("c:", label);
  entry.kind = kind;
  entry.labels = {{kDutch, LabelKind::kPreferred, label}};
  return entry;
}

class ImportTextTest : public ::testing::Test {
 protected:
  void AddTaxonomy() {
    TaxonomySource source;
    source.scheme = "tiny";
    for (const char* label : {"machines repareren", "draaibanken instellen", "hydraulica"}) {
      source.concepts.push_back(ConceptOf(ConceptKind::kSkill, label));
    }
    source.concepts.push_back(ConceptOf(ConceptKind::kOccupation, "lasser"));
    source.concepts.push_back(ConceptOf(ConceptKind::kOccupation, "kok"));
    Canonicalise(&source);
    ASSERT_TRUE(store_.PutTaxonomy(source, "tiny-1").ok());
  }

  ImportReport Import(RecordKind kind, std::string_view text) {
    folder_.Write("in.jsonl", text);
    NoProgress progress;
    auto report = ImportRecords({kind, folder_ / "in.jsonl", false}, &store_, &progress);
    EXPECT_TRUE(report.ok()) << report.status();
    return *std::move(report);
  }

  const model::Vacancy& Vacancy(const std::string& id) { return store_.contents.vacancies.at(id); }

  TempFolder folder_;
  store::FakeStore store_;
};

constexpr std::string_view kTextVacancy =
    R"({"id":"v","title":"Lasser","text":"Functie-eisen\n- Je repareert machines\n- Hydraulica is een pre\n\nWij bieden\ndraaibanken instellen"})";

TEST_F(ImportTextTest, VacancyOfTextOnlyGetsInferredRequirements) {
  AddTaxonomy();
  const ImportReport report = Import(RecordKind::kVacancies, kTextVacancy);
  EXPECT_THAT(report.problems, IsEmpty());
  const model::Vacancy& vacancy = Vacancy("v");
  ASSERT_EQ(vacancy.skills.size(), 2u);
  for (const model::VacancySkill& skill : vacancy.skills) {
    EXPECT_TRUE(skill.inferred);
    EXPECT_EQ(skill.importance,
              skill.skill_uri == "c:hydraulica" ? Importance::kOptional : Importance::kEssential);
  }
  EXPECT_EQ(vacancy.occupation_uri, "c:lasser");
  EXPECT_TRUE(vacancy.occupation_inferred);
  EXPECT_THAT(vacancy.text, HasSubstr("Functie-eisen"));
}

TEST_F(ImportTextTest, WhatAVacancyStatesStays) {
  AddTaxonomy();
  Import(RecordKind::kVacancies,
         R"({"id":"a","title":"t","skills":[{"uri":"c:hydraulica","importance":"somewhat"}],)"
         R"("text":"Je repareert machines"})"
         "\n"
         R"({"id":"b","title":"t","occupation":"c:kok","text":"Je repareert machines"})");
  ASSERT_EQ(Vacancy("a").skills.size(), 1u);
  EXPECT_FALSE(Vacancy("a").skills[0].inferred);
  EXPECT_THAT(Vacancy("b").skills, IsEmpty());
  EXPECT_FALSE(Vacancy("b").occupation_inferred);
}

TEST_F(ImportTextTest, TextOfAProfileIsReadAndNotStored) {
  AddTaxonomy();
  Import(
      RecordKind::kProfiles,
      R"({"id":"p","skills":[{"uri":"c:hydraulica","evidence":"diploma"}],)"
      R"("text":"Werkervaring\n2015 - 2020 lasser bij Jansen\nIk heb 8 jaar draaibanken ingesteld)"
      R"(\n\nVaardigheden\nmachines repareren\nhydraulica"})");
  const model::Profile& profile = store_.contents.profiles.at("p");
  EXPECT_THAT(profile.text, IsEmpty());
  ASSERT_EQ(profile.occupations.size(), 1u);
  EXPECT_EQ(profile.occupations[0].occupation_uri, "c:lasser");
  EXPECT_EQ(profile.occupations[0].years, 5);
  EXPECT_EQ(profile.occupations[0].until, 2020);
  EXPECT_TRUE(profile.occupations[0].inferred);
  ASSERT_EQ(profile.skills.size(), 3u);
  for (const model::Evidence& evidence : profile.skills) {
    const bool stated = evidence.skill_uri == "c:hydraulica";
    EXPECT_EQ(evidence.inferred, !stated) << evidence.skill_uri;
    if (stated) {
      EXPECT_EQ(evidence.kind, model::EvidenceKind::kDiploma);
    }
    if (evidence.skill_uri == "c:draaibanken instellen") {
      EXPECT_EQ(evidence.kind, model::EvidenceKind::kWork);
    }
    if (evidence.skill_uri == "c:machines repareren") {
      EXPECT_EQ(evidence.kind, model::EvidenceKind::kClaimed);
    }
  }
}

TEST_F(ImportTextTest, WithoutATaxonomyTextsAreNotReadAndItSaysSo) {
  const ImportReport report = Import(RecordKind::kVacancies, kTextVacancy);
  EXPECT_EQ(report.accepted, 1);
  EXPECT_THAT(Vacancy("v").skills, IsEmpty());
  ASSERT_EQ(report.problems.size(), 2u);
  EXPECT_EQ(report.problems[1].code, "text_not_read");
  EXPECT_EQ(report.problems[1].severity, Severity::kWarning);
  Import(RecordKind::kProfiles, R"({"id":"p","text":"Ik heb machines gerepareerd"})");
  EXPECT_THAT(store_.contents.profiles.at("p").text, IsEmpty());
}

TEST_F(ImportTextTest, ATextWithASocialSecurityNumberIsRefused) {
  AddTaxonomy();
  Import(RecordKind::kProfiles, R"({"id":"p","text":"Ik heb machines gerepareerd"})"
                                "\n"
                                R"({"id":"q","text":"BSN 123456782, machines gerepareerd"})");
  EXPECT_EQ(store_.contents.profiles.size(), 1u);
}

TEST_F(ImportTextTest, ATextThatIsTooLongIsRefusedByItself) {
  AddTaxonomy();
  const std::string longest(size_t{1} << 20, 'x');
  const ImportReport report = Import(
      RecordKind::kProfiles,
      StrCat(R"({"id":"p","text":"x)", longest, "\"}\n", R"({"id":"q","text":"hydraulica"})"));
  EXPECT_EQ(report.refused, 1);
  EXPECT_EQ(report.accepted, 1);
}

}  // namespace
}  // namespace overstap::ingest
