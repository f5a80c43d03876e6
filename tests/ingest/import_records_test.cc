#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "ingest/importer.h"
#include "tests/ingest/sample_records.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string Vacancy(std::string_view id) {
  return StrCat(R"({"id":")", id, R"(","title":"t"})", "\n");
}

class ImportRecordsTest : public ::testing::Test {
 protected:
  ImportRecordsTest() {
    // The URIs of the sample records.
    std::vector<ConceptSource> concepts;
    const auto add = [&concepts](const char* uri, ConceptKind kind) {
      concepts.emplace_back().uri = uri;
      concepts.back().kind = kind;
    };
    add("http://x/lasser", ConceptKind::kOccupation);
    add("http://x/draadtrekker", ConceptKind::kOccupation);
    add("http://x/kok", ConceptKind::kOccupation);
    add("http://x/a", ConceptKind::kSkill);
    add("http://x/b", ConceptKind::kKnowledge);
    add("http://x/c", ConceptKind::kSkill);
    add("http://x/group", ConceptKind::kSkillGroup);
    store_.contents.taxonomies["tiny-1"] = std::move(concepts);
    store_.contents.current = "tiny-1";
  }

  absl::StatusOr<ImportReport> Import(RecordKind kind, std::string_view text, bool strict = false) {
    folder_.Write("in.jsonl", text);
    NoProgress progress;
    return ImportRecords({kind, folder_ / "in.jsonl", strict}, &store_, &progress);
  }

  // The whole file must be refused and the store must stay as it was.
  void ExpectRefused(RecordKind kind, std::string_view text, bool strict,
                     const ::testing::Matcher<const std::string&>& message) {
    const store::FakeContents before = store_.contents;
    const auto report = Import(kind, text, strict);
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument) << report.status();
    EXPECT_THAT(std::string(report.status().message()), message);
    EXPECT_TRUE(store_.contents == before) << "the store was changed";
  }

  static std::vector<std::string> Codes(const ImportReport& report) {
    std::vector<std::string> codes;
    for (const Problem& problem : report.problems) {
      codes.push_back(StrCat(problem.file, ":", problem.line, " ", problem.code));
    }
    return codes;
  }

  TempFolder folder_;
  store::FakeStore store_;
};

TEST_F(ImportRecordsTest, KindsHaveNames) {
  for (const char* name :
       {"vacancies", "profiles", "courses", "schemes", "regions", "demand", "places"}) {
    ASSERT_TRUE(ParseRecordKind(name).has_value()) << name;
    EXPECT_EQ(RecordKindName(*ParseRecordKind(name)), name);
  }
  EXPECT_EQ(ParseRecordKind("esco"), std::nullopt);
}

TEST_F(ImportRecordsTest, WritesEveryKind) {
  EXPECT_TRUE(Import(RecordKind::kVacancies, kFullVacancy).ok());
  EXPECT_TRUE(Import(RecordKind::kProfiles, kFullProfile).ok());
  EXPECT_TRUE(Import(RecordKind::kCourses, kFullCourse).ok());
  EXPECT_TRUE(Import(RecordKind::kSchemes, kFullScheme).ok());
  EXPECT_TRUE(Import(RecordKind::kDemand, kFullDemand).ok());
  const auto report = Import(RecordKind::kRegions, kFullRegion);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(store_.contents.vacancies.at("v1").title, "Lasser");
  EXPECT_EQ(store_.contents.profiles.at("p1").region, "AM06");
  EXPECT_EQ(store_.contents.courses.at("c1").weeks, 16);
  EXPECT_EQ(store_.contents.schemes.at("slim").name, "SLIM");
  EXPECT_EQ(store_.contents.regions.at("AM06").name, "Regio Zwolle");
  EXPECT_EQ(store_.contents.demand.at("uwv-7212-am06").tension, model::Tension::kVeryTight);
  EXPECT_EQ(report->kind, "regions");
  EXPECT_EQ(report->read, 1);
  EXPECT_EQ(report->accepted, 1);
  EXPECT_THAT(report->problems, IsEmpty());
  EXPECT_EQ(report->taxonomy_version, "tiny-1");
  EXPECT_EQ(report->data_version, store_.DataVersion().value());
  EXPECT_THAT(store_.contents.imports, IsEmpty());
}

TEST_F(ImportRecordsTest, DemandForAnOccupationThatNoTaxonomyHasIsAWarning) {
  const std::string lines =
      StrCat(R"({"id":"a","occupation":"http://x/none","tension":"krap","as_of":"2026-06-30",)",
             R"("source":"UWV"})", "\n", R"({"id":"b","tension":"krap","as_of":"2026-06-30",)",
             R"("source":"UWV"})", "\n");
  const auto report = Import(RecordKind::kDemand, lines);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->accepted, 1);
  EXPECT_EQ(report->refused, 1);
  EXPECT_THAT(Codes(*report),
              ElementsAre("in.jsonl:1 unknown_occupation", "in.jsonl:2 bad_record"));
}

TEST_F(ImportRecordsTest, SkipsEmptyLinesCommentsAndByteOrderMark) {
  const auto report =
      Import(RecordKind::kVacancies, StrCat("\xef\xbb\xbf# illustrative\r\n\r\n  \n", Vacancy("a"),
                                            " # x\n", R"({"id":"b","title":"t"})"));
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->read, 2);
  EXPECT_EQ(store_.contents.vacancies.size(), 2u);
}

TEST_F(ImportRecordsTest, RefusesABadRecordByItself) {
  const auto report = Import(RecordKind::kVacancies,
                             StrCat(Vacancy("a"), "{\"id\":\n", "{\"id\":\"b\"}\n", "[]\n",
                                    "{\"id\":\"caf\xe9\",\"title\":\"t\"}\n", Vacancy("c")));
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->read, 6);
  EXPECT_EQ(report->accepted, 2);
  EXPECT_EQ(report->refused, 4);
  EXPECT_THAT(Codes(*report), ElementsAre("in.jsonl:2 bad_json", "in.jsonl:3 bad_record",
                                          "in.jsonl:4 bad_json", "in.jsonl:5 bad_json"));
  EXPECT_THAT(report->problems[1].message, HasSubstr("'title' is missing"));
  EXPECT_EQ(report->problems[1].severity, Severity::kRefused);
}

TEST_F(ImportRecordsTest, LongLineIsRefusedByItself) {
  const std::string text(size_t{64} << 20, 'x');
  const auto report =
      Import(RecordKind::kVacancies, StrCat(Vacancy("a"), text, "\n", Vacancy("b")));
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(Codes(*report), ElementsAre("in.jsonl:2 line_too_long"));
  EXPECT_EQ(report->accepted, 2);
}

TEST_F(ImportRecordsTest, LaterLineReplacesEarlier) {
  const auto report = Import(RecordKind::kVacancies,
                             "{\"id\":\"a\",\"title\":\"old\"}\n{\"id\":\"b\",\"title\":\"t\"}\n"
                             "{\"id\":\"a\",\"title\":\"new\"}\n");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(Codes(*report), ElementsAre("in.jsonl:3 duplicate_id"));
  EXPECT_EQ(report->problems[0].severity, Severity::kWarning);
  EXPECT_EQ(report->accepted, 3);
  EXPECT_EQ(store_.contents.vacancies.at("a").title, "new");
  EXPECT_EQ(store_.contents.vacancies.size(), 2u);
}

TEST_F(ImportRecordsTest, UrisOfEveryCurrentTaxonomyAreKnown) {
  const std::string vacancy = R"({"id":"v","title":"t","occupation":"http://cnl/kok",)"
                              R"("skills":[{"uri":"http://cnl/bakken","importance":"somewhat"},)"
                              R"({"uri":"http://x/a","importance":"somewhat"}]})";
  EXPECT_FALSE(Import(RecordKind::kVacancies, vacancy, true).ok());
  std::vector<ConceptSource> concepts(2);
  concepts[0].uri = "http://cnl/bakken";
  concepts[0].kind = ConceptKind::kSkill;
  concepts[1].uri = "http://cnl/kok";
  concepts[1].kind = ConceptKind::kOccupation;
  store_.contents.taxonomies["competentnl-1"] = std::move(concepts);
  store_.contents.others["competentnl"] = "competentnl-1";
  const auto report = Import(RecordKind::kVacancies, vacancy, true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(report->problems, IsEmpty());
}

TEST_F(ImportRecordsTest, WarnsAboutUnknownUris) {
  const auto vacancies = Import(
      RecordKind::kVacancies,
      R"({"id":"v","title":"t","occupation":"http://x/piloot","skills":[)"
      R"({"uri":"http://x/a","importance":"optional"},{"uri":"http://x/group","importance":"optional"}]})");
  ASSERT_TRUE(vacancies.ok()) << vacancies.status();
  EXPECT_THAT(Codes(*vacancies),
              ElementsAre("in.jsonl:1 unknown_occupation", "in.jsonl:1 unknown_skill"));
  EXPECT_EQ(vacancies->problems[0].severity, Severity::kWarning);
  EXPECT_THAT(vacancies->problems[0].message, HasSubstr("http://x/piloot"));
  EXPECT_EQ(store_.contents.vacancies.count("v"), 1u);

  const auto profiles = Import(RecordKind::kProfiles,
                               R"({"id":"p","occupations":[{"uri":"http://x/piloot","years":1}],)"
                               R"("skills":[{"uri":"http://x/vliegen","evidence":"work"}]})");
  ASSERT_TRUE(profiles.ok()) << profiles.status();
  EXPECT_THAT(Codes(*profiles),
              ElementsAre("in.jsonl:1 unknown_occupation", "in.jsonl:1 unknown_skill"));

  const auto courses =
      Import(RecordKind::kCourses,
             R"({"id":"c","title":"t","provider":"p","skills":["http://x/a","http://x/q"],)"
             R"("requires":["http://x/r"],"hours":1,"weeks":1,"price_eur":0,"form":"online"})");
  ASSERT_TRUE(courses.ok()) << courses.status();
  EXPECT_THAT(Codes(*courses), ElementsAre("in.jsonl:1 unknown_skill", "in.jsonl:1 unknown_skill"));
}

TEST_F(ImportRecordsTest, SaysThatUrisWereNotCheckedWithoutTaxonomy) {
  store_.contents.current.clear();
  for (const bool strict : {false, true}) {
    const auto report = Import(RecordKind::kVacancies, kFullVacancy, strict);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_THAT(Codes(*report), ElementsAre("in.jsonl:0 no_taxonomy"));
    EXPECT_EQ(report->taxonomy_version, "");
  }
}

TEST_F(ImportRecordsTest, CitizenServiceNumberIsRefused) {
  const auto report = Import(RecordKind::kProfiles,
                             "{\"id\":\"123456782\"}\n{\"id\":\"p\"}\n"
                             "{\"id\":\"q\",\"note\":\"bsn 123456782\"}\n");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(Codes(*report), ElementsAre("in.jsonl:1 bsn_like", "in.jsonl:3 bsn_like"));
  for (const Problem& problem : report->problems) {
    EXPECT_THAT(problem.message, ::testing::Not(HasSubstr("123456782")));
  }
  EXPECT_EQ(store_.contents.profiles.size(), 1u);
  EXPECT_TRUE(Import(RecordKind::kVacancies, Vacancy("123456782")).ok()) << "no person, no BSN";
}

TEST_F(ImportRecordsTest, StrictIsAllOrNothing) {
  ExpectRefused(RecordKind::kVacancies, StrCat(Vacancy("a"), "{}\n", Vacancy("b")), true,
                AllOf(HasSubstr("in.jsonl:2: "), HasSubstr("1 of 3 records")));
  const auto report = Import(RecordKind::kVacancies, StrCat(Vacancy("a"), Vacancy("b")), true);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_THAT(store_.batch_sizes, ElementsAre(2));
}

TEST_F(ImportRecordsTest, StrictRefusesUnknownUris) {
  ExpectRefused(RecordKind::kVacancies,
                StrCat(Vacancy("a"), R"({"id":"b","title":"t","occupation":"http://x/piloot"})"),
                true, AllOf(HasSubstr("in.jsonl:2: "), HasSubstr("http://x/piloot")));
}

TEST_F(ImportRecordsTest, StrictIsOneWriteWhateverTheSize) {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += Vacancy(StrCat("v", i));
  ASSERT_TRUE(Import(RecordKind::kVacancies, text, true).ok());
  EXPECT_THAT(store_.batch_sizes, ElementsAre(2500));
}

TEST_F(ImportRecordsTest, OtherwiseWritesBatches) {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += Vacancy(StrCat("v", i));
  ASSERT_TRUE(Import(RecordKind::kVacancies, text).ok());
  EXPECT_THAT(store_.batch_sizes, ElementsAre(1000, 1000, 500));
  EXPECT_EQ(store_.contents.vacancies.size(), 2500u);
}

TEST_F(ImportRecordsTest, InterruptedImportLeavesItsMark) {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += Vacancy(StrCat("v", i));
  store_.writes_left = 2;
  const auto report = Import(RecordKind::kVacancies, text);
  EXPECT_EQ(report.status().code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(store_.contents.vacancies.size(), 2000u);
  ASSERT_EQ(store_.contents.imports.count("vacancies"), 1u);
  EXPECT_EQ(store_.contents.imports.at("vacancies"), folder_ / "in.jsonl");
}

TEST_F(ImportRecordsTest, FileWithoutRecords) {
  for (const char* text : {"", "\n\n", "# only a comment\n"}) {
    ExpectRefused(RecordKind::kVacancies, text, false, HasSubstr("in.jsonl:1: no record"));
  }
}

TEST_F(ImportRecordsTest, NothingButBadRecords) {
  ExpectRefused(RecordKind::kVacancies, "{}\n[]\n", false,
                AllOf(HasSubstr("in.jsonl:1: "), HasSubstr("all 2 records are refused"),
                      HasSubstr("one JSON object a line")));
}

TEST_F(ImportRecordsTest, CountsStayExactBeyondTheListOfProblems) {
  std::string text = Vacancy("a");
  for (int i = 0; i < 1500; ++i) text += "{}\n";
  const auto report = Import(RecordKind::kVacancies, text);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->refused, 1500);
  EXPECT_EQ(report->problems.size(), ImportReport::kMaxProblems);
  EXPECT_EQ(report->problems_left_out, 500);
}

TEST_F(ImportRecordsTest, TakesAFolder) {
  folder_.Write("courses.jsonl", kFullCourse);
  NoProgress progress;
  const auto report =
      ImportRecords({RecordKind::kCourses, folder_.path(), true}, &store_, &progress);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(store_.contents.courses.size(), 1u);
}

TEST_F(ImportRecordsTest, MissingFileIsNamed) {
  NoProgress progress;
  for (const std::string& path : {folder_.path(), folder_ / "other.jsonl", folder_ / "no/where"}) {
    const auto report = ImportRecords({RecordKind::kCourses, path, false}, &store_, &progress);
    EXPECT_EQ(report.status().code(), absl::StatusCode::kNotFound);
    EXPECT_THAT(std::string(report.status().message()), HasSubstr(path));
  }
}

TEST_F(ImportRecordsTest, ReportsProgress) {
  class Last final : public Progress {
   public:
    void Update(std::string_view, int64_t done, int64_t) override {
      ++updates;
      last = done;
    }
    int updates = 0;
    int64_t last = 0;
  } progress;
  std::string text;
  for (int i = 0; i < 2500; ++i) text += Vacancy(StrCat("v", i));
  folder_.Write("in.jsonl", text);
  ASSERT_TRUE(
      ImportRecords({RecordKind::kVacancies, folder_ / "in.jsonl", false}, &store_, &progress)
          .ok());
  EXPECT_EQ(progress.updates, 4);
  EXPECT_EQ(progress.last, 2500);
}

}  // namespace
}  // namespace overstap::ingest
