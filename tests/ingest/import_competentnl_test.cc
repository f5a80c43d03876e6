// What of CompetentNL gets into the taxonomy and the crosswalks.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/strings.h"
#include "ingest/competentnl_terms.h"
#include "ingest/importer.h"
#include "tests/ingest/data_folder.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view kId = "https://linkeddata.competentnl.nl/id/";

std::string Cap(std::string_view name) { return StrCat(kId, "human-capability/", name); }
std::string Know(std::string_view name) { return StrCat(kId, "knowledge-area/", name); }
std::string Occ(std::string_view name) {
  return StrCat("https://linkeddata.competentnl.nl/uwv/id/occupation/", name);
}
std::string EscoSkill(std::string_view name) {
  return StrCat("http://data.europa.eu/esco/skill/", name);
}

class ImportCompetentNlTest : public ::testing::Test {
 protected:
  ImportCompetentNlTest() {
    folder_.Write("data.ttl", DataText("competentnl/techniek.ttl"));
    const std::string all = text();
    lines_ = std::count(all.begin(), all.end(), '\n');
  }

  std::string text() const { return DataText("competentnl/techniek.ttl"); }

  absl::StatusOr<ImportReport> Import(bool strict = false) {
    NoProgress progress;
    return ImportCompetentNl({path_.empty() ? folder_ / "data.ttl" : path_, strict}, &store_,
                             &progress);
  }

  void ExpectInvalid(const ::testing::Matcher<const std::string&>& message) {
    const store::FakeContents before = store_.contents;
    const auto report = Import();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << report.status();
    EXPECT_THAT(std::string(report.status().message()), message);
    EXPECT_TRUE(store_.contents == before) << "the store was changed";
  }

  // The lines must give exactly one refusal, on the last line of the file, and stay that way.
  void ExpectOneRefusal(std::string_view lines, std::string_view code) {
    folder_.Append("data.ttl", lines);
    const auto report = Import();
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->read, report->accepted + report->refused);
    EXPECT_EQ(report->refused, 1);
    const auto refused =
        std::find_if(report->problems.begin(), report->problems.end(),
                     [](const Problem& p) { return p.severity == Severity::kRefused; });
    ASSERT_NE(refused, report->problems.end());
    EXPECT_EQ(refused->code, code);
    EXPECT_EQ(refused->file, "data.ttl");
    EXPECT_EQ(refused->line, lines_ + std::count(lines.begin(), lines.end(), '\n'));
    EXPECT_FALSE(refused->message.empty());
    EXPECT_FALSE(Import(true).ok()) << "strict";
  }

  const ConceptSource& Concept(const std::string& uri) const {
    const auto& concepts = store_.contents.taxonomies.begin()->second;
    const auto found =
        std::find_if(concepts.begin(), concepts.end(),
                     [&uri](const ConceptSource& entry) { return entry.uri == uri; });
    EXPECT_NE(found, concepts.end()) << uri;
    return *found;
  }

  std::vector<CrosswalkLink> LinksTo(std::string_view scheme) const {
    const auto crosswalks = store_.ReadCrosswalks();
    for (const Crosswalk& crosswalk : *crosswalks) {
      if (crosswalk.to_scheme == scheme) return crosswalk.links;
    }
    return {};
  }

  TempFolder folder_;
  store::FakeStore store_;
  std::string path_;  // in place of data.ttl
  int64_t lines_ = 0;
};

TEST_F(ImportCompetentNlTest, ReadsOccupations) {
  const auto report = Import(true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->kind, "competentnl");
  EXPECT_EQ(report->refused, 0);
  EXPECT_EQ(report->read, report->accepted);
  EXPECT_TRUE(report->taxonomy_version.starts_with("competentnl-"));
  const ConceptSource& welder = Concept(Occ("LASSER"));
  EXPECT_EQ(welder.kind, ConceptKind::kOccupation);
  EXPECT_EQ(welder.code, "7212");
  EXPECT_EQ(welder.level, 2) << "mbo-2 is the lowest of the two norms";
  EXPECT_THAT(welder.labels,
              ElementsAre(Label{kEnglish, LabelKind::kPreferred, "Welder"},
                          Label{kDutch, LabelKind::kPreferred, "Lasser"},
                          Label{kDutch, LabelKind::kAlternative, "Constructielasser"},
                          Label{kDutch, LabelKind::kAlternative, "TIG-lasser"},
                          Label{kDutch, LabelKind::kHidden, "laser (metaal)"}));
  EXPECT_THAT(welder.descriptions,
              ElementsAre(Description{kDutch, "Verbindt metalen delen door ze te smelten."}));
  EXPECT_THAT(welder.requirements,
              ElementsAre(RequirementSource{Cap("samenwerken"), Importance::kSomewhat},
                          RequirementSource{Cap("tekeninglezen"), Importance::kImportant},
                          RequirementSource{Cap("verbinden"), Importance::kEssential},
                          RequirementSource{Know("metaalkunde"), Importance::kEssential}));
  EXPECT_EQ(Concept(Occ("KOK")).code, "5120");
  EXPECT_EQ(Concept(Occ("KOK")).level, std::nullopt) << "the ISCO code decides";
}

TEST_F(ImportCompetentNlTest, ReadsSkillsAndTheirHierarchy) {
  ASSERT_TRUE(Import().ok());
  EXPECT_EQ(Concept(Cap("verbinden")).kind, ConceptKind::kSkill);
  EXPECT_EQ(Concept(Cap("verbinden")).code, "1.1");
  EXPECT_THAT(Concept(Cap("verbinden")).broader, ElementsAre(Cap("doen")));
  EXPECT_EQ(Concept(Cap("doen")).kind, ConceptKind::kSkillGroup);
  EXPECT_EQ(Concept(Know("metaalkunde")).kind, ConceptKind::kKnowledge) << "both classes";
  EXPECT_THAT(Concept(Know("metaalkunde")).broader, ElementsAre(Know("techniek")))
      << "stated as narrower";
  EXPECT_EQ(store_.contents.taxonomies.begin()->second.size(), 2u + 7u);
}

TEST_F(ImportCompetentNlTest, ReadsMatchesAsCrosswalks) {
  ASSERT_TRUE(Import().ok());
  EXPECT_THAT(
      LinksTo("esco"),
      ElementsAre(CrosswalkLink{Cap("samenwerken"), EscoSkill("teams"), MatchKind::kBroad},
                  CrosswalkLink{Cap("tekeninglezen"), EscoSkill("drawings"), MatchKind::kNarrow},
                  CrosswalkLink{Cap("verbinden"), EscoSkill("solder"), MatchKind::kClose},
                  CrosswalkLink{Cap("verbinden"), EscoSkill("weld"), MatchKind::kExact},
                  CrosswalkLink{Occ("LASSER"), "http://data.europa.eu/esco/occupation/welder",
                                MatchKind::kBroad}));
  EXPECT_THAT(LinksTo("isco08"),
              ElementsAre(CrosswalkLink{Occ("LASSER"), "http://data.europa.eu/esco/isco/C7212",
                                        MatchKind::kClose}));
  EXPECT_THAT(
      LinksTo("onet"),
      ElementsAre(CrosswalkLink{Cap("samenwerken"),
                                "https://www.onetonline.org/find/descriptor/result/2.B.1.b",
                                MatchKind::kClose},
                  CrosswalkLink{Occ("LASSER"), "https://www.onetonline.org/link/summary/51-4121.00",
                                MatchKind::kBroad}));
}

TEST_F(ImportCompetentNlTest, CountsWhatItLeavesAside) {
  const auto report = Import();
  ASSERT_TRUE(report.ok()) << report.status();
  const auto ignored = [](std::string_view part) {
    return AllOf(Field(&Problem::code, "ignored"), Field(&Problem::severity, Severity::kWarning),
                 Field(&Problem::message, HasSubstr(std::string(part))));
  };
  EXPECT_THAT(report->problems, Contains(ignored("1 statements not used: https://linkeddata."
                                                 "competentnl.nl/def/competentnl#hasRIASEC")));
  EXPECT_THAT(report->problems, Contains(ignored("isCharacterizedByOccupationTask_Essential")));
  EXPECT_THAT(report->problems, Contains(ignored("resources that are no occupation")));
}

TEST_F(ImportCompetentNlTest, ReadsNTriplesAndFolders) {
  path_ = DataPath("competentnl/techniek.nt");
  const auto one = Import(true);
  ASSERT_TRUE(one.ok()) << one.status();
  EXPECT_EQ(one->accepted, 6);
  EXPECT_THAT(Concept(Occ("KOK")).labels, ElementsAre(Label{kDutch, LabelKind::kPreferred, "Kok"}));
  // A label in another file than its concept, and blank nodes of one name in two files.
  store_.contents = {};
  folder_.Write("a.ttl",
                "<https://linkeddata.competentnl.nl/uwv/id/occupation/KOK> "
                "<http://www.w3.org/2008/05/skos-xl#altLabel> _:l1 .\n"
                "_:l1 <http://www.w3.org/2008/05/skos-xl#literalForm> \"Chef\"@nl .\n");
  folder_.Write("b.nt", DataText("competentnl/techniek.nt"));
  folder_.Write("notes.txt", "not RDF");
  folder_.Remove("data.ttl");
  path_ = folder_.path();
  const auto both = Import(true);
  ASSERT_TRUE(both.ok()) << both.status();
  EXPECT_EQ(both->accepted, 8);
  EXPECT_THAT(Concept(Occ("KOK")).labels,
              ElementsAre(Label{kDutch, LabelKind::kPreferred, "Kok"},
                          Label{kDutch, LabelKind::kAlternative, "Chef"}));
}

TEST_F(ImportCompetentNlTest, TheOrderOfStatementsDoesNotMatter) {
  ASSERT_TRUE(Import().ok());
  const auto first = store_.contents.taxonomies;
  const auto first_links = *store_.ReadCrosswalks();
  const std::string all = text();
  const size_t head = all.find("occ:LASSER a");
  const size_t middle = all.find("cap:doen a");
  folder_.Write("data.ttl",
                StrCat(all.substr(0, head), all.substr(middle), all.substr(head, middle - head)));
  ASSERT_TRUE(Import().ok());
  EXPECT_EQ(store_.contents.taxonomies, first) << "one version, since the content is equal";
  EXPECT_EQ(*store_.ReadCrosswalks(), first_links);
}

TEST_F(ImportCompetentNlTest, RequirementOfUnknownCapability) {
  ExpectOneRefusal("occ:KOK cnlo:requiresHATEssential\n cap:vliegen .\n", "unknown_skill");
}
TEST_F(ImportCompetentNlTest, RequirementOfAnOccupation) {
  ExpectOneRefusal("occ:KOK cnlo:requiresHATEssential occ:LASSER .\n", "unknown_skill");
}
TEST_F(ImportCompetentNlTest, RequirementOfText) {
  ExpectOneRefusal("occ:KOK cnlo:requiresHATEssential \"lassen\" .\n", "unknown_skill");
}
TEST_F(ImportCompetentNlTest, RequirementByUnknownOccupation) {
  ExpectOneRefusal("occ:PILOOT cnlo:requiresHATImportant cap:doen .\n", "unknown_occupation");
}
TEST_F(ImportCompetentNlTest, BroaderConceptThatIsUnknown) {
  ExpectOneRefusal("cap:doen skos:broader cap:alles .\n", "unknown_concept");
}
TEST_F(ImportCompetentNlTest, BroaderConceptOfAnotherPillar) {
  ExpectOneRefusal("cap:doen skos:broader occ:KOK .\n", "unknown_concept");
}
TEST_F(ImportCompetentNlTest, ConceptWithoutLabel) {
  ExpectOneRefusal("cap:zwijgen a cnlo:HumanCapability .\n", "no_label");
}
TEST_F(ImportCompetentNlTest, ConceptWithoutUri) {
  ExpectOneRefusal("[] a cnlo:HumanCapability .\n", "no_uri");
}
TEST_F(ImportCompetentNlTest, ConceptOfTwoClasses) {
  ExpectOneRefusal("occ:KOK a cnlo:HumanCapability .\n", "two_classes");
}
TEST_F(ImportCompetentNlTest, ConceptThatIsWithdrawn) {
  ExpectOneRefusal(
      "cap:oud cnluwv:hasContentStatus cnluwv:Obsolete ; skos:prefLabel \"x\" .\n"
      "cap:oud a cnlo:HumanCapability .\n",
      "withdrawn");
}
TEST_F(ImportCompetentNlTest, LabelNodeWithoutText) {
  ExpectOneRefusal("occ:KOK skosxl:altLabel <http://example.org/l> .\n", "no_literal_form");
}
TEST_F(ImportCompetentNlTest, LabelThatIsEmpty) {
  ExpectOneRefusal("occ:KOK skos:altLabel \" \"@nl .\n", "empty_label");
}
TEST_F(ImportCompetentNlTest, LabelThatIsNoText) {
  ExpectOneRefusal("occ:KOK skos:altLabel occ:LASSER .\n", "bad_label");
}
TEST_F(ImportCompetentNlTest, LabelInALanguageOfThreeLetters) {
  ExpectOneRefusal("occ:KOK skos:altLabel \"Chef\"@nds .\n", "unknown_language");
}
TEST_F(ImportCompetentNlTest, BadIscoCode) {
  ExpectOneRefusal("occ:KOK cnlo:iscoCode \"51200\" .\n", "bad_isco_code");
}
TEST_F(ImportCompetentNlTest, LevelOfEducationThatIsUnknown) {
  ExpectOneRefusal("norm:mbo2lassen ksmo:niveau \"hoog\" .\n", "bad_level");
}
TEST_F(ImportCompetentNlTest, MatchThatIsNotOfEsco) {
  ExpectOneRefusal("cap:doen cnlo:exactMatchESCO <http://example.org/weld> .\n", "foreign_uri");
}

TEST_F(ImportCompetentNlTest, RequirementStatedTwiceKeepsTheMostImportant) {
  folder_.Append("data.ttl", "occ:KOK cnlo:requiresHATSomewhat know:voeding .\n");
  const auto report = Import(true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(report->problems, Contains(Field(&Problem::code, "duplicate_relation")));
  EXPECT_THAT(Concept(Occ("KOK")).requirements,
              ElementsAre(RequirementSource{Cap("samenwerken"), Importance::kEssential},
                          RequirementSource{Know("voeding"), Importance::kImportant}));
}

TEST_F(ImportCompetentNlTest, SyntaxErrorRefusesTheWholeWithFileAndLine) {
  folder_.Append("data.ttl", "occ:KOK cnlo:requiresHATEssential .\n");
  ExpectInvalid(HasSubstr(StrCat("data.ttl:", lines_ + 1, ": ")));
}

TEST_F(ImportCompetentNlTest, TruncationRefusesTheWhole) {
  const std::string all = text();
  folder_.Write("data.ttl", all.substr(0, all.size() - 12));
  ExpectInvalid(HasSubstr("data.ttl:"));
}

TEST_F(ImportCompetentNlTest, CycleRefusesTheWholeWithFileAndLine) {
  folder_.Append("data.ttl", "cap:doen skos:broader cap:verbinden .\n");
  ExpectInvalid(AllOf(HasSubstr("data.ttl:"), HasSubstr("cycle"), HasSubstr(Cap("doen"))));
}

TEST_F(ImportCompetentNlTest, NothingOfCompetentNlRefusesTheWhole) {
  folder_.Write("data.ttl", "");
  ExpectInvalid(HasSubstr("no Occupation"));
  folder_.Write("data.ttl", "<http://a> <http://b> <http://c> .\n");
  ExpectInvalid(HasSubstr("no Occupation"));
}

TEST_F(ImportCompetentNlTest, PathsThatAreNoFile) {
  path_ = folder_ / "none.ttl";
  EXPECT_EQ(Import().status().code(), absl::StatusCode::kNotFound);
  folder_.Write("data.xml", "<rdf:RDF/>");
  path_ = folder_ / "data.xml";
  ExpectInvalid(HasSubstr(".ttl"));
  folder_.Remove("data.ttl");
  path_ = folder_.path();
  ExpectInvalid(HasSubstr("no .ttl and no .nt"));
}

TEST_F(ImportCompetentNlTest, StrictWritesNothingWhenARecordIsRefused) {
  folder_.Append("data.ttl", "occ:KOK cnlo:requiresHATEssential cap:vliegen .\n");
  const store::FakeContents before = store_.contents;
  const auto report = Import(true);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("strict: 1 of"));
  EXPECT_TRUE(store_.contents == before);
}

TEST_F(ImportCompetentNlTest, AFullDiskLeavesTheMarkOfTheImport) {
  store_.writes_left = 1;
  EXPECT_EQ(Import().status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(store_.contents.imports.count("competentnl"), 1u);
}

TEST(CompetentNlTermsTest, LevelsOfEducation) {
  const auto level = [](std::string_view text) { return IscoLevelOfEducation(text).value_or(0); };
  EXPECT_EQ(level("NLQF 1"), 1);
  EXPECT_EQ(level("mbo-1"), 1);
  EXPECT_EQ(level("entree"), 1);
  EXPECT_EQ(level("mbo-2"), 2);
  EXPECT_EQ(level("MBO 3"), 2);
  EXPECT_EQ(level("havo"), 2);
  EXPECT_EQ(level("https://example.org/nlqf#NLQF4"), 3);
  EXPECT_EQ(level("mbo-4"), 3);
  EXPECT_EQ(level("Associate degree"), 3);
  EXPECT_EQ(level("6"), 4);
  EXPECT_EQ(level("hbo"), 4);
  EXPECT_EQ(level("wo master"), 4);
  for (const char* text : {"", "0", "9", "12", "mbo-5", "mbo", "hoog"}) EXPECT_EQ(level(text), 0);
}

}  // namespace
}  // namespace overstap::ingest
