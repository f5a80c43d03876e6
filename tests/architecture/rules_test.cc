// The rules themselves: each fault, planted on purpose, is found, and nothing else is.
#include "tests/architecture/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace overstap::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<Finding> CheckFixture(const std::string& name) {
  const std::filesystem::path root =
      std::filesystem::path(OVERSTAP_SOURCE_DIR) / "tests/architecture/fixtures" / name;
  std::ifstream in(root / "allowed_arrows.txt");
  EXPECT_TRUE(in) << "no table in " << root;
  const ArrowTable table = ParseArrowTable(
      std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()));
  EXPECT_THAT(table.faults, IsEmpty());
  const SourceTree tree = ReadTree(root, TopFolders(table));
  EXPECT_FALSE(tree.files.empty()) << "nothing in " << root;
  return Check(tree, table);
}

TEST(Fixtures, CleanTreeHasNoFinding) { EXPECT_THAT(CheckFixture("clean"), IsEmpty()); }

TEST(Fixtures, WrongArrow) {
  EXPECT_THAT(CheckFixture("wrong_arrow"),
              ElementsAre(Finding{Rule::kWrongArrow, "base/words.h:5",
                                  "base may not include engine/match (engine/match/score.h)"}));
}

TEST(Fixtures, FolderCycle) {
  EXPECT_THAT(CheckFixture("folder_cycle"),
              ElementsAre(Finding{Rule::kFolderCycle, "engine/match engine/plan",
                                  "these folders include each other"}));
}

TEST(Fixtures, HeaderCycle) {
  EXPECT_THAT(CheckFixture("header_cycle"),
              ElementsAre(Finding{Rule::kHeaderCycle, "base/number.h base/words.h",
                                  "these files include each other"}));
}

TEST(Fixtures, FileInNoTarget) {
  EXPECT_THAT(CheckFixture("file_in_no_target"),
              ElementsAre(Finding{Rule::kNoTarget, "base/forgotten.cc",
                                  "no CMakeLists.txt gives it to a target"}));
}

TEST(Fixtures, ForbiddenLibrary) {
  EXPECT_THAT(CheckFixture("forbidden_library"),
              ElementsAre(Finding{Rule::kForbiddenLibrary, "engine/match/score.h:4",
                                  "engine/match may not include rocksdb/ (rocksdb/db.h)"}));
}

TEST(Fixtures, FolderNotInTable) {
  EXPECT_THAT(CheckFixture("folder_not_in_table"),
              ElementsAre(Finding{Rule::kFolderNotInTable, "engine/util/all.h",
                                  "its folder is not in allowed_arrows.txt"}));
}

TEST(Check, MoreThanATenthLongFilesIsAFinding) {
  const ArrowTable table = ParseArrowTable("base:\n");
  SourceTree tree;
  for (int i = 0; i < 10; ++i) {
    const std::string path = "base/file" + std::to_string(i) + ".h";
    tree.files[path].lines = kLongFileLines + (i == 0 ? 1 : 0);
    tree.targeted.insert(path);
  }
  EXPECT_THAT(Check(tree, table), IsEmpty());
  tree.files["base/file1.h"].lines = kLongFileLines + 1;
  EXPECT_THAT(Check(tree, table),
              ElementsAre(Finding{Rule::kTooManyLongFiles, "base/file0.h base/file1.h",
                                  "2 of 10 files have more than 400 lines"}));
}

TEST(Check, AnIncludeBesideTheFileIsAnArrowToo) {
  const ArrowTable table = ParseArrowTable("base:\nengine/match: base\n");
  SourceTree tree;
  tree.files["engine/match/score.h"] = {};
  tree.files["base/words.h"] = {1, {{"../engine/match/score.h", false, 1}}};
  tree.targeted = {"engine/match/score.h", "base/words.h"};
  ASSERT_EQ(Check(tree, table).size(), 1u);
  EXPECT_EQ(Check(tree, table)[0].rule, Rule::kWrongArrow);
}

TEST(SourcesInCMake, ReadsWhatMakesATarget) {
  EXPECT_THAT(
      SourcesInCMake("set(X lost.cc)\n"
                     "overstap_library(a  # b.cc\n  SOURCES a.cc \"sub/c.h\"\n DEPENDS d)\n"
                     "# overstap_library(e SOURCES e.cc)\n"
                     "target_sources(a PRIVATE f.cc)",
                     "engine/match"),
      UnorderedElementsAre("engine/match/a.cc", "engine/match/sub/c.h", "engine/match/f.cc"));
}

TEST(SourcesInCMake, SurvivesTextThatEndsTooSoon) {
  EXPECT_THAT(SourcesInCMake("", "base"), IsEmpty());
  EXPECT_THAT(SourcesInCMake("overstap_library(a \"b.cc", "base"), ElementsAre("base/b.cc"));
  EXPECT_THAT(SourcesInCMake(")) a.cc", "base"), IsEmpty());
}

TEST(ParseArrowTable, ReportsWhatItCannotRead) {
  EXPECT_THAT(ParseArrowTable("base\n").faults, ElementsAre("cannot read: base"));
  EXPECT_THAT(ParseArrowTable("base:\nbase:\n").faults, ElementsAre("twice in the table: base"));
  EXPECT_THAT(ParseArrowTable("base: lost\n").faults,
              ElementsAre("allowed but not in the table: lost"));
  EXPECT_THAT(ParseArrowTable("library grpc/: lost\n").faults,
              ElementsAre("allowed but not in the table: lost"));
}

}  // namespace
}  // namespace overstap::architecture
