#include "base/line_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/base/test_streams.h"

namespace overstap {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Outcome = LineReader::Outcome;

std::vector<std::string> Lines(std::istream& in, size_t max_bytes = 100) {
  LineReader reader(in, max_bytes);
  std::vector<std::string> lines;
  std::string line;
  for (;;) {
    const Outcome outcome = reader.Next(&line);
    if (outcome == Outcome::kEnd) return lines;
    lines.push_back(StrCat(reader.line_number(), outcome == Outcome::kTooLong ? "!" : ":", line));
  }
}

std::vector<std::string> Lines(std::string text, size_t max_bytes = 100) {
  std::istringstream in(std::move(text));
  return Lines(in, max_bytes);
}

TEST(LineReaderTest, Lines) {
  EXPECT_THAT(Lines(""), IsEmpty());
  EXPECT_THAT(Lines("a"), ElementsAre("1:a"));
  EXPECT_THAT(Lines("a\n"), ElementsAre("1:a"));
  EXPECT_THAT(Lines("\n\nb"), ElementsAre("1:", "2:", "3:b"));
}

TEST(LineReaderTest, CarriageReturnsAndByteOrderMark) {
  EXPECT_THAT(Lines("a\r\nb\rc\r\n"), ElementsAre("1:a", "2:b\rc"));
  EXPECT_THAT(Lines("\xef\xbb\xbf"
                    "a\n\xef\xbb\xbf"
                    "b"),
              ElementsAre("1:a",
                          "2:\xef\xbb\xbf"
                          "b"));
  EXPECT_THAT(Lines("\xef\xbb\xbf"), ElementsAre("1:"));
}

TEST(LineReaderTest, NulBytesAreBytes) {
  EXPECT_THAT(Lines(std::string("a\0b\n", 4)), ElementsAre(std::string("1:a\0b", 5)));
}

TEST(LineReaderTest, LongLineIsSkippedAndTheRestGoesOn) {
  EXPECT_THAT(Lines("12345\n123456\n1\n", 5), ElementsAre("1:12345", "2!", "3:1"));
  EXPECT_THAT(Lines(std::string(1 << 20, 'x'), 5), ElementsAre("1!"));
}

TEST(LineReaderTest, LongLineCostsNoMemory) {
  TrickleBuffer long_line(StrCat(std::string(size_t{32} << 20, 'x'), "\nlast"), 4096);
  std::istream in(&long_line);
  LineReader reader(in, 1000);
  std::string line;
  EXPECT_EQ(reader.Next(&line), Outcome::kTooLong);
  EXPECT_LT(line.capacity(), size_t{1} << 20);
  EXPECT_EQ(reader.Next(&line), Outcome::kLine);
  EXPECT_EQ(line, "last");
}

TEST(LineReaderTest, GivesTheSameForAnySizeOfBlock) {
  const std::string text =
      "\xef\xbb\xbf"
      "one\r\n\ntoo long a line\nlast\r";
  const auto whole = Lines(text, 10);
  for (size_t block = 1; block < 8; ++block) {
    TrickleBuffer trickle(text, block);
    std::istream in(&trickle);
    EXPECT_EQ(Lines(in, 10), whole) << block;
  }
}

TEST(LineReaderTest, DeviceThatFails) {
  FailingBuffer failing("a\nb");
  std::istream in(&failing);
  LineReader reader(in);
  std::string line;
  EXPECT_EQ(reader.Next(&line), Outcome::kLine);
  EXPECT_FALSE(reader.failed());
  while (reader.Next(&line) != Outcome::kEnd) continue;
  EXPECT_TRUE(reader.failed());
}

}  // namespace
}  // namespace overstap
