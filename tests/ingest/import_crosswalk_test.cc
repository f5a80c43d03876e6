// Crosswalk files of three layouts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/strings.h"
#include "ingest/crosswalk_rows.h"
#include "ingest/crosswalk_scheme_names.h"
#include "ingest/crosswalk_uris.h"
#include "ingest/importer.h"
#include "tests/ingest/data_folder.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr char kEsco[] = "http://data.europa.eu/esco/";

class ImportCrosswalkTest : public ::testing::Test {
 protected:
  absl::StatusOr<ImportReport> Import(const CrosswalkImportParams& params) {
    NoProgress progress;
    return ImportCrosswalk(params, &store_, &progress);
  }
  absl::StatusOr<ImportReport> ImportFile(std::string path, bool strict = false) {
    CrosswalkImportParams params;
    params.path = std::move(path);
    params.strict = strict;
    return Import(params);
  }

  std::vector<Crosswalk> Stored() const { return *store_.ReadCrosswalks(); }

  void ExpectInvalid(std::string_view text, const ::testing::Matcher<const std::string&>& message) {
    folder_.Write("file.tsv", text);
    const store::FakeContents before = store_.contents;
    const auto report = ImportFile(folder_ / "file.tsv");
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << report.status();
    EXPECT_THAT(std::string(report.status().message()), message);
    EXPECT_TRUE(store_.contents == before) << "the store was changed";
  }

  // The row after the test file must be refused by itself.
  void ExpectOneRefusal(const std::string& name, int64_t line, std::string_view row,
                        std::string_view code) {
    folder_.Write(name, StrCat(DataText(StrCat("crosswalk/", name)), row));
    const auto report = ImportFile(folder_ / name);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->read, report->accepted + report->refused);
    EXPECT_EQ(report->refused, 1);
    ASSERT_FALSE(report->problems.empty());
    EXPECT_EQ(report->problems[0].file, name);
    EXPECT_EQ(report->problems[0].line, line);
    EXPECT_EQ(report->problems[0].code, code);
    EXPECT_FALSE(ImportFile(folder_ / name, true).ok()) << "strict";
  }

  TempFolder folder_;
  store::FakeStore store_;
};

TEST_F(ImportCrosswalkTest, OurOwnLayout) {
  const auto report = ImportFile(DataPath("crosswalk/links.tsv"), true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->kind, "crosswalk");
  EXPECT_EQ(report->accepted, 2);
  const std::string cap = "https://linkeddata.competentnl.nl/id/human-capability/";
  EXPECT_THAT(Stored(),
              ElementsAre(Crosswalk{
                  "competentnl",
                  "esco",
                  {{cap + "samenwerken", StrCat(kEsco, "skill/teams"), MatchKind::kBroad},
                   {cap + "verbinden", StrCat(kEsco, "skill/weld"), MatchKind::kExact}}}));
}

TEST_F(ImportCrosswalkTest, NationalMappingOfEsco) {
  CrosswalkImportParams params;
  params.path = DataPath("crosswalk/national_mapping.csv");
  params.strict = true;
  params.scheme = "brc2014";
  const auto report = Import(params);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->accepted, 5);
  ASSERT_THAT(report->problems, SizeIs(1));
  EXPECT_EQ(report->problems[0].code, "no_relation");
  const std::string occupation = StrCat(kEsco, "occupation/");
  EXPECT_THAT(Stored(),
              ElementsAre(Crosswalk{
                  "esco",
                  "brc2014",
                  {{occupation + "chef", "brc2014:1301", MatchKind::kNarrow},
                   {occupation + "cook", "https://example.org/beroep/kok", MatchKind::kClose},
                   {occupation + "waiter", "brc2014:1302", MatchKind::kBroad},
                   {occupation + "welder", "brc2014:1201", MatchKind::kExact}}}));
}

TEST_F(ImportCrosswalkTest, TheNameOfTheFileNamesTheSecondScheme) {
  ASSERT_TRUE(ImportFile(DataPath("crosswalk/national_mapping.csv")).ok());
  ASSERT_THAT(Stored(), SizeIs(1));
  EXPECT_EQ(Stored()[0].to_scheme, "national-mapping");
}

TEST_F(ImportCrosswalkTest, MappingWithOtherDelimiters) {
  for (const char delimiter : {';', '\t'}) {
    store_.contents = {};
    std::string text;
    for (const char* row : {"A table", "with two lines above",
                            "Classification 1 URL,Mapping Relation,Classification 2 ID",
                            "http://data.europa.eu/esco/occupation/cook,skos:closeMatch,77"}) {
      for (const char c : StrCat(row, "\n")) text += c == ',' ? delimiter : c;
    }
    folder_.Write("xx.csv", text);
    const auto report = ImportFile(folder_ / "xx.csv", true);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_THAT(
        Stored(),
        ElementsAre(Crosswalk{
            "esco", "xx", {{StrCat(kEsco, "occupation/cook"), "xx:77", MatchKind::kClose}}}));
  }
}

TEST_F(ImportCrosswalkTest, OnetMappingGoesToEscoAndIsco) {
  const auto report = ImportFile(DataPath("crosswalk/onet_mapping.csv"), true);
  ASSERT_TRUE(report.ok()) << report.status();
  const std::string summary = "https://www.onetonline.org/link/summary/";
  EXPECT_THAT(
      Stored(),
      ElementsAre(
          Crosswalk{
              "onet",
              "esco",
              {{summary + "35-2014.00", StrCat(kEsco, "occupation/cook"), MatchKind::kBroad},
               {summary + "51-4121.00", StrCat(kEsco, "occupation/welder"), MatchKind::kExact}}},
          Crosswalk{"onet",
                    "isco08",
                    {{summary + "35-2014.00", StrCat(kEsco, "isco/C5120"), MatchKind::kExact}}}));
}

TEST_F(ImportCrosswalkTest, IscoToBrcWithNames) {
  const auto report = ImportFile(DataPath("crosswalk/isco_brc.tsv"), true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->accepted, 3);
  EXPECT_THAT(report->problems, IsEmpty());
  ASSERT_THAT(Stored(), SizeIs(1));
  const auto index = CrosswalkIndex::Build(Stored());
  ASSERT_TRUE(index.ok()) << index.status();
  const auto links = index->Links(IscoUri("7212"));
  ASSERT_THAT(links, SizeIs(1));
  EXPECT_EQ(links[0].uri, BrcUri("0722"));
  EXPECT_EQ(links[0].kind, MatchKind::kBroad);
  EXPECT_EQ(index->LabelOf(links[0].uri, DefaultLanguageOrder()), "Metaalbewerkers");
  EXPECT_EQ(index->LabelOf(BrcUri("072"), DefaultLanguageOrder()), "Metaalarbeiders");
  EXPECT_EQ(index->LabelOf(BrcUri("07"), DefaultLanguageOrder()), "Technische beroepen");
}

TEST_F(ImportCrosswalkTest, ReplacesTheOneBetweenTheSameSchemes) {
  ASSERT_TRUE(ImportFile(DataPath("crosswalk/links.tsv")).ok());
  folder_.Write("more.tsv", "# competentnl esco\na:1\thttp://data.europa.eu/esco/x\tclose\n");
  ASSERT_TRUE(ImportFile(folder_ / "more.tsv").ok());
  ASSERT_THAT(Stored(), SizeIs(1));
  EXPECT_THAT(Stored()[0].links, SizeIs(1));
}

TEST_F(ImportCrosswalkTest, DuplicateLinkIsKeptOnce) {
  folder_.Write("d.tsv", "# a b\na:1\tb:1\tnarrow\na:1\tb:1\texact\n");
  const auto report = ImportFile(folder_ / "d.tsv", true);
  ASSERT_TRUE(report.ok()) << report.status();
  ASSERT_THAT(report->problems, SizeIs(1));
  EXPECT_EQ(report->problems[0].code, "duplicate_link");
  EXPECT_EQ(report->problems[0].line, 3);
  EXPECT_THAT(Stored()[0].links, ElementsAre(CrosswalkLink{"a:1", "b:1", MatchKind::kExact}));
}

TEST_F(ImportCrosswalkTest, RowOfTwoCells) {
  ExpectOneRefusal("links.tsv", 6, "a:1\tb:1\n", "bad_row");
}
TEST_F(ImportCrosswalkTest, RowOfUnknownKind) {
  ExpectOneRefusal("links.tsv", 6, "a:1\thttp://data.europa.eu/esco/x\trelated\n",
                   "unknown_relation");
}
TEST_F(ImportCrosswalkTest, RowWithAnEndThatIsNotOfTheScheme) {
  ExpectOneRefusal("links.tsv", 6, "a:1\thttp://example.org/x\texact\n", "bad_uri");
}
TEST_F(ImportCrosswalkTest, RowThatIsTooLong) {
  ExpectOneRefusal("links.tsv", 6, StrCat("a:1\t", std::string(2 << 20, 'x'), "\texact\n"),
                   "line_too_long");
}
TEST_F(ImportCrosswalkTest, MappingRowWithoutAnEnd) {
  ExpectOneRefusal("national_mapping.csv", 24,
                   "http://data.europa.eu/esco/occupation/x,x,,,x,skos:exactMatch\n", "bad_uri");
}
TEST_F(ImportCrosswalkTest, MappingRowToEscoItself) {
  ExpectOneRefusal("national_mapping.csv", 24,
                   "http://data.europa.eu/esco/occupation/x,x,,http://data.europa.eu/esco/y,x,"
                   "skos:exactMatch\n",
                   "same_scheme");
}
TEST_F(ImportCrosswalkTest, BadIscoCode) {
  ExpectOneRefusal("isco_brc.tsv", 5, "721\tx\t0722\tx\t072\tx\t07\tx\t2\tx\n", "bad_isco_code");
}
TEST_F(ImportCrosswalkTest, BadBrcCode) {
  ExpectOneRefusal("isco_brc.tsv", 5, "7213\tx\t722\tx\t072\tx\t07\tx\t2\tx\n", "bad_brc_code");
}

TEST_F(ImportCrosswalkTest, FilesRefusedAsAWhole) {
  ExpectInvalid("", HasSubstr(":1: the file is empty"));
  ExpectInvalid(std::string("#\0 \0a\0 \0b\0\n\0", 12), HasSubstr("UTF-16"));
  ExpectInvalid(std::string("# a b\na:1\tb:\0\texact\n", 20),
                AllOf(HasSubstr(":2: "), HasSubstr("U+0000")));
  ExpectInvalid("a:1\tb:1\texact\n", HasSubstr("layout is not known"));
  ExpectInvalid("# esco esco\na:1\tb:1\texact\n", HasSubstr("layout is not known"));
  ExpectInvalid("# a b\n", HasSubstr("no link"));
  ExpectInvalid("# a b\na\n", HasSubstr("1 of 1 rows are refused"));
  ExpectInvalid("# a b\na:1\tb:\xff\texact\n", AllOf(HasSubstr(":2: "), HasSubstr("UTF-8")));
  ExpectInvalid("ISCO2008unitgroup\tx\n", HasSubstr("BRC2014beroepsgroep"));
  ExpectInvalid("ISCO2008unitgroup\tBRC2014beroepsgroep\n7212\n", HasSubstr(":2: "));
  ExpectInvalid("Classification 1 URI,Classification 2 URI\n", HasSubstr("Mapping relation"));
  ExpectInvalid("O*NET Id,ESCO or ISCO URI,Type of Match\n\"51-4121.00,x", HasSubstr("not closed"));
}

TEST_F(ImportCrosswalkTest, TheFormatThatIsNamedIsUsed) {
  CrosswalkImportParams params;
  params.path = DataPath("crosswalk/links.tsv");
  for (const CrosswalkFormat format : {CrosswalkFormat::kIscoBrc, CrosswalkFormat::kEscoMapping}) {
    params.format = format;
    EXPECT_EQ(Import(params).status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(ParseCrosswalkFormat(CrosswalkFormatName(format)), format);
  }
  params.format = CrosswalkFormat::kTsv;
  EXPECT_TRUE(Import(params).ok());
  params.scheme = "Not a name";
  EXPECT_FALSE(Import(params).ok());
}

TEST_F(ImportCrosswalkTest, NoFile) {
  EXPECT_EQ(ImportFile(folder_ / "none.tsv").status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ImportFile(folder_.path()).status().code(), absl::StatusCode::kInvalidArgument);
}

// The counts of the real table, where it is present.
TEST_F(ImportCrosswalkTest, RealIscoToBrc) {
  const auto path = std::filesystem::path(OVERSTAP_SOURCE_DIR) / ".." / "shared" / "data" /
                    "crosswalks" / "isco08_to_brc2014.tsv";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the table of CBS is not at " << path;
  const auto report = ImportFile(path.string(), true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->read, 588);
  EXPECT_EQ(report->accepted, 588);
  EXPECT_THAT(report->problems, IsEmpty());
  ASSERT_THAT(Stored(), SizeIs(1));
  EXPECT_THAT(Stored()[0].links, SizeIs(588));
  std::map<size_t, int> labels_by_digits;
  const std::vector<Crosswalk> stored = Stored();
  for (const CrosswalkLabel& label : stored[0].labels) {
    ++labels_by_digits[label.uri.size() - BrcUri("").size()];
  }
  EXPECT_EQ(labels_by_digits[4], 114) << "groups";
  EXPECT_EQ(labels_by_digits[2], 13) << "classes";
  const auto index = CrosswalkIndex::Build(Stored());
  ASSERT_TRUE(index.ok());
  const std::vector<std::string> asked = {IscoUri("1111")};
  const Translation brc = index->Translate(asked, kBrcScheme);
  ASSERT_THAT(brc.reached, SizeIs(1));
  EXPECT_EQ(index->LabelOf(brc.reached[0].uri, {kDutch}), "Overheidsbestuurders");
}

TEST(CrosswalkUrisTest, Codes) {
  EXPECT_EQ(IscoCodeIn("http://data.europa.eu/esco/isco/C7212"), "7212");
  EXPECT_EQ(IscoCodeIn("72"), "72");
  for (const char* text : {"", "C", "72123", "C72a", "http://x/"}) {
    EXPECT_EQ(IscoCodeIn(text), std::nullopt) << text;
  }
  EXPECT_TRUE(IsOnetOccupationCode("51-4121.00"));
  for (const char* text : {"", "51-4121", "51-4121.000", "5a-4121.00"}) {
    EXPECT_FALSE(IsOnetOccupationCode(text)) << text;
  }
  EXPECT_TRUE(IsOnetElementId("2.B.1.a"));
  for (const char* text : {"", "B.1", "2.", "2..1", "2 B", "22"}) {
    EXPECT_FALSE(IsOnetElementId(text)) << text;
  }
  EXPECT_EQ(SchemeOfUri("http://data.europa.eu/esco/isco/C1"), kIscoScheme);
  EXPECT_EQ(SchemeOfUri("http://data.europa.eu/esco/skill/x"), kEscoScheme);
  EXPECT_EQ(SchemeOfUri("51-4121.00"), kOnetScheme);
  EXPECT_EQ(SchemeOfUri("http://example.org/"), "");
}

TEST(CrosswalkSchemeNamesTest, Names) {
  EXPECT_TRUE(IsSchemeName("isco08"));
  for (const char* name : {"", "8x", "Esco", "a b", "a/b"}) EXPECT_FALSE(IsSchemeName(name));
  EXPECT_EQ(SchemeNameOf("NL_mapping 2021"), "nl-mapping-2021");
  EXPECT_EQ(SchemeNameOf("12 "), "other");
  EXPECT_EQ(SchemesOfHeader("# a  b\t"), std::pair(std::string("a"), std::string("b")));
  EXPECT_EQ(SchemesOfHeader("#a b c"), std::nullopt);
  EXPECT_EQ(SchemesOfHeader("# a a"), std::nullopt);
}

TEST(CrosswalkRowsTest, Relations) {
  EXPECT_EQ(MatchKindOfRelation(" skos:exactMatch "), MatchKind::kExact);
  EXPECT_EQ(MatchKindOfRelation("http://www.w3.org/2004/02/skos/core#broadMatch"),
            MatchKind::kBroad);
  EXPECT_EQ(MatchKindOfRelation("closeMatch"), MatchKind::kClose);
  EXPECT_EQ(MatchKindOfRelation("narrow"), MatchKind::kNarrow);
  EXPECT_EQ(MatchKindOfRelation("exactISCO"), MatchKind::kExact);
  for (const char* text : {"", "Match", "skos:relatedMatch", "exact match?"}) {
    EXPECT_EQ(MatchKindOfRelation(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace overstap::ingest
