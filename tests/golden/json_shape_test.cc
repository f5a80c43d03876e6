#include "tests/golden/json_shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace overstap {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Faults(const char* value, const char* shape) {
  return ShapeFaults(Json::parse(value), Json::parse(shape));
}

TEST(JsonShapeTest, WhatFitsHasNoFaults) {
  EXPECT_THAT(Faults(R"({"a": 1, "b": [{"c": "x"}, {"c": null}], "more": true})",
                     R"({"a": "integer", "b": [{"c": "text|null"}]})"),
              IsEmpty());
  EXPECT_THAT(Faults(R"({"a": 1, "b": 1.5})", R"({"a": "number", "b": "number"})"), IsEmpty());
  EXPECT_THAT(Faults("[1, \"x\"]", "[]"), IsEmpty());
}

TEST(JsonShapeTest, EveryFaultSaysWhere) {
  EXPECT_THAT(
      Faults(R"({"b": [{"c": "x"}, {"c": 2}, {}]})", R"({"a": "text", "b": [{"c": "text"}]})"),
      ElementsAre("a: is missing", "b[1].c: is integer, not text", "b[2].c: is missing"));
  EXPECT_THAT(Faults(R"({"a": 1.5})", R"({"a": "integer|null"})"),
              ElementsAre("a: is number, not integer|null"));
  EXPECT_THAT(Faults(R"({"a": {}})", R"({"a": []})"), ElementsAre("a: is object, not array"));
  EXPECT_THAT(Faults(R"({"a": []})", R"({"a": {}})"), ElementsAre("a: is array, not object"));
  EXPECT_THAT(Faults("1", "1"), ElementsAre(": the shape itself is wrong"));
}

}  // namespace
}  // namespace overstap
