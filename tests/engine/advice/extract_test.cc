#include "engine/advice/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/json/extract_view.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kWorld = R"(
  skill draadtrekken
  knowledge hydraulica
  occupation lasser isco 7212 : draadtrekken essential
)";

TEST(Extract, AnswersInConceptsWithBytesOfTheText) {
  const TinyWorld world(kWorld);
  const ExtractParams params = {
      "Baan\n\nFunctie-eisen\n• kennis van hydraulica en Ümlauten\n• VCA, mbo-4, 36 uur\n", {}};
  const ExtractResult result = Extract(world.context(), params).value();
  ASSERT_EQ(result.skills.size(), 1u);
  EXPECT_EQ(result.skills[0].concept_ref.label, "hydraulica");
  EXPECT_EQ(result.skills[0].matched_label, "hydraulica");
  EXPECT_EQ(params.text.substr(result.skills[0].bytes.begin, 10), "hydraulica");
  ASSERT_EQ(result.unmatched.size(), 1u);
  EXPECT_EQ(result.unmatched[0].text, "Ümlauten");
  EXPECT_EQ(result.versions.taxonomy, world.taxonomy().version());
}

TEST(Extract, JsonHasTheShapeOfTheContract) {
  const TinyWorld world(kWorld);
  const ExtractParams params = {"Baan\n\nFunctie-eisen\n- kennis van hydraulica\n- VCA\n", {}};
  const service::Json json = service::ToJson(Extract(world.context(), params).value());
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  EXPECT_THAT(keys, ElementsAre("versions", "kind", "occupations", "skills", "unmatched",
                                "licences", "regulated", "level", "hours"));
  const service::Json& skill = json["skills"][0];
  EXPECT_EQ(skill["uri"], "t:hydraulica");
  EXPECT_EQ(skill["importance"], "important");
  EXPECT_EQ(skill["section"], "requirements");
  EXPECT_EQ(skill["end"].get<int>() - skill["begin"].get<int>(), 10);
  EXPECT_TRUE(skill["years"].is_null());
  EXPECT_EQ(json["licences"][0]["id"], "vca-basis");
  EXPECT_TRUE(json["level"].is_null());
  EXPECT_TRUE(json["occupations"].empty());
}

TEST(Extract, RefusesATextThatIsTooLong) {
  const TinyWorld world(kWorld);
  const auto result = Extract(world.context(), {std::string((size_t{1} << 20) + 1, 'x'), {}});
  EXPECT_EQ(result.status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace overstap::advice
