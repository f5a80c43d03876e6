#include "service/json_object.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace overstap::service {
namespace {

using ::testing::HasSubstr;

TEST(JsonObjectTest, EqualObjectsHaveOneForm) {
  EXPECT_EQ(CanonicalJsonObject("c", R"({ "b": [1, 2.5], "a" : {"x":null} })").value(),
            R"({"a":{"x":null},"b":[1,2.5]})");
  EXPECT_EQ(CanonicalJsonObject("c", R"({"a":{"x":null},"b":[1,2.5]})").value(),
            R"({"a":{"x":null},"b":[1,2.5]})");
  EXPECT_EQ(CanonicalJsonObject("c", "{}").value(), "{}");
}

TEST(JsonObjectTest, RefusesWhatIsNoObject) {
  for (const std::string text : {"", " ", "null", "[]", "1", "\"a\"", "{", "{}}", "{'a':1}",
                                 "{\"a\":}", "{\"a\":NaN}", "{\"a\":\"\xff\"}", "{}\n{}"}) {
    const auto object = CanonicalJsonObject("conditions_json", text);
    ASSERT_FALSE(object.ok()) << text;
    EXPECT_EQ(object.status().code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(std::string(object.status().message()), HasSubstr("conditions_json")) << text;
  }
}

std::string Nested(int depth) {
  std::string text = "{}";
  for (int i = 1; i < depth; ++i) text = "{\"a\":" + text + "}";
  return text;
}

TEST(JsonObjectTest, BoundsTheDepth) {
  EXPECT_TRUE(CanonicalJsonObject("c", Nested(32)).ok());
  EXPECT_FALSE(CanonicalJsonObject("c", Nested(34)).ok());
  const std::string hostile = "{\"a\":" + std::string(1 << 20, '[');
  EXPECT_FALSE(CanonicalJsonObject("c", hostile).ok());
}

}  // namespace
}  // namespace overstap::service
