#include "ingest/plain_json.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "ingest/json_text.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

// Nothing is read that a reader of all of JSON does not read, or reads otherwise.
bool AgreesWithAllOfJson(const std::string& text) {
  json plain;
  if (!ReadPlainJson(text, &plain)) return false;
  const json all = json::parse(text, nullptr, false);
  EXPECT_FALSE(all.is_discarded()) << text;
  EXPECT_EQ(all, plain) << text;
  EXPECT_EQ(all.dump(), plain.dump()) << text;
  return true;
}

TEST(ReadPlainJsonTest, ReadsWhatProgramsWrite) {
  for (const char* text :
       {R"({"id":"a","n":7,"i":-3,"z":0,"y":true,"f":false,"l":[],"o":{},"x":null})",
        R"( [ 1 , [ 2 , { "k" : "v" } ] , "\"\\\/\b\f\n\r\t" ] )", "\"caf\xc3\xa9\"", "1.5",
        "[-0.25,12.50]", "999999999999999999", "-999999999999999999"}) {
    EXPECT_TRUE(AgreesWithAllOfJson(text)) << text;
  }
}

TEST(ReadPlainJsonTest, LeavesTheRest) {
  std::string deep(kMaxJsonDepth + 1, '[');
  deep += std::string(kMaxJsonDepth + 1, ']');
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("{\"a\":1,}"), std::string("[1 2]"),
        std::string("01"), std::string("-0"), std::string("-"), std::string("1."),
        std::string("1e3"), std::string("1000000000000000000"), std::string("\"\\u00e9\""),
        std::string("\"a\tb\""), std::string("\"a\\"), std::string("{\"a\":1,\"a\":1}"),
        std::string("nul"), std::string("{} x"), deep}) {
    json ignored;
    EXPECT_FALSE(ReadPlainJson(text, &ignored)) << text;
  }
}

TEST(ReadPlainJsonTest, AgreesOnRandomChangesToJson) {
  const std::vector<std::string> pieces = {
      "{",    "}",     "[",  "]",   ",",    ":", "\"a\"", "\"b\"", "1",  "-20",
      "true", "false", "\"", "\\n", "null", " ", "0",     "1.5",   "\\", "{\"k\":1}"};
  std::mt19937 random(20261121);
  int read = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string text;
    const size_t length = 1 + random() % 9;
    for (size_t j = 0; j < length; ++j) text += pieces[random() % pieces.size()];
    read += AgreesWithAllOfJson(text) ? 1 : 0;
  }
  EXPECT_GT(read, 5000);
}

}  // namespace
}  // namespace overstap::ingest
