// This repository against tests/architecture/allowed_arrows.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/architecture/rules.h"

namespace overstap::architecture {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::filesystem::path kRoot = OVERSTAP_SOURCE_DIR;

std::string ReadText(const std::string& path) {
  std::ifstream in(kRoot / path, std::ios::binary);
  EXPECT_TRUE(in) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Architecture, TheTreeKeepsTheRules) {
  const ArrowTable table = ParseArrowTable(ReadText("tests/architecture/allowed_arrows.txt"));
  ASSERT_THAT(table.faults, IsEmpty());
  for (const auto& [folder, allowed] : table.may_include) {
    EXPECT_TRUE(std::filesystem::is_directory(kRoot / folder)) << folder << " is in the table only";
  }
  const SourceTree tree = ReadTree(kRoot, TopFolders(table), "tests/architecture/fixtures/");
  EXPECT_GT(tree.files.size(), 40u) << "not the whole tree was read";
  for (const Finding& finding : Check(tree, table)) ADD_FAILURE() << finding;
}

TEST(Architecture, ThePageNamesEveryFolder) {
  const std::string page = ReadText("ARCHITECTURE.md");
  const ArrowTable table = ParseArrowTable(ReadText("tests/architecture/allowed_arrows.txt"));
  for (const auto& [folder, allowed] : table.may_include) {
    EXPECT_THAT(page, HasSubstr("| `" + folder + "/` |"));
  }
}

}  // namespace
}  // namespace overstap::architecture
