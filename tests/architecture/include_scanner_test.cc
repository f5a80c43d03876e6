#include "tests/architecture/include_scanner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace overstap::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ScanIncludes, FindsQuotedAndAngledWithLine) {
  EXPECT_THAT(ScanIncludes("// head\n#include \"base/csv.h\"\n\n  #  include <map>\n"),
              ElementsAre(Include{"base/csv.h", false, 2}, Include{"map", true, 4}));
}

TEST(ScanIncludes, IgnoresComments) {
  EXPECT_THAT(ScanIncludes("// #include \"a.h\"\n/*\n#include \"b.h\"\n*/\n"
                           "// goes on \\\n#include \"c.h\"\nint x;  // \"\n#include \"d.h\"\n"),
              ElementsAre(Include{"d.h", false, 8}));
}

TEST(ScanIncludes, IgnoresStrings) {
  EXPECT_THAT(ScanIncludes("auto a = \"\\\"\\\n#include \\\"a.h\\\"\";\n"
                           "auto b = R\"x(\n#include \"b.h\"\n)\" )x\";\n"
                           "auto c = u8R\"(\n#include \"c.h\"\n)\";\n#include \"d.h\"\n"),
              ElementsAre(Include{"d.h", false, 9}));
}

TEST(ScanIncludes, QuotesInNumbersAndCharactersOpenNoString) {
  EXPECT_THAT(ScanIncludes("int a = 1'000'0;\nchar b = '\"';\nchar c = '\\'';\n#include \"d.h\"\n"),
              ElementsAre(Include{"d.h", false, 4}));
}

TEST(ScanIncludes, CommentsMayStandBeforeAndInsideADirective) {
  EXPECT_THAT(ScanIncludes("/* why */ #include /* what */ \"a.h\"\n"),
              ElementsAre(Include{"a.h", false, 1}));
}

TEST(ScanIncludes, OnlyADirectiveAtTheStartOfALineCounts) {
  EXPECT_THAT(ScanIncludes("int x; #include \"a.h\"\n#define TEXT #include \"b.h\"\n"), IsEmpty());
}

TEST(ScanIncludes, SurvivesTextThatEndsTooSoon) {
  for (const char* text : {"", "#", "#include", "#include ", "#include \"a.h", "#include <a.h\n",
                           "/*", "//", "// \\", "\"", "'", "R\"", "R\"x(", "\"\\", "1'"}) {
    EXPECT_THAT(ScanIncludes(text), IsEmpty()) << text;
  }
}

TEST(ScanIncludes, TakesAnythingForText) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>(i * 131));
  EXPECT_THAT(ScanIncludes(bytes), IsEmpty());
}

}  // namespace
}  // namespace overstap::architecture
