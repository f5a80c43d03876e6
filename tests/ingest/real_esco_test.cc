// The counts of ESCO 1.1.1, where it is present.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "ingest/importer.h"
#include "tests/support/fake_store.h"

namespace overstap::ingest {
namespace {

class RealEscoTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(OVERSTAP_SOURCE_DIR) / ".." / "shared" / "data" / "esco-v1.1.1";
    if (!std::filesystem::exists(folder_)) {
      GTEST_SKIP() << "ESCO 1.1.1 is not at " << folder_ << "; put the CSV download there";
    }
  }

  std::filesystem::path folder_;
  store::FakeStore store_;
  NoProgress progress_;
};

TEST_F(RealEscoTest, DutchAndEnglish) {
  const auto report =
      ImportEsco({folder_.string(), {kDutch, kEnglish}, false}, &store_, &progress_);
  ASSERT_TRUE(report.ok()) << report.status();

  const auto taxonomies = store_.ListTaxonomies();
  ASSERT_EQ(taxonomies->size(), 1u);
  EXPECT_EQ((*taxonomies)[0].occupations, 3007);
  EXPECT_EQ((*taxonomies)[0].skills, 13896);
  EXPECT_EQ((*taxonomies)[0].relations, 123788);

  std::map<std::string, std::map<std::string, int>> refused;
  for (const Problem& problem : report->problems) ++refused[problem.file][problem.code];
  const std::map<std::string, std::map<std::string, int>> expected = {
      {"occupationSkillRelations.csv", {{"unknown_occupation", 67}}},
      {"skills_nl_labels_only.csv", {{"unknown_skill", 35}}},
      // Four skill groups and one occupation that ESCO 1.1.1 relates and does not list.
      {"broaderRelationsSkillPillar.csv", {{"unknown_concept", 7}}},
      {"broaderRelationsOccPillar.csv", {{"unknown_concept", 1}}},
  };
  EXPECT_EQ(refused, expected);
  EXPECT_EQ(report->refused, 67 + 35 + 8);
  EXPECT_EQ(report->read, report->accepted + report->refused);
  EXPECT_EQ(report->problems_left_out, 0);
}

TEST_F(RealEscoTest, DutchOnlyFallsBackToEnglishLabels) {
  const auto report = ImportEsco({folder_.string(), {kDutch}, false}, &store_, &progress_);
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ((*store_.ListTaxonomies())[0].skills, 13896);
}

}  // namespace
}  // namespace overstap::ingest
