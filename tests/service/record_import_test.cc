#include "service/record_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/strings.h"
#include "service/import_problem.h"
#include "tests/service/tiny_world.h"
#include "tests/support/fake_store.h"

namespace overstap::service {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class RecordImportTest : public ::testing::Test {
 protected:
  std::unique_ptr<RecordImport> Begin(v1::RecordKind kind, bool strict = false) {
    v1::ImportHeader header;
    header.set_kind(kind);
    header.set_strict(strict);
    header.set_source("a test");
    return RecordImport::Begin(header, {&taxonomy_}, &store_).value();
  }

  static v1::ImportRecords Vacancies(std::initializer_list<v1::Vacancy> vacancies) {
    v1::ImportRecords records;
    for (const v1::Vacancy& vacancy : vacancies) {
      *records.add_records()->mutable_vacancy() = vacancy;
    }
    return records;
  }

  static absl::StatusOr<v1::ImportResponse> End(RecordImport* import, int64_t count) {
    v1::ImportEnd end;
    end.set_record_count(count);
    return import->End(end);
  }

  const Taxonomy taxonomy_ = TinyTaxonomy();
  store::FakeStore store_;
};

TEST_F(RecordImportTest, KeepsGoodRecordsAndReportsTheOthers) {
  const auto import = Begin(v1::RECORD_KIND_VACANCIES);
  v1::Vacancy bad = AVacancy("bad", "urn:o:lasser");
  bad.set_level(9);
  ASSERT_TRUE(import->Add(Vacancies({AVacancy("a", "urn:o:lasser"), bad})).ok());
  ASSERT_TRUE(import->Add(Vacancies({AVacancy("b", "urn:o:unheard")})).ok());
  const auto report = End(import.get(), 3);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->read_count(), 3);
  EXPECT_EQ(report->accepted_count(), 2);
  EXPECT_EQ(report->refused_count(), 1);
  ASSERT_EQ(report->problems_size(), 2);
  EXPECT_EQ(report->problems(0).record_number(), 2);
  EXPECT_EQ(report->problems(0).id(), "bad");
  EXPECT_EQ(report->problems(0).code(), "bad_record");
  EXPECT_THAT(report->problems(0).message(), HasSubstr("level"));
  EXPECT_EQ(report->problems(0).severity(), v1::IMPORT_SEVERITY_REFUSED);
  EXPECT_EQ(report->problems(1).record_number(), 3);
  EXPECT_EQ(report->problems(1).code(), "unknown_occupation");
  EXPECT_EQ(report->problems(1).severity(), v1::IMPORT_SEVERITY_WARNING);
  EXPECT_EQ(store_.contents.vacancies.size(), 2U);
  EXPECT_THAT(store_.contents.imports, IsEmpty());
}

TEST_F(RecordImportTest, StrictIsAllOrNothing) {
  for (const std::string uri : {"urn:o:unheard", "urn:o:lasser"}) {
    const auto import = Begin(v1::RECORD_KIND_VACANCIES, true);
    ASSERT_TRUE(import->Add(Vacancies({AVacancy("a", "urn:o:lasser"), AVacancy("b", uri)})).ok());
    EXPECT_THAT(store_.contents.vacancies, IsEmpty());
    const auto report = End(import.get(), 2);
    if (uri == "urn:o:lasser") {
      EXPECT_TRUE(report.ok()) << report.status();
      EXPECT_EQ(store_.contents.vacancies.size(), 2U);
    } else {
      EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
      EXPECT_THAT(std::string(report.status().message()), HasSubstr("record 2"));
      EXPECT_THAT(store_.contents.vacancies, IsEmpty());
      EXPECT_FALSE(import->has_written());
    }
  }
}

TEST_F(RecordImportTest, WritesInBatchesAndMarksTheImportMeanwhile) {
  const auto import = Begin(v1::RECORD_KIND_VACANCIES);
  v1::ImportRecords records;
  for (int i = 0; i < 2500; ++i) {
    *records.add_records()->mutable_vacancy() = AVacancy(StrCat("v", i), "urn:o:lasser");
  }
  ASSERT_TRUE(import->Add(records).ok());
  EXPECT_THAT(store_.batch_sizes, ElementsAre(1000, 1000));
  EXPECT_EQ(store_.contents.imports["vacancies"], "a test");
  EXPECT_TRUE(import->has_written());
  ASSERT_TRUE(End(import.get(), 2500).ok());
  EXPECT_THAT(store_.batch_sizes, ElementsAre(1000, 1000, 500));
  EXPECT_THAT(store_.contents.imports, IsEmpty());
}

TEST_F(RecordImportTest, EveryKindReachesTheStore) {
  v1::ImportRecords profiles, courses, regions, schemes, places;
  *profiles.add_records()->mutable_profile() = AWelder("p");
  *courses.add_records()->mutable_course() = ADrawingCourse("c");
  *regions.add_records()->mutable_region() = ARegion("AM06");
  v1::Place* place = places.add_records()->mutable_place();
  place->set_postcode("8011");
  place->mutable_point()->set_latitude(52.51);
  place->mutable_point()->set_longitude(6.09);
  v1::Scheme* scheme = schemes.add_records()->mutable_scheme();
  scheme->set_id("s");
  scheme->set_name("SLIM");
  scheme->mutable_valid_from()->set_year(2020);
  scheme->mutable_valid_from()->set_month(3);
  scheme->mutable_valid_from()->set_day(1);
  scheme->set_status(v1::SCHEME_STATUS_OPEN);
  scheme->set_audience(v1::SCHEME_AUDIENCE_EMPLOYER);
  for (const auto& [kind, records] : {std::pair{v1::RECORD_KIND_PROFILES, profiles},
                                      {v1::RECORD_KIND_COURSES, courses},
                                      {v1::RECORD_KIND_REGIONS, regions},
                                      {v1::RECORD_KIND_PLACES, places},
                                      {v1::RECORD_KIND_SCHEMES, schemes}}) {
    const auto import = Begin(kind, true);
    ASSERT_TRUE(import->Add(records).ok());
    const auto report = End(import.get(), 1);
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->kind(), kind);
  }
  EXPECT_TRUE(store_.contents.profiles.contains("p"));
  EXPECT_TRUE(store_.contents.courses.contains("c"));
  EXPECT_TRUE(store_.contents.regions.contains("AM06"));
  EXPECT_TRUE(store_.contents.places.contains("8011"));
  EXPECT_TRUE(store_.contents.schemes.contains("s"));
}

TEST_F(RecordImportTest, RecordsOfAnotherKindAndEmptyOnesAreRefused) {
  const auto import = Begin(v1::RECORD_KIND_VACANCIES);
  v1::ImportRecords records = Vacancies({AVacancy("a", "urn:o:lasser")});
  *records.add_records()->mutable_profile() = AWelder("p");
  records.add_records();
  ASSERT_TRUE(import->Add(records).ok());
  const auto report = End(import.get(), 3);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->refused_count(), 2);
  EXPECT_EQ(report->problems(0).code(), "wrong_kind");
  EXPECT_EQ(report->problems(1).code(), "bad_record");
  EXPECT_THAT(store_.contents.profiles, IsEmpty());
}

TEST_F(RecordImportTest, ATruncatedImportIsRefused) {
  for (const bool strict : {false, true}) {
    const auto import = Begin(v1::RECORD_KIND_VACANCIES, strict);
    ASSERT_TRUE(import->Add(Vacancies({AVacancy("a", "urn:o:lasser")})).ok());
    const auto report = End(import.get(), 2);
    EXPECT_EQ(report.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(store_.contents.vacancies, IsEmpty());
  }
}

TEST_F(RecordImportTest, NothingGoodIsAnError) {
  EXPECT_FALSE(End(Begin(v1::RECORD_KIND_VACANCIES).get(), 0).ok());
  const auto import = Begin(v1::RECORD_KIND_VACANCIES);
  ASSERT_TRUE(import->Add(Vacancies({v1::Vacancy()})).ok());
  const auto report = End(import.get(), 1);
  EXPECT_THAT(std::string(report.status().message()), HasSubstr("all 1 records"));
}

TEST_F(RecordImportTest, TheReportIsBoundedAndItsCountsAreExact) {
  const auto import = Begin(v1::RECORD_KIND_VACANCIES);
  v1::ImportRecords records = Vacancies({AVacancy("good", "urn:o:lasser")});
  for (int i = 0; i < 1500; ++i) {
    records.add_records()->mutable_vacancy()->set_id(std::string(1000, 'x'));
  }
  ASSERT_TRUE(import->Add(records).ok());
  const auto report = End(import.get(), 1501);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report->problems_size(), kMaxProblems);
  EXPECT_EQ(report->problems_left_out_count(), 500);
  EXPECT_EQ(report->refused_count(), 1500);
  EXPECT_LE(report->problems(0).id().size(), 200U);
  EXPECT_LT(report->ByteSizeLong(), size_t{1} << 20);
}

TEST_F(RecordImportTest, AStrictImportIsBounded) {
  const auto import = Begin(v1::RECORD_KIND_VACANCIES, true);
  v1::Vacancy large = AVacancy("large", "urn:o:lasser");
  large.set_region("nowhere");  // refused, so that the test does not keep it either
  large.set_text(std::string(RecordImport::kMaxStrictBytes / 4, 'x'));
  const v1::ImportRecords records = Vacancies({large});
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(import->Add(records).ok());
  EXPECT_EQ(import->Add(records).code(), absl::StatusCode::kResourceExhausted);
}

TEST_F(RecordImportTest, AFullDiskEndsTheImport) {
  store_.writes_left = 0;
  const auto import = Begin(v1::RECORD_KIND_VACANCIES);
  ASSERT_TRUE(import->Add(Vacancies({AVacancy("a", "urn:o:lasser")})).ok());
  EXPECT_FALSE(End(import.get(), 1).ok());
  EXPECT_FALSE(import->has_written());
}

TEST_F(RecordImportTest, TheHeaderIsChecked) {
  v1::ImportHeader header;
  EXPECT_FALSE(RecordImport::Begin(header, {&taxonomy_}, &store_).ok());
  header.set_kind(static_cast<v1::RecordKind>(99));
  EXPECT_FALSE(RecordImport::Begin(header, {&taxonomy_}, &store_).ok());
  header.set_kind(v1::RECORD_KIND_COURSES);
  EXPECT_TRUE(RecordImport::Begin(header, {&taxonomy_}, &store_).ok());
  header.set_source(std::string(201, 'x'));
  EXPECT_FALSE(RecordImport::Begin(header, {&taxonomy_}, &store_).ok());
}

}  // namespace
}  // namespace overstap::service
