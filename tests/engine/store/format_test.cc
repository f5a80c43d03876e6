#include "engine/store/format.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/strings.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using ::testing::HasSubstr;
using testing::TempFolder;

namespace fs = std::filesystem;

void WriteFile(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

// Opens for writing and expects a refusal that says `found` and changes nothing in the folder.
void ExpectRefused(const std::string& folder, std::string_view found) {
  const auto count = [&folder] {
    return std::distance(fs::recursive_directory_iterator(folder), {});
  };
  const auto before = count();
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    const absl::Status status = Store::Open(folder, mode).status();
    EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr(std::string(found)));
    EXPECT_THAT(std::string(status.message()), HasSubstr("folder"));
  }
  EXPECT_EQ(count(), before);
}

TEST(FormatLine, IsFixedForever) {
  EXPECT_EQ(FormatLine(1), "OVERSTAP 1 1be4e5134c40143d\n");
  EXPECT_EQ(ParseFormatLine(FormatLine(1)).value(), 1);
  EXPECT_EQ(ParseFormatLine(FormatLine(23)).value(), 23);
}

TEST(FormatLine, EveryChangedByteAndEveryTruncationIsRefused) {
  const std::string line = FormatLine(1);
  for (size_t i = 0; i < line.size(); ++i) {
    std::string damaged = line;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x01);
    EXPECT_FALSE(ParseFormatLine(damaged).ok()) << damaged;
    EXPECT_FALSE(ParseFormatLine(line.substr(0, i)).ok()) << i;
  }
  EXPECT_FALSE(ParseFormatLine(line + line).ok());
  EXPECT_FALSE(ParseFormatLine("OVERSTAP 99999999999999999999 0\n").ok());
}

TEST(Format, NewStoreHasTheFingerprintAndItsDatabaseBelow) {
  const TempFolder folder;
  const std::string path = folder.path() + "/a/b/store";
  { const auto store = testing::MustOpen(path); }
  EXPECT_EQ(ReadFile(path + "/FORMAT"), FormatLine(kFormatVersion));
  EXPECT_TRUE(fs::exists(path + "/db/CURRENT"));
  EXPECT_EQ(std::distance(fs::directory_iterator(path), {}), 2);
}

TEST(Format, MissingAndEmptyFoldersHaveNoStoreAndReadingMakesNone) {
  const TempFolder folder;
  for (const std::string& path : {folder.path(), folder.path() + "/none"}) {
    const absl::Status status = Store::Open(path, OpenMode::kReadOnly).status();
    EXPECT_TRUE(absl::IsNotFound(status)) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("run: overstap import"));
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Format, StoreThatWasBegunAndNotFinished) {
  const TempFolder folder;
  ASSERT_TRUE(WriteFormat(folder.path()).ok());
  EXPECT_TRUE(absl::IsNotFound(Store::Open(folder.path(), OpenMode::kReadOnly).status()));
  EXPECT_TRUE(Store::Open(folder.path(), OpenMode::kReadWrite).ok());
}

TEST(Format, LeftoversOfAKilledStartAndOfTheFileSystemDoNotCount) {
  const TempFolder folder;
  WriteFile(folder.path() + "/FORMAT.123.unfinished", "OVER");
  fs::create_directory(folder.path() + "/lost+found");
  EXPECT_TRUE(Store::Open(folder.path(), OpenMode::kReadWrite).ok());
}

TEST(Format, FolderOfSomebodyElseIsNotTouched) {
  const TempFolder folder;
  WriteFile(folder.path() + "/thesis.odt", "precious");
  ExpectRefused(folder.path(), "thesis.odt");
}

TEST(Format, FolderOfAnotherDatabaseIsNotTouched) {
  const TempFolder folder;
  fs::create_directory(folder.path() + "/db");
  WriteFile(folder.path() + "/db/CURRENT", "MANIFEST-000001\n");
  ExpectRefused(folder.path(), "not an overstap store");
}

TEST(Format, NewerFormat) {
  const TempFolder folder;
  { const auto store = testing::MustOpen(folder.path()); }
  WriteFile(folder.path() + "/FORMAT", FormatLine(2));
  ExpectRefused(folder.path(), "format 2; this program reads format 1; use the newer program");
}

TEST(Format, OlderFormat) {
  const TempFolder folder;
  { const auto store = testing::MustOpen(folder.path()); }
  WriteFile(folder.path() + "/FORMAT", FormatLine(0));
  ExpectRefused(folder.path(), "format 0; this program reads format 1; there is no migration");
}

TEST(Format, DamagedFingerprints) {
  const std::string cases[] = {"",
                               "\n",
                               "OVERSTAP",
                               "OVERSTAP 1",
                               "OVERSTAP 1 0000000000000000\n",
                               std::string(1 << 20, 'x'),
                               std::string("\0\xff", 2),
                               FormatLine(1) + "x"};
  for (const std::string& text : cases) {
    const TempFolder folder;
    { const auto store = testing::MustOpen(folder.path()); }
    WriteFile(folder.path() + "/FORMAT", text);
    ExpectRefused(folder.path(), "damaged FORMAT file");
  }
}

TEST(Format, FileInPlaceOfAFolder) {
  const TempFolder folder;
  WriteFile(folder.path() + "/file", "x");
  const absl::Status status = Store::Open(folder.path() + "/file", OpenMode::kReadWrite).status();
  EXPECT_TRUE(absl::IsFailedPrecondition(status)) << status;
}

TEST(Format, FolderThatCannotBeMade) {
  const TempFolder folder;
  WriteFile(folder.path() + "/file", "x");
  const absl::Status status =
      Store::Open(folder.path() + "/file/store", OpenMode::kReadWrite).status();
  EXPECT_FALSE(status.ok());
  EXPECT_THAT(std::string(status.message()), HasSubstr("/file/store"));
}

}  // namespace
}  // namespace overstap::store
