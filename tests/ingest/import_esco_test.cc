// What of an ESCO download gets into the taxonomy.
#include <map>

#include "base/strings.h"
#include "tests/ingest/import_esco_fixture.h"

namespace overstap::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_F(ImportEscoTest, ReadsEveryField) {
  const auto report = Import();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->kind, "esco");
  EXPECT_EQ(report->read, kTinyRows);
  EXPECT_EQ(report->accepted, kTinyRows);
  EXPECT_EQ(report->refused, 0);
  EXPECT_THAT(report->problems, IsEmpty());
  EXPECT_TRUE(report->taxonomy_version.starts_with("esco-"));
  EXPECT_EQ(report->taxonomy_version, store_.contents.current);
  EXPECT_EQ(report->data_version, store_.DataVersion().value());

  const ConceptSource& welder = Concept(OccupationUri("welder"));
  EXPECT_EQ(welder.kind, ConceptKind::kOccupation);
  EXPECT_EQ(welder.code, "7212");
  EXPECT_EQ(welder.level, std::nullopt);
  EXPECT_THAT(welder.labels,
              ElementsAre(Label{kEnglish, LabelKind::kPreferred, "welder"},
                          Label{kEnglish, LabelKind::kAlternative, "metal welder"},
                          Label{kEnglish, LabelKind::kAlternative, "welding operative"},
                          Label{kEnglish, LabelKind::kHidden, "weldor"},
                          Label{kDutch, LabelKind::kPreferred, "lasser"},
                          Label{kDutch, LabelKind::kAlternative, "metaallasser"}));
  EXPECT_THAT(welder.descriptions,
              ElementsAre(Description{kEnglish, "Joins metal. Reads drawings."},
                          Description{kDutch, "Verbindt metaal."}));
  EXPECT_THAT(welder.broader, ElementsAre(IscoUri("7212")));
  EXPECT_THAT(welder.requirements,
              ElementsAre(RequirementSource{SkillUri("cut"), Importance::kOptional},
                          RequirementSource{SkillUri("drawings"), Importance::kEssential},
                          RequirementSource{SkillUri("weld"), Importance::kEssential}));
}

TEST_F(ImportEscoTest, ReadsKindsCodesAndHierarchy) {
  ASSERT_TRUE(Import().ok());
  EXPECT_EQ(Concept(SkillUri("drawings")).kind, ConceptKind::kKnowledge);
  EXPECT_EQ(Concept(SkillUri("weld")).kind, ConceptKind::kSkill);
  EXPECT_EQ(Concept(SkillUri("serve")).kind, ConceptKind::kSkill) << "ESCO has skills of no type";
  EXPECT_EQ(Concept(GroupUri("S1")).kind, ConceptKind::kSkillGroup);
  EXPECT_EQ(Concept(GroupUri("S1")).code, "S1") << "only the Dutch file has it";
  EXPECT_EQ(Concept(IscoUri("7212")).kind, ConceptKind::kIscoGroup);
  EXPECT_EQ(Concept(IscoUri("7212")).code, "7212");
  EXPECT_THAT(Concept(IscoUri("7212")).broader, ElementsAre(IscoUri("72")));
  EXPECT_THAT(Concept(OccupationUri("fitter")).broader, ElementsAre(OccupationUri("welder")));
  EXPECT_THAT(Concept(SkillUri("cut")).broader, ElementsAre(GroupUri("S1"), GroupUri("S1.1")));
  EXPECT_THAT(Concept(SkillUri("soup")).broader, ElementsAre(GroupUri("S2"), SkillUri("serve")));
}

TEST_F(ImportEscoTest, ReadsOurExtensionsAndOldSpellings) {
  ASSERT_TRUE(Import().ok());
  EXPECT_THAT(Concept(OccupationUri("fitter")).requirements,
              ElementsAre(RequirementSource{SkillUri("cut"), Importance::kImportant},
                          RequirementSource{SkillUri("drawings"), Importance::kSomewhat}));
  EXPECT_THAT(Concept(OccupationUri("cook")).labels,
              ElementsAre(Label{kEnglish, LabelKind::kPreferred, "cook"},
                          Label{kEnglish, LabelKind::kAlternative, "chef"},
                          Label{kEnglish, LabelKind::kAlternative, "kitchen hand"},
                          Label{kDutch, LabelKind::kPreferred, "kok"}));
  EXPECT_THAT(Concept(OccupationUri("fitter")).descriptions,
              ElementsAre(Description{kEnglish, "Fits things."}))
      << "the definition stands in for a description";
}

TEST_F(ImportEscoTest, SameContentHasTheSameVersion) {
  ASSERT_TRUE(Import().ok());
  const std::string first = store_.contents.current;
  ASSERT_TRUE(Import(false, {kEnglish, kDutch, kEnglish}).ok());
  EXPECT_EQ(store_.contents.current, first);
  folder_.Append("skills_nl_labels_only.csv", StrCat(SkillUri("soup"), ",soep maken\n"));
  ASSERT_TRUE(Import().ok());
  EXPECT_NE(store_.contents.current, first);
}

TEST_F(ImportEscoTest, OneLanguage) {
  ASSERT_TRUE(Import(false, {kEnglish}).ok());
  EXPECT_THAT(Concept(SkillUri("cut")).labels,
              ElementsAre(Label{kEnglish, LabelKind::kPreferred, "cut metal"}));
}

TEST_F(ImportEscoTest, EnglishStandsInWhereTheOneLanguageHasNoLabel) {
  ASSERT_TRUE(Import(false, {kDutch}).ok());
  EXPECT_THAT(Concept(SkillUri("cut")).labels,
              ElementsAre(Label{kDutch, LabelKind::kPreferred, "metaal snijden"}));
  EXPECT_THAT(Concept(SkillUri("soup")).labels,
              ElementsAre(Label{kEnglish, LabelKind::kPreferred, "make soup"}));
  EXPECT_THAT(Concept(SkillUri("weld")).descriptions, ElementsAre(Description{kEnglish, "Do it."}));
}

TEST_F(ImportEscoTest, ReadsNamesOfVersion12) {
  folder_.Rename("occupationSkillRelations.csv", "occupationSkillRelations_en.csv");
  folder_.Rename("broaderRelationsSkillPillar.csv", "broaderRelationsSkillPillar_en.csv");
  folder_.Rename("broaderRelationsOccPillar.csv", "broaderRelationsOccPillar_fr.csv");
  const auto report = Import();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->accepted, kTinyRows);
}

TEST_F(ImportEscoTest, PrefersTheOfficialDutchSkills) {
  folder_.Write("skills_nl.csv",
                StrCat("conceptType,conceptUri,skillType,preferredLabel,altLabels,description\n",
                       "K,", SkillUri("weld"), ",skill/competence,lassen,vastlassen,Doe het.\n"));
  ASSERT_TRUE(Import().ok());
  EXPECT_THAT(Concept(SkillUri("weld")).labels,
              ::testing::IsSupersetOf({Label{kDutch, LabelKind::kPreferred, "lassen"},
                                       Label{kDutch, LabelKind::kAlternative, "vastlassen"}}));
  EXPECT_EQ(Concept(SkillUri("cut")).labels.size(), 1u) << "labels-only is not read any more";
}

TEST_F(ImportEscoTest, WithoutEnglishTheFullFileDefines) {
  for (const auto* stem : {"occupations", "skillGroups", "ISCOGroups"}) {
    folder_.Remove(StrCat(stem, "_en.csv"));
  }
  folder_.Rename("skills_en.csv", "skills_nl.csv");
  ASSERT_TRUE(Import(false, {kDutch}).ok());
  EXPECT_THAT(Concept(OccupationUri("fitter")).labels,
              ElementsAre(Label{kDutch, LabelKind::kPreferred, "monteur"}));
}

TEST_F(ImportEscoTest, ReadsLevelsOfTheExtensionColumn) {
  folder_.Write("occupations_en.csv",
                StrCat("conceptUri,iscoGroup,preferredLabel,altLabels,description,level\n",
                       OccupationUri("welder"), ",7212,welder,,,3\n", OccupationUri("fitter"),
                       ",7212,fitter,,,\n", OccupationUri("cook"), ",5120,cook,,,5\n"));
  folder_.Write("occupations_nl.csv",
                "conceptUri,iscoGroup,preferredLabel,altLabels,description\n");
  const auto report = Import();
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(Concept(OccupationUri("welder")).level, 3);
  EXPECT_EQ(Concept(OccupationUri("fitter")).level, std::nullopt);
  ASSERT_GE(report->problems.size(), 1u);
  EXPECT_EQ(report->problems[0].code, "bad_level");
  EXPECT_EQ(report->problems[0].line, 4);
}

TEST_F(ImportEscoTest, SkipsByteOrderMarkCommentsAndCarriageReturns) {
  folder_.Write("skills_nl_labels_only.csv",
                StrCat("\xef\xbb\xbf# illustrative\r\n# data\r\nconceptUri,preferredLabel\r\n",
                       SkillUri("weld"), ",metaal lassen\r\n"));
  ASSERT_TRUE(Import().ok());
  EXPECT_THAT(Concept(SkillUri("weld")).labels,
              ::testing::Contains(Label{kDutch, LabelKind::kPreferred, "metaal lassen"}));
}

TEST_F(ImportEscoTest, CleansLabels) {
  folder_.Write("skills_nl_labels_only.csv",
                StrCat("conceptUri,preferredLabel\n", SkillUri("weld"),
                       ",\"  metaal\xc2\xa0las\xc2\xadsen\xe2\x80\x8b \"\n", SkillUri("soup"),
                       ",\xe2\x80\x8b\n"));
  ASSERT_TRUE(Import().ok());
  EXPECT_THAT(Concept(SkillUri("weld")).labels,
              ::testing::Contains(Label{kDutch, LabelKind::kPreferred, "metaal lassen"}));
  EXPECT_EQ(Concept(SkillUri("soup")).labels.size(), 1u) << "an invisible label is no label";
}

TEST_F(ImportEscoTest, ReportsProgress) {
  class Counter final : public Progress {
   public:
    void Update(std::string_view activity, int64_t, int64_t) override {
      ++updates[std::string(activity)];
    }
    std::map<std::string, int> updates;
  } counter;
  ASSERT_TRUE(ImportEsco({folder_.path(), {kDutch, kEnglish}, false}, &store_, &counter).ok());
  EXPECT_EQ(counter.updates.count("reading occupationSkillRelations.csv"), 1u);
  EXPECT_EQ(counter.updates.count("writing the taxonomy"), 1u);
}

}  // namespace
}  // namespace overstap::ingest
