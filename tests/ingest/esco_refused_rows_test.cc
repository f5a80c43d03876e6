// Rows of an ESCO download that are refused by themselves, the rest being kept.
#include "base/strings.h"
#include "tests/ingest/import_esco_fixture.h"

namespace overstap::ingest {
namespace {

using ::testing::ElementsAre;

TEST_F(ImportEscoTest, LabelOfUnknownSkill) {
  folder_.Append("skills_nl_labels_only.csv", StrCat(SkillUri("fly"), ",vliegen\n"));
  ExpectOneProblem("skills_nl_labels_only.csv", 5, "unknown_skill");
}

TEST_F(ImportEscoTest, LabelOfOccupationAmongTheSkills) {
  folder_.Append("skills_nl_labels_only.csv", StrCat(OccupationUri("cook"), ",kok\n"));
  ExpectOneProblem("skills_nl_labels_only.csv", 5, "unknown_skill");
}

TEST_F(ImportEscoTest, OccupationThatOnlyTheDutchFileHas) {
  folder_.Append("occupations_nl.csv",
                 StrCat("Occupation,", OccupationUri("pilot"), ",3153,piloot,,,released,,,\n"));
  ExpectOneProblem("occupations_nl.csv", 5, "unknown_occupation");
}

TEST_F(ImportEscoTest, RelationWithUnknownOccupation) {
  folder_.Append("occupationSkillRelations.csv",
                 StrCat(OccupationUri("pilot"), ",essential,x,", SkillUri("weld"), "\n"));
  ExpectOneProblem("occupationSkillRelations.csv", 9, "unknown_occupation");
}

TEST_F(ImportEscoTest, RelationWithUnknownSkill) {
  folder_.Append("occupationSkillRelations.csv",
                 StrCat(OccupationUri("cook"), ",essential,x,", SkillUri("fly"), "\n"));
  ExpectOneProblem("occupationSkillRelations.csv", 9, "unknown_skill");
}

TEST_F(ImportEscoTest, RelationWithGroupAsSkill) {
  folder_.Append("occupationSkillRelations.csv",
                 StrCat(OccupationUri("cook"), ",essential,x,", GroupUri("S1"), "\n"));
  ExpectOneProblem("occupationSkillRelations.csv", 9, "unknown_skill");
}

TEST_F(ImportEscoTest, RelationOfUnknownType) {
  folder_.Append("occupationSkillRelations.csv",
                 StrCat(OccupationUri("cook"), ",Essential,x,", SkillUri("cut"), "\n"));
  ExpectOneProblem("occupationSkillRelations.csv", 9, "unknown_relation_type");
}

TEST_F(ImportEscoTest, RelationThatStandsThereTwiceIsKeptOnceAsTheMostImportant) {
  folder_.Append("occupationSkillRelations.csv",
                 StrCat(OccupationUri("cook"), ",essential,x,", SkillUri("serve"), "\n"));
  ExpectOneProblem("occupationSkillRelations.csv", 9, "duplicate_relation");
  EXPECT_THAT(Concept(OccupationUri("cook")).requirements,
              ElementsAre(RequirementSource{SkillUri("serve"), Importance::kEssential},
                          RequirementSource{SkillUri("soup"), Importance::kEssential}));
}

TEST_F(ImportEscoTest, BroaderConceptThatIsUnknown) {
  folder_.Append("broaderRelationsSkillPillar.csv",
                 StrCat("x,", SkillUri("weld"), ",x,", GroupUri("S9"), "\n"));
  ExpectOneProblem("broaderRelationsSkillPillar.csv", 10, "unknown_concept");
}

TEST_F(ImportEscoTest, BroaderConceptOfAnotherPillar) {
  folder_.Append("broaderRelationsSkillPillar.csv",
                 StrCat("x,", SkillUri("weld"), ",x,", IscoUri("7"), "\n"));
  ExpectOneProblem("broaderRelationsSkillPillar.csv", 10, "unknown_concept");
}

TEST_F(ImportEscoTest, IscoGroupUnderAnOccupation) {
  folder_.Append("broaderRelationsOccPillar.csv",
                 StrCat("x,", IscoUri("5120"), ",x,", OccupationUri("welder"), "\n"));
  ExpectOneProblem("broaderRelationsOccPillar.csv", 7, "unknown_concept");
}

TEST_F(ImportEscoTest, ConceptThatWasDefinedBefore) {
  folder_.Append("skills_en.csv", StrCat("K,", SkillUri("weld"), ",,,weld again,,,released,,\n"));
  ExpectOneProblem("skills_en.csv", 8, "duplicate_concept");
}

TEST_F(ImportEscoTest, ConceptTwiceInAnotherLanguage) {
  folder_.Append("skills_nl_labels_only.csv", StrCat(SkillUri("weld"), ",lassen\n"));
  ExpectOneProblem("skills_nl_labels_only.csv", 5, "duplicate_concept");
}

TEST_F(ImportEscoTest, ConceptThatIsNotReleased) {
  folder_.Append("skills_en.csv", StrCat("K,", SkillUri("fly"), ",,,fly,,,obsolete,,\n"));
  ExpectOneProblem("skills_en.csv", 8, "not_released");
}

TEST_F(ImportEscoTest, ConceptWithoutUri) {
  folder_.Append("skills_en.csv", "K,,,,fly,,,released,,\n");
  ExpectOneProblem("skills_en.csv", 8, "no_uri");
}

TEST_F(ImportEscoTest, ConceptWithoutLabel) {
  folder_.Append("skills_en.csv", StrCat("K,", SkillUri("fly"), ",,,\xe2\x80\x8b,,,released,,\n"));
  ExpectOneProblem("skills_en.csv", 8, "no_label");
}

TEST_F(ImportEscoTest, OccupationWithBadIscoCode) {
  folder_.Append("occupations_en.csv",
                 StrCat("Occupation,", OccupationUri("pilot"), ",C315,pilot,,,released,,,\n"));
  ExpectOneProblem("occupations_en.csv", 8, "bad_isco_code");
}

TEST_F(ImportEscoTest, CellOfTooManyLabels) {
  std::string labels;
  for (int i = 0; i < 3000; ++i) StrAppend(&labels, "label ", i, "\n");
  folder_.Append("skills_en.csv",
                 StrCat("K,", SkillUri("fly"), ",,,fly,\"", labels, "\",,released,,\n"));
  ExpectOneProblem("skills_en.csv", 8, "too_many_labels");
}

TEST_F(ImportEscoTest, MessagesStayShort) {
  folder_.Append("skills_nl_labels_only.csv", StrCat(std::string(500000, 'u'), ",x\n"));
  const auto report = Import();
  ASSERT_TRUE(report.ok()) << report.status();
  ASSERT_EQ(report->problems.size(), 1u);
  EXPECT_LE(report->problems[0].message.size(), 500u);
}

}  // namespace
}  // namespace overstap::ingest
