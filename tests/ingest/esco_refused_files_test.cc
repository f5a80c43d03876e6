// ESCO downloads that are refused as a whole, the store being as before.
#include <filesystem>

#include "base/strings.h"
#include "tests/ingest/import_esco_fixture.h"

namespace overstap::ingest {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

TEST_F(ImportEscoTest, StrictRefusesTheWholeForOneRow) {
  folder_.Append("skills_nl_labels_only.csv", StrCat(SkillUri("fly"), ",vliegen\n"));
  const auto report = Import(/*strict=*/true);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()),
              AllOf(HasSubstr("skills_nl_labels_only.csv:5: "), HasSubstr(SkillUri("fly"))));
  EXPECT_TRUE(store_.contents == store::FakeContents());
}

TEST_F(ImportEscoTest, StrictAcceptsTheWholeWithoutAFault) {
  EXPECT_TRUE(Import(/*strict=*/true).ok());
}

TEST_F(ImportEscoTest, NoFolder) {
  NoProgress progress;
  const auto report = ImportEsco({folder_ / "nowhere", {kDutch}, false}, &store_, &progress);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("nowhere"));
}

TEST_F(ImportEscoTest, EmptyFolder) {
  TempFolder empty;
  NoProgress progress;
  const auto report = ImportEsco({empty.path(), {kDutch, kEnglish}, false}, &store_, &progress);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("occupations_nl.csv"));
  EXPECT_TRUE(store_.contents == store::FakeContents());
}

TEST_F(ImportEscoTest, NoLanguage) {
  EXPECT_EQ(Import(false, {}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(ImportEscoTest, LanguageThatIsNotThere) {
  const auto report = Import(false, {kDutch, Language('f', 'r')});
  EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("occupations_fr.csv"));
}

class MissingFileTest : public ImportEscoTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(MissingFileTest, IsNamed) {
  folder_.Remove(GetParam());
  std::string name = GetParam();
  if (name == "skills_nl_labels_only.csv") name = "skills_nl.csv";
  ExpectInvalid(HasSubstr(name));
}

TEST_P(MissingFileTest, EmptyFileIsNamed) {
  folder_.Write(GetParam(), "");
  ExpectInvalid(HasSubstr(StrCat(GetParam(), ":1: file is empty")));
}

TEST_P(MissingFileTest, FileWithoutTheRightColumnsIsNamed) {
  folder_.Write(GetParam(), "some,other,file\n1,2,3\n");
  ExpectInvalid(AllOf(HasSubstr(StrCat(GetParam(), ":1: column '")), HasSubstr("is missing"),
                      HasSubstr("some, other, file")));
}

TEST_P(MissingFileTest, FolderInPlaceOfFileIsNamed) {
  folder_.Remove(GetParam());
  std::filesystem::create_directory(folder_ / GetParam());
  ExpectInvalid(AllOf(HasSubstr(GetParam()), HasSubstr("folder")));
}

TEST_P(MissingFileTest, Latin1IsNamed) {
  folder_.Append(GetParam(), "caf\xe9\n");
  ExpectInvalid(AllOf(HasSubstr(StrCat(GetParam(), ":")), HasSubstr("UTF-8")));
}

TEST_P(MissingFileTest, TruncationInsideQuotesIsNamed) {
  folder_.Append(GetParam(), "\"never closed\nnext line");
  ExpectInvalid(AllOf(HasSubstr(StrCat(GetParam(), ":")), HasSubstr("truncated")));
}

TEST_P(MissingFileTest, TruncationInsideARowIsNamed) {
  folder_.Append(GetParam(), "http://data.europa.eu/es");
  ExpectInvalid(AllOf(HasSubstr(StrCat(GetParam(), ":")), HasSubstr("has 1 cells")));
}

INSTANTIATE_TEST_SUITE_P(
    Files, MissingFileTest,
    ::testing::Values("occupations_en.csv", "occupations_nl.csv", "skills_en.csv",
                      "skills_nl_labels_only.csv", "skillGroups_en.csv", "skillGroups_nl.csv",
                      "ISCOGroups_en.csv", "ISCOGroups_nl.csv", "broaderRelationsSkillPillar.csv",
                      "broaderRelationsOccPillar.csv", "occupationSkillRelations.csv"),
    [](const auto& file) {
      std::string name = file.param;
      std::erase_if(name, [](char c) { return c == '.' || c == '_'; });
      return name;
    });

TEST_F(ImportEscoTest, NoRowBelowTheHeader) {
  folder_.Write("skills_en.csv", "conceptUri,skillType,preferredLabel,altLabels,description\n");
  ExpectInvalid(HasSubstr("skills_en.csv:1: "));
}

TEST_F(ImportEscoTest, FaultIsAtTheLineWhereTheRecordBegan) {
  folder_.Append("occupations_en.csv", "a,\"two\nlines\",c\n");
  ExpectInvalid(HasSubstr("occupations_en.csv:8: record has 3 cells, the header has 10"));
}

TEST_F(ImportEscoTest, CycleAmongSkillsIsNamed) {
  folder_.Append("broaderRelationsSkillPillar.csv",
                 StrCat("x,", GroupUri("S1"), ",x,", SkillUri("weld"), "\n"));
  ExpectInvalid(AllOf(::testing::ContainsRegex("broaderRelationsSkillPillar.csv:(2|3|10): "),
                      HasSubstr("cycle"), HasSubstr(GroupUri("S1")), HasSubstr(GroupUri("S1.1")),
                      HasSubstr(SkillUri("weld"))));
}

TEST_F(ImportEscoTest, SkillBroaderThanItselfIsNamed) {
  folder_.Append("broaderRelationsSkillPillar.csv",
                 StrCat("x,", SkillUri("weld"), ",x,", SkillUri("weld"), "\n"));
  ExpectInvalid(AllOf(HasSubstr("broaderRelationsSkillPillar.csv:10: "), HasSubstr("cycle")));
}

TEST_F(ImportEscoTest, CycleAmongOccupationsIsNamed) {
  folder_.Append("broaderRelationsOccPillar.csv",
                 StrCat("x,", OccupationUri("welder"), ",x,", OccupationUri("fitter"), "\n"));
  ExpectInvalid(AllOf(::testing::ContainsRegex("broaderRelationsOccPillar.csv:(5|7): "),
                      HasSubstr("cycle"), HasSubstr(OccupationUri("welder")),
                      HasSubstr(OccupationUri("fitter"))));
}

TEST_F(ImportEscoTest, CycleAmongIscoGroupsIsNamed) {
  folder_.Append("broaderRelationsOccPillar.csv",
                 StrCat("x,", IscoUri("7"), ",x,", IscoUri("7212"), "\n"));
  ExpectInvalid(AllOf(HasSubstr("broaderRelationsOccPillar.csv:"), HasSubstr("cycle")));
}

TEST_F(ImportEscoTest, VeryLongLineIsRefusedEarly) {
  folder_.Append("occupationSkillRelations.csv", std::string(size_t{64} << 20, 'a'));
  ExpectInvalid(HasSubstr("occupationSkillRelations.csv:9: record is longer than 1048576 bytes"));
}

TEST_F(ImportEscoTest, VeryLongQuotedCellIsRefusedEarly) {
  folder_.Append("occupationSkillRelations.csv", "\"" + std::string(size_t{64} << 20, '\n'));
  ExpectInvalid(HasSubstr("occupationSkillRelations.csv:9: record is longer than 1048576 bytes"));
}

TEST_F(ImportEscoTest, FullDisk) {
  store_.writes_left = 0;
  ExpectRefused(absl::StatusCode::kResourceExhausted, HasSubstr("full"));
}

}  // namespace
}  // namespace overstap::ingest
