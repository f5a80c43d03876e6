#include "ingest/cohort_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"

namespace overstap::ingest {
namespace {

using ::testing::HasSubstr;

std::string Refusal(std::string_view json) {
  const auto group = ParseCohortGroup(json);
  EXPECT_FALSE(group.ok()) << json;
  return group.ok() ? "" : std::string(group.status().message());
}

TEST(CohortJsonTest, AProfileAndHowManyAreLikeIt) {
  const auto group = ParseCohortGroup(
      R"({"id":"grond","count":300,"occupations":[{"uri":"http://x/a","years":9}],"region":"AM18"})");
  ASSERT_TRUE(group.ok()) << group.status();
  EXPECT_EQ(group->people, 300);
  EXPECT_EQ(group->profile.id, "grond");
  EXPECT_EQ(group->profile.region, "AM18");
  EXPECT_EQ(group->profile.occupations.size(), 1u);
}

TEST(CohortJsonTest, WithoutACountItIsOnePerson) {
  EXPECT_EQ(ParseCohortGroup(R"({"id":"p"})")->people, 1);
  EXPECT_EQ(ParseCohortGroup(R"({"id":"p","count":null})")->people, 1);
}

TEST(CohortJsonTest, RefusesACountThatIsNone) {
  for (const char* count :
       {"0", "-1", "1.5", "100001", "1e9", "\"3\"", "[]", "true", "99999999999999999999"}) {
    EXPECT_THAT(Refusal(StrCat(R"({"id":"p","count":)", count, "}")), HasSubstr("count")) << count;
  }
  EXPECT_THAT(Refusal(R"({"id":"p","count":1,"count":2})"), HasSubstr("count"));
}

TEST(CohortJsonTest, RefusesWhatAProfileRefuses) {
  EXPECT_NE(Refusal(""), "");
  EXPECT_NE(Refusal("[]"), "");
  EXPECT_NE(Refusal(R"({"id":"p","count":3)"), "");
  EXPECT_NE(Refusal("{\"id\":\"\xff\"}"), "");
  EXPECT_THAT(Refusal(R"({"id":"p","name":"Jan"})"), HasSubstr("name"));
  EXPECT_THAT(Refusal(R"({"count":2})"), HasSubstr("id"));
  EXPECT_NE(Refusal(R"({"id":"123456782","count":2})"), "");  // a BSN
  EXPECT_NE(Refusal(StrCat(R"({"id":")", std::string(1 << 20, 'x'), "\"}")), "");
}

}  // namespace
}  // namespace overstap::ingest
