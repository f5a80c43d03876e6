// An import of the tiny ESCO download into a store in memory.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/importer.h"
#include "tests/ingest/tiny_esco.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {

class ImportEscoTest : public ::testing::Test {
 protected:
  ImportEscoTest() { WriteTinyEsco(folder_); }

  absl::StatusOr<ImportReport> Import(bool strict = false,
                                      std::vector<Language> languages = {kDutch, kEnglish}) {
    NoProgress progress;
    return ImportEsco({folder_.path(), std::move(languages), strict}, &store_, &progress);
  }

  // The import must be refused as a whole, and leave what a good import wrote before.
  void ExpectRefused(absl::StatusCode code, const ::testing::Matcher<const std::string&>& message) {
    store_.contents.current = "esco-before";
    store_.contents.taxonomies["esco-before"] = {};
    const store::FakeContents before = store_.contents;
    const auto report = Import();
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(report.status().code(), code) << report.status();
    EXPECT_THAT(std::string(report.status().message()), message);
    EXPECT_TRUE(store_.contents == before) << "the store was changed";
  }
  void ExpectInvalid(const ::testing::Matcher<const std::string&>& message) {
    ExpectRefused(absl::StatusCode::kInvalidArgument, message);
  }

  // The import must go through with exactly one refused row.
  void ExpectOneProblem(std::string_view file, int64_t line, std::string_view code) {
    const auto report = Import();
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->read, report->accepted + report->refused);
    ASSERT_EQ(report->problems.size(), 1u);
    EXPECT_EQ(report->problems[0].file, file);
    EXPECT_EQ(report->problems[0].line, line);
    EXPECT_EQ(report->problems[0].code, code);
    EXPECT_FALSE(report->problems[0].message.empty());
  }

  const ConceptSource& Concept(std::string_view uri) const {
    const auto& concepts = store_.contents.taxonomies.at(store_.contents.current);
    const auto found = std::find_if(concepts.begin(), concepts.end(),
                                    [uri](const ConceptSource& entry) { return entry.uri == uri; });
    EXPECT_NE(found, concepts.end()) << uri;
    return *found;
  }

  TempFolder folder_;
  store::FakeStore store_;
};

}  // namespace overstap::ingest
