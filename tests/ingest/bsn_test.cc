#include "ingest/bsn.h"

#include <gtest/gtest.h>

namespace overstap::ingest {
namespace {

using nlohmann::json;

TEST(AnyTextHoldsBsnTest, LooksEverywhereInAValue) {
  EXPECT_TRUE(AnyTextHoldsBsn(json::parse(R"({"a":[{"b":"x 123456782"}]})")));
  EXPECT_TRUE(AnyTextHoldsBsn(json::parse(R"({"123456782":1})")));
  EXPECT_FALSE(AnyTextHoldsBsn(json::parse(R"({"a":[{"b":"x 123456789"}],"c":null,"d":1.5})")));
}

TEST(CheckNoBsnTest, DoesNotRepeatTheNumber) {
  const absl::Status status = CheckNoBsn(json::parse(R"({"id":"123456782"})"));
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message().find("123456782"), absl::string_view::npos);
  EXPECT_TRUE(CheckNoBsn(json::parse(R"({"id":"p1"})")).ok());
}

}  // namespace
}  // namespace overstap::ingest
