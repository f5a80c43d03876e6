#include "base/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/base/test_streams.h"

namespace overstap {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Rows = std::vector<std::vector<std::string>>;

absl::StatusOr<Rows> ReadAll(std::istream& in, CsvOptions options = {}) {
  CsvReader reader(in, "f.csv", options);
  Rows rows;
  std::vector<std::string> cells;
  for (;;) {
    const auto more = reader.Next(&cells);
    if (!more.ok()) return more.status();
    if (!*more) return rows;
    rows.push_back(cells);
  }
}

absl::StatusOr<Rows> ReadText(std::string text, CsvOptions options = {}) {
  std::istringstream in(std::move(text));
  return ReadAll(in, options);
}

Rows Read(std::string text, CsvOptions options = {}) {
  const auto rows = ReadText(std::move(text), options);
  EXPECT_TRUE(rows.ok()) << rows.status();
  return rows.value_or(Rows());
}

std::string ErrorOf(std::string text, CsvOptions options = {}) {
  const auto rows = ReadText(std::move(text), options);
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(rows.status().message());
}

TEST(CsvReaderTest, PlainCells) {
  EXPECT_EQ(Read("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(Read("a,b\n1,2"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(Read("a\n"), (Rows{{"a"}}));
  EXPECT_EQ(Read(""), Rows());
  EXPECT_EQ(Read("\n\r\n\n"), Rows());
}

TEST(CsvReaderTest, EmptyCells) {
  EXPECT_EQ(Read(",\n"), (Rows{{"", ""}}));
  EXPECT_EQ(Read("a,,b,"), (Rows{{"a", "", "b", ""}}));
  EXPECT_EQ(Read("\"\",\"\"\n"), (Rows{{"", ""}}));
  EXPECT_EQ(Read("longer than before,x,y\nz\n"), (Rows{{"longer than before", "x", "y"}, {"z"}}));
}

TEST(CsvReaderTest, QuotedCells) {
  EXPECT_EQ(Read("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\r\nthree\"\n"),
            (Rows{{"a,b", "say \"hi\"", "two\nlines\r\nthree"}}));
  EXPECT_EQ(Read("\"\"\"\",x"), (Rows{{"\"", "x"}}));
  EXPECT_EQ(Read("a\"b,c\"\n"), (Rows{{"a\"b", "c\""}})) << "a quote inside is just a quote";
}

TEST(CsvReaderTest, CarriageReturns) {
  EXPECT_EQ(Read("a,b\r\n\"1\",2\r\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(Read("a,b\r"), (Rows{{"a", "b"}}));
  EXPECT_EQ(Read("a\rb,c\n"), (Rows{{"a\rb", "c"}}));
}

TEST(CsvReaderTest, ByteOrderMarkAndComments) {
  EXPECT_EQ(Read("\xef\xbb\xbf"
                 "a,b\n"),
            (Rows{{"a", "b"}}));
  EXPECT_EQ(Read("\xef\xbb\xbf# c,c\r\n#\n\n# \"\na\n#b\n"), (Rows{{"a"}, {"#b"}}));
  EXPECT_EQ(Read("# only"), Rows());
}

TEST(CsvReaderTest, OtherDelimiter) {
  CsvOptions options;
  options.delimiter = ';';
  EXPECT_EQ(Read("a,b;c\n\"x;y\";z\n", options), (Rows{{"a,b", "c"}, {"x;y", "z"}}));
}

TEST(CsvReaderTest, LineIsWhereTheRecordBegan) {
  std::istringstream in("# c\na\n\"x\ny\"\n\nb\n");
  CsvReader reader(in, "f.csv");
  std::vector<std::string> cells;
  std::vector<int64_t> lines;
  while (reader.Next(&cells).value()) lines.push_back(reader.line());
  EXPECT_THAT(lines, ElementsAre(2, 3, 6));
}

TEST(CsvReaderTest, QuoteThatIsNotClosed) {
  EXPECT_THAT(ErrorOf("a\nb,\"c\nd"), AllOf(HasSubstr("f.csv:2: "), HasSubstr("truncated")));
  EXPECT_THAT(ErrorOf("\""), HasSubstr("f.csv:1: "));
  EXPECT_THAT(ErrorOf("\"a\"\""), HasSubstr("truncated"));
}

TEST(CsvReaderTest, TextAfterAClosingQuote) {
  EXPECT_THAT(ErrorOf("a\n\"x\ny\"z,1\n"), AllOf(HasSubstr("f.csv:3: "), HasSubstr("quote")));
}

TEST(CsvReaderTest, OtherEncodings) {
  EXPECT_THAT(ErrorOf("a,b\nx,caf\xe9\n"), AllOf(HasSubstr("f.csv:2: "), HasSubstr("UTF-8")));
  EXPECT_THAT(ErrorOf(std::string("a,b\nx,\"\ny\0\"\n", 12)),
              AllOf(HasSubstr("f.csv:3: "), HasSubstr("U+0000")));
  EXPECT_THAT(ErrorOf("a\nx,\"1\n2\",\"3\ncaf\xe9\"\n"), HasSubstr("f.csv:4: "));
  EXPECT_THAT(ErrorOf(std::string("\xff\xfe"
                                  "a\0b\0",
                                  6)),
              HasSubstr("UTF-8"));
}

TEST(CsvReaderTest, RecordOfExactlyTheBound) {
  CsvOptions options;
  options.max_record_bytes = 10;
  EXPECT_EQ(Read("12345,6789\n", options), (Rows{{"12345", "6789"}}));
  EXPECT_THAT(ErrorOf("a\n12345,67890\n", options), HasSubstr("f.csv:2: record is longer than 10"));
}

// Records of every kind that never end: far longer than memory would hold if they were kept.
TEST(CsvReaderTest, EndlessRecordsEndInBoundedMemory) {
  const std::vector<std::pair<std::string, std::string>> records = {
      {"", "a"}, {"", ","}, {"x", "\r"}, {"\"", "\n"}, {"\"", "\"\""}, {"\"", "a,\n"}};
  for (const auto& [begin, pattern] : records) {
    EndlessBuffer endless("h\n" + begin, pattern);
    std::istream in(&endless);
    const auto rows = ReadAll(in);
    EXPECT_EQ(rows.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(rows.status().message()), HasSubstr("f.csv:2: record is longer than"));
    EXPECT_LT(endless.given(), size_t{2} << 20) << "read far beyond the bound";
  }
}

TEST(CsvReaderTest, GivesTheSameForAnySizeOfBlock) {
  const std::string text = "a,\"b\"\"c\nd\",e\r\n\xc3\xa9,\"\",\"x\"\r\nlast,\"1,2\",3";
  const Rows whole = Read(text);
  for (size_t block = 1; block < 8; ++block) {
    TrickleBuffer trickle(text, block);
    std::istream in(&trickle);
    EXPECT_EQ(ReadAll(in).value(), whole) << block;
  }
}

TEST(CsvReaderTest, DeviceThatFails) {
  FailingBuffer failing("a,b\n1,");
  std::istream in(&failing);
  const auto rows = ReadAll(in);
  EXPECT_EQ(rows.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(std::string(rows.status().message()), HasSubstr("f.csv:2: "));
}

TEST(CsvTableTest, FindsColumnsByName) {
  std::istringstream in("name,age\r\nAnn,40\nBob,50\n");
  auto table = CsvTable::Open(in, "f.csv");
  ASSERT_TRUE(table.ok());
  const size_t age = table->Column("age").value();
  EXPECT_EQ(table->OptionalColumn("size"), CsvTable::npos);
  ASSERT_TRUE(table->Next().value());
  EXPECT_EQ(table->Cell(age), "40");
  EXPECT_EQ(table->Cell(CsvTable::npos), "");
  EXPECT_EQ(table->line(), 2);
  ASSERT_TRUE(table->Next().value());
  EXPECT_EQ(table->Cell(age), "50");
  EXPECT_FALSE(table->Next().value());
}

TEST(CsvTableTest, MissingColumnIsNamedWithThoseThatAreThere) {
  std::istringstream in("name,age\n");
  const auto table = CsvTable::Open(in, "f.csv");
  const auto column = table->Column("size");
  EXPECT_EQ(column.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(column.status().message()),
              AllOf(HasSubstr("f.csv:1: "), HasSubstr("'size'"), HasSubstr("name, age")));
}

TEST(CsvTableTest, EmptyFile) {
  for (const char* text : {"", "\n", "# comment\n", "\xef\xbb\xbf"}) {
    std::istringstream in(text);
    const auto table = CsvTable::Open(in, "f.csv");
    EXPECT_EQ(table.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(table.status().message()), HasSubstr("f.csv:1: file is empty"));
  }
}

TEST(CsvTableTest, RowOfAnotherWidth) {
  std::istringstream in("a,b\n1,2\n3\n");
  auto table = CsvTable::Open(in, "f.csv");
  ASSERT_TRUE(table->Next().value());
  const auto more = table->Next();
  EXPECT_EQ(more.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(more.status().message()),
              HasSubstr("f.csv:3: record has 1 cells, the header has 2"));
}

}  // namespace
}  // namespace overstap
