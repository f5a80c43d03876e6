#include "ingest/json_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"

namespace overstap::ingest {
namespace {

using ::testing::HasSubstr;

std::string ErrorOf(std::string_view text) {
  const auto parsed = ParseJsonObject(text);
  EXPECT_FALSE(parsed.ok()) << text.substr(0, 80);
  if (parsed.ok()) return {};
  EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_LT(parsed.status().message().size(), 400u);
  return std::string(parsed.status().message());
}

std::string Nested(size_t arrays) {
  return StrCat("{\"a\":", std::string(arrays, '['), std::string(arrays, ']'), "}");
}

TEST(ParseJsonObjectTest, KeepsEveryKindOfValue) {
  const auto parsed = ParseJsonObject(
      R"( {"t":"caf\u00e9 \ud83d\ude00","n":-1.5e2,"i":-3,"u":7,"y":true,"z":null,"l":[1,[2],{"k":3}],)"
      R"("o":{"a":{"b":4},"c":5}} )");
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ((*parsed)["t"], "caf\xc3\xa9 \xf0\x9f\x98\x80");
  EXPECT_EQ(parsed->dump(),
            "{\"i\":-3,\"l\":[1,[2],{\"k\":3}],\"n\":-150.0,\"o\":{\"a\":{\"b\":4},\"c\":5},"
            "\"t\":\"caf\xc3\xa9 \xf0\x9f\x98\x80\",\"u\":7,\"y\":true,\"z\":null}");
}

TEST(ParseJsonObjectTest, SaysWhereItGoesWrong) {
  EXPECT_THAT(ErrorOf(R"({"a":1,})"), HasSubstr("byte 8"));
}

TEST(ParseJsonObjectTest, RefusesWhatIsNotOneObject) {
  for (const char* text : {"", " ", "[]", "1", "null", "\"text\"", "{", "{}{}", "{} x", "{'a':1}",
                           "{\"a\"}", "{\"a\":}", "{\"a\":1 \"b\":2}", "// x\n{}", "\x01"}) {
    ErrorOf(text);
  }
  EXPECT_THAT(ErrorOf("[1]"), HasSubstr("object"));
}

TEST(ParseJsonObjectTest, RefusesTruncationAtEveryByte) {
  const std::string whole = R"({"id":"a\u00e9","list":[1.5,{"x":null}],"b":true})";
  ASSERT_TRUE(ParseJsonObject(whole).ok());
  for (size_t length = 0; length < whole.size(); ++length) ErrorOf(whole.substr(0, length));
}

TEST(ParseJsonObjectTest, RefusesDeepNesting) {
  EXPECT_TRUE(ParseJsonObject(Nested(kMaxJsonDepth - 1)).ok());
  EXPECT_THAT(ErrorOf(Nested(kMaxJsonDepth)), HasSubstr("nesting"));
  EXPECT_THAT(ErrorOf(StrCat("{\"a\":", std::string(4000000, '['))), HasSubstr("nesting"));
}

TEST(ParseJsonObjectTest, RefusesAKeyThatStandsTwice) {
  EXPECT_THAT(ErrorOf(R"({"id":"a","id":"b"})"), HasSubstr("'id' stands twice"));
  EXPECT_THAT(ErrorOf(R"({"x":{"k":1,"k":1}})"), HasSubstr("'k' stands twice"));
  EXPECT_TRUE(ParseJsonObject(R"({"x":{"k":1},"y":{"k":1},"k":1})").ok());
  const std::string name(1000000, 'k');
  ErrorOf(StrCat("{\"", name, "\":1,\"", name, "\":1}"));
}

TEST(ParseJsonObjectTest, RefusesNumbersThatAreNone) {
  for (const char* text :
       {R"({"n":NaN})", R"({"n":Infinity})", R"({"n":1e999})", R"({"n":-1e999})", R"({"n":01})",
        R"({"n":+1})", R"({"n":.5})", R"({"n":1.})", R"({"n":0x10})"}) {
    ErrorOf(text);
  }
  ErrorOf(StrCat("{\"n\":", std::string(100000, '9'), "}"));
  EXPECT_EQ(ErrorOf(R"({"n":1e999})"),
            "not valid JSON at byte 10: number overflow parsing '1e999'");
}

TEST(ParseJsonObjectTest, RefusesTextThatIsNoUnicode) {
  EXPECT_THAT(ErrorOf("{\"a\":\"caf\xe9\"}"), HasSubstr("UTF-8"));
  EXPECT_THAT(ErrorOf("{\"a\":\"\xed\xa0\x80\"}"), HasSubstr("UTF-8"));
  ErrorOf(R"({"a":"\ud800"})");
  EXPECT_THAT(ErrorOf(R"({"a":"x\u0000y"})"), HasSubstr("U+0000"));
  ErrorOf(std::string_view("{\"a\":\"x\0y\"}", 11));
  ErrorOf("{\"a\":\"x\ty\"}");
}

TEST(ParseJsonObjectTest, DoesNotRepeatWhatItRead) {
  EXPECT_THAT(ErrorOf(R"({"name":"Jan Jansen" "x"})"), ::testing::Not(HasSubstr("Jansen")));
}

TEST(ParseJsonObjectTest, KeepsLongText) {
  const auto parsed = ParseJsonObject(StrCat("{\"a\":\"", std::string(1 << 20, 'x'), "\"}"));
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ((*parsed)["a"].get<std::string>().size(), size_t{1} << 20);
}

}  // namespace
}  // namespace overstap::ingest
