#include "ingest/rdf_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "base/strings.h"

namespace overstap::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

struct Reading {
  std::vector<std::string> statements;  // "line subject predicate object@language"
  absl::Status status;
};

Reading Read(const std::string& text, RdfSyntax syntax = RdfSyntax::kTurtle) {
  Reading reading;
  std::istringstream in(text);
  reading.status = ReadRdf(in, {"file.ttl", "f0", syntax}, [&reading](const RdfStatement& s) {
    constexpr std::string_view kMarks[] = {"", "_:", "'"};
    const auto show = [&](const RdfTerm& term) {
      return StrCat(kMarks[static_cast<size_t>(term.kind)], term.value,
                    term.language.empty() ? "" : "@", term.language);
    };
    reading.statements.push_back(
        StrCat(s.line, " ", show(s.subject), " ", s.predicate, " ", show(s.object)));
    return absl::OkStatus();
  });
  return reading;
}

void ExpectFault(const std::string& text, const ::testing::Matcher<const std::string&>& message) {
  const Reading reading = Read(text);
  EXPECT_EQ(reading.status.code(), absl::StatusCode::kInvalidArgument) << reading.status;
  EXPECT_THAT(std::string(reading.status.message()), AllOf(StartsWith("file.ttl:"), message));
}

constexpr char kPrefix[] = "@prefix : <http://x#> .\n";

std::string Repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(RdfReaderTest, ReadsTurtleWithTheLineOfEachStatement) {
  const Reading reading = Read(
      "\xef\xbb\xbf@prefix : <http://x#> .\n@base <http://b/> .\n# note\n:a a :T ;\n  :p :b ,\n"
      "    <rel> ;\n  :l \"\"\"two\nlines\"\"\"@nl-NL , \"plain\" , 4 .\n");
  ASSERT_TRUE(reading.status.ok()) << reading.status;
  const std::string type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  EXPECT_THAT(
      reading.statements,
      ElementsAre(StrCat("4 http://x#a ", type, " http://x#T"),
                  "5 http://x#a http://x#p http://x#b", "6 http://x#a http://x#p http://b/rel",
                  "8 http://x#a http://x#l 'two\nlines@nl-NL", "8 http://x#a http://x#l 'plain",
                  "8 http://x#a http://x#l '4"));
}

TEST(RdfReaderTest, ReadsBlankNodesUnderThePrefixOfTheFile) {
  const Reading reading = Read(StrCat(kPrefix, ":a :p [ :q \"x\" ] .\n_:n :p :b .\n"));
  ASSERT_TRUE(reading.status.ok()) << reading.status;
  ASSERT_EQ(reading.statements.size(), 3u);
  EXPECT_THAT(reading.statements[0], StartsWith("2 http://x#a http://x#p _:f0"));
  EXPECT_THAT(reading.statements[1], StartsWith("2 _:f0"));
  EXPECT_EQ(reading.statements[2], "3 _:f0n http://x#p http://x#b");
}

TEST(RdfReaderTest, ReadsNTriples) {
  const Reading reading =
      Read("<http://a> <http://p> \"caf\\u00E9\"@fr .\n\n# note\n<http://a> <http://p> _:b .\n",
           RdfSyntax::kNTriples);
  ASSERT_TRUE(reading.status.ok()) << reading.status;
  EXPECT_THAT(reading.statements,
              ElementsAre("1 http://a http://p 'caf\xc3\xa9@fr", "4 http://a http://p _:f0b"));
}

TEST(RdfReaderTest, NothingInAnEmptyFile) {
  for (const char* text : {"", "\n", "# only this", "\xef\xbb\xbf\n"}) {
    const Reading reading = Read(text);
    EXPECT_TRUE(reading.status.ok()) << reading.status;
    EXPECT_THAT(reading.statements, IsEmpty());
  }
}

TEST(RdfReaderTest, FaultsNameFileAndLine) {
  ExpectFault(StrCat(kPrefix, ":a :p :b .\n:a :p \"never closed\n"), HasSubstr(":3: "));
  ExpectFault(StrCat(kPrefix, ":a :p :b .\n:a :p :c"), HasSubstr(":3: "));
  ExpectFault(StrCat(kPrefix, ":a :p .\n"), HasSubstr(":2: "));
  ExpectFault(":a :p :b .\n", AllOf(HasSubstr(":1: "), HasSubstr("prefix is not declared")));
  ExpectFault("<a> <http://p> <http://b> .\n", HasSubstr("without a base"));
  ExpectFault("{\"json\": 1}", HasSubstr(":1: "));
  ExpectFault("<?xml version=\"1.0\"?>\n<rdf:RDF>", HasSubstr(":1: "));
}

TEST(RdfReaderTest, FaultsOfEncoding) {
  ExpectFault("<http://a> <http://p> \"caf\xe9\" .\n", HasSubstr("UTF-8"));
  ExpectFault(std::string("<http://a> <http://p> \"a\0b\" .\n", 30), HasSubstr("NUL"));
  ExpectFault(std::string("\xff\xfe<\0h\0", 6), HasSubstr(":1: "));
}

TEST(RdfReaderTest, DeepNestingIsRefusedBeforeTheStackIsFull) {
  for (const char* step : {"(", "[ :p ", "[ :p ("}) {
    ExpectFault(StrCat(kPrefix, ":a :p ", Repeat(step, 200000)), HasSubstr("more than 500"));
    ExpectFault(StrCat(kPrefix, Repeat(step, 200000)), HasSubstr("more than 500"));
  }
}

TEST(RdfReaderTest, ManyNodesBesideOneAnotherAreNoNesting) {
  const Reading reading = Read(StrCat(kPrefix, ":a :p ", Repeat("[ :q 1 ] , ", 5000), "(1 2) .\n"));
  EXPECT_TRUE(reading.status.ok()) << reading.status;
  EXPECT_EQ(reading.statements.size(), 10000u + 5u);
}

TEST(RdfReaderTest, HugeThingsAreRefusedInBoundedMemory) {
  ExpectFault(StrCat(kPrefix, ":a :p \"", std::string(5 << 20, 'x'), "\" .\n"),
              HasSubstr("longer than"));
  ExpectFault(StrCat("<http://", std::string(9000, 'x'), "> <http://p> <http://b> .\n"),
              HasSubstr("URI is longer"));
  std::string prefixes;
  for (int i = 0; i < 1100; ++i) StrAppend(&prefixes, "@prefix p", i, ": <http://x> .\n");
  ExpectFault(prefixes, HasSubstr("prefixes"));
  ExpectFault(StrCat("@base <http://a/> .\n", Repeat("@base <bbbbbbbbbbbbbbbb/> .\n", 2000)),
              HasSubstr("base URI"));
}

TEST(RdfReaderTest, TheVisitorStopsIt) {
  std::istringstream in("<http://a> <http://p> <http://b> , <http://c> .\n");
  int visits = 0;
  const absl::Status status =
      ReadRdf(in, {"file.nt", "f0", RdfSyntax::kTurtle}, [&visits](const RdfStatement&) {
        ++visits;
        return absl::CancelledError("enough");
      });
  EXPECT_EQ(status.code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(visits, 1);
}

}  // namespace
}  // namespace overstap::ingest
