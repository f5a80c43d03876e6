// What of an O*NET database gets into the taxonomy.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/strings.h"
#include "ingest/importer.h"
#include "ingest/onet_reader.h"
#include "tests/ingest/data_folder.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kWelder[] = "https://www.onetonline.org/link/summary/51-4121.00";
constexpr char kCook[] = "https://www.onetonline.org/link/summary/35-2014.00";

std::string Element(std::string_view id) {
  return StrCat("https://www.onetonline.org/find/descriptor/result/", id);
}

class ImportOnetTest : public ::testing::Test {
 protected:
  ImportOnetTest() {
    for (const auto& entry : std::filesystem::directory_iterator(DataPath("onet"))) {
      const std::string name = entry.path().filename().string();
      folder_.Write(name, DataText(StrCat("onet/", name)));
    }
  }

  absl::StatusOr<ImportReport> Import(bool strict = false) {
    NoProgress progress;
    return ImportOnet({folder_.path(), strict}, &store_, &progress);
  }

  void ExpectInvalid(const ::testing::Matcher<const std::string&>& message) {
    const store::FakeContents before = store_.contents;
    const auto report = Import();
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << report.status();
    EXPECT_THAT(std::string(report.status().message()), message);
    EXPECT_TRUE(store_.contents == before) << "the store was changed";
  }

  void ExpectOneRefusal(std::string_view file, int64_t line, std::string_view code) {
    const auto report = Import();
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->read, report->accepted + report->refused);
    EXPECT_EQ(report->refused, 1);
    const auto refused =
        std::find_if(report->problems.begin(), report->problems.end(),
                     [](const Problem& p) { return p.severity == Severity::kRefused; });
    ASSERT_NE(refused, report->problems.end());
    EXPECT_EQ(refused->file, file);
    EXPECT_EQ(refused->line, line);
    EXPECT_EQ(refused->code, code);
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

  static std::string Rating(std::string_view code, std::string_view element,
                            std::string_view value) {
    return StrCat(code, "\t", element, "\tname\tIM\t", value,
                  "\t8\t0.1\t3\t4\tN\tn/a\t07/2014\tAnalyst\n");
  }

  TempFolder folder_;
  store::FakeStore store_;
};

TEST_F(ImportOnetTest, ReadsOccupations) {
  const auto report = Import(true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->kind, "onet");
  EXPECT_TRUE(report->taxonomy_version.starts_with("onet-"));
  // 2 occupations, 10 elements in use, 5 ratings, 2 titles, 2 tasks, 2 zones.
  EXPECT_EQ(report->accepted, 2 + 10 + 5 + 2 + 2 + 2);
  const ConceptSource& welder = Concept(kWelder);
  EXPECT_EQ(welder.level, 3);
  EXPECT_THAT(welder.labels,
              ElementsAre(Label{kEnglish, LabelKind::kPreferred, "Welders"},
                          Label{kEnglish, LabelKind::kAlternative, "Aluminum Welder"}));
  EXPECT_THAT(welder.descriptions,
              ElementsAre(Description{
                  kEnglish, "Use hand-welding equipment, \"hot\" or not. Weld components."}));
  EXPECT_THAT(welder.requirements,
              ElementsAre(RequirementSource{Element("1.A.1"), Importance::kSomewhat},
                          RequirementSource{Element("2.A.1"), Importance::kEssential},
                          RequirementSource{Element("2.C.1"), Importance::kEssential}));
  EXPECT_THAT(Concept(kCook).requirements,
              ElementsAre(RequirementSource{Element("2.A.2"), Importance::kImportant},
                          RequirementSource{Element("2.C.2"), Importance::kEssential}));
}

TEST_F(ImportOnetTest, ReadsElementsAndWhatIsAboveThem) {
  ASSERT_TRUE(Import().ok());
  EXPECT_EQ(Concept(Element("2.A.1")).kind, ConceptKind::kSkill);
  EXPECT_EQ(Concept(Element("2.A.1")).code, "2.A.1");
  EXPECT_THAT(Concept(Element("2.A.1")).broader, ElementsAre(Element("2.A")));
  EXPECT_EQ(Concept(Element("2.C.1")).kind, ConceptKind::kKnowledge);
  EXPECT_EQ(Concept(Element("2.A")).kind, ConceptKind::kSkillGroup);
  EXPECT_THAT(Concept(Element("2.A")).broader, ElementsAre(Element("2")));
  EXPECT_THAT(Concept(Element("2")).broader, IsEmpty());
}

TEST_F(ImportOnetTest, CountsRatingsThatAreLeftAside) {
  const auto report = Import();
  ASSERT_TRUE(report.ok()) << report.status();
  std::vector<std::string> messages;
  for (const Problem& problem : report->problems) {
    EXPECT_EQ(problem.code, "ignored");
    messages.push_back(StrCat(problem.file, ": ", problem.message));
  }
  EXPECT_THAT(messages,
              ElementsAre("Skills.txt: 1 rows not used: ratings that O*NET recommends to suppress",
                          "Skills.txt: 1 rows not used: ratings below 1.5: not important"));
}

TEST_F(ImportOnetTest, OptionalFilesMayBeMissing) {
  for (const char* name :
       {"Abilities.txt", "Alternate Titles.txt", "Task Statements.txt", "Job Zones.txt"}) {
    folder_.Remove(name);
  }
  ASSERT_TRUE(Import(true).ok());
  EXPECT_EQ(Concept(kWelder).level, std::nullopt);
}

TEST_F(ImportOnetTest, NeededFilesMayNot) {
  folder_.Remove("Knowledge.txt");
  const auto report = Import();
  EXPECT_EQ(report.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("Knowledge.txt"));
}

TEST_F(ImportOnetTest, RowsRefusedByThemselves) {
  folder_.Append("Skills.txt", Rating("99-9999.00", "2.A.1", "4"));
  ExpectOneRefusal("Skills.txt", 7, "unknown_occupation");
}
TEST_F(ImportOnetTest, RatingOfUnknownElement) {
  folder_.Append("Skills.txt", Rating("51-4121.00", "2.Z.1", "4"));
  ExpectOneRefusal("Skills.txt", 7, "unknown_skill");
}
TEST_F(ImportOnetTest, RatingOutOfRange) {
  folder_.Append("Skills.txt", Rating("51-4121.00", "2.A.1", "5.01"));
  ExpectOneRefusal("Skills.txt", 7, "bad_value");
}
TEST_F(ImportOnetTest, RatingThatIsNoNumber) {
  folder_.Append("Skills.txt", Rating("51-4121.00", "2.A.1", "nan"));
  ExpectOneRefusal("Skills.txt", 7, "bad_value");
}
TEST_F(ImportOnetTest, OccupationWithBadCode) {
  folder_.Append("Occupation Data.txt", "514121\tPilots\tFly.\n");
  ExpectOneRefusal("Occupation Data.txt", 4, "bad_code");
}
TEST_F(ImportOnetTest, OccupationDefinedTwice) {
  folder_.Append("Occupation Data.txt", "51-4121.00\tWelders again\tWeld.\n");
  ExpectOneRefusal("Occupation Data.txt", 4, "duplicate_concept");
}
TEST_F(ImportOnetTest, OccupationWithoutTitle) {
  folder_.Append("Occupation Data.txt", "51-4122.00\t \tWeld.\n");
  ExpectOneRefusal("Occupation Data.txt", 4, "no_label");
}
TEST_F(ImportOnetTest, BadJobZone) {
  folder_.Append("Job Zones.txt", "51-4121.00\t6\t07/2014\tAnalyst\n");
  ExpectOneRefusal("Job Zones.txt", 4, "bad_job_zone");
}

TEST_F(ImportOnetTest, FilesRefusedAsAWhole) {
  folder_.Append("Skills.txt", "51-4121.00\t2.A.1\n");
  ExpectInvalid(AllOf(HasSubstr("Skills.txt:7: "), HasSubstr("2 cells")));
}
TEST_F(ImportOnetTest, MissingColumn) {
  folder_.Write("Skills.txt", "O*NET-SOC Code\tElement ID\n");
  ExpectInvalid(AllOf(HasSubstr("Skills.txt:1: "), HasSubstr("Scale ID")));
}
TEST_F(ImportOnetTest, EmptyFile) {
  folder_.Write("Occupation Data.txt", "");
  ExpectInvalid(HasSubstr("Occupation Data.txt:1: "));
}
TEST_F(ImportOnetTest, NoOccupation) {
  folder_.Write("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\n");
  ExpectInvalid(HasSubstr("Occupation Data.txt:1: not one row"));
}
TEST_F(ImportOnetTest, WrongEncoding) {
  folder_.Append("Occupation Data.txt", "51-4122.00\tCaf\xe9\tx\n");
  ExpectInvalid(AllOf(HasSubstr("Occupation Data.txt:4: "), HasSubstr("UTF-8")));
}
TEST_F(ImportOnetTest, HugeLine) {
  folder_.Append("Occupation Data.txt", StrCat("51-4122.00\t", std::string(2 << 20, 'x'), "\tx\n"));
  ExpectInvalid(HasSubstr("longer than"));
}
TEST_F(ImportOnetTest, NoFolder) {
  NoProgress progress;
  EXPECT_EQ(ImportOnet({folder_ / "none", false}, &store_, &progress).status().code(),
            absl::StatusCode::kNotFound);
}

TEST(OnetRatingTest, NearestAnchor) {
  EXPECT_EQ(ImportanceOfRating(5), Importance::kEssential);
  EXPECT_EQ(ImportanceOfRating(3.5), Importance::kEssential);
  EXPECT_EQ(ImportanceOfRating(3.49), Importance::kImportant);
  EXPECT_EQ(ImportanceOfRating(2.5), Importance::kImportant);
  EXPECT_EQ(ImportanceOfRating(1.5), Importance::kSomewhat);
  EXPECT_EQ(ImportanceOfRating(1.49), std::nullopt);
}

TEST(OnetJobZoneTest, Levels) {
  EXPECT_EQ(LevelOfJobZone("1"), 1);
  EXPECT_EQ(LevelOfJobZone("4"), 4);
  EXPECT_EQ(LevelOfJobZone("5"), 4);
  for (const char* zone : {"", "0", "6", "n/a", "11"}) {
    EXPECT_EQ(LevelOfJobZone(zone), std::nullopt);
  }
}

}  // namespace
}  // namespace overstap::ingest
