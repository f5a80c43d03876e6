#include "engine/advice/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Labels(const TinyWorld& world, const SuggestParams& params) {
  const SuggestResult result = Suggest(world.context(), params).value();
  std::vector<std::string> labels;
  for (const SuggestHit& hit : result.hits) labels.push_back(hit.matched_label);
  return labels;
}

TEST(AdviceSuggestTest, TheOccupationWithMostVacanciesFirst) {
  const TinyWorld world(R"(
    occupation bakker : kneden
    occupation banker : rekenen
    vacancy v1 for banker
  )");
  EXPECT_THAT(Labels(world, {LookupKind::kOccupation, "ba"}), ElementsAre("banker", "bakker"));
  EXPECT_THAT(Labels(world, {LookupKind::kOccupation, "ba", 1}), ElementsAre("banker"));
}

TEST(AdviceSuggestTest, TheSkillThatMostOccupationsRequireFirst) {
  const TinyWorld world(R"(
    occupation bakker : kneden, knippen
    occupation kapper : knippen
  )");
  EXPECT_THAT(Labels(world, {LookupKind::kSkill, "kn"}), ElementsAre("knippen", "kneden"));
}

TEST(AdviceSuggestTest, ALimitOutsideItsRangeIsRefused) {
  const TinyWorld world("occupation bakker : kneden");
  for (const size_t limit : {size_t{0}, size_t{101}}) {
    const auto result = Suggest(world.context(), {LookupKind::kOccupation, "ba", limit});
    EXPECT_EQ(result.status().code(), absl::StatusCode::kInvalidArgument);
  }
  EXPECT_TRUE(Suggest(world.context(), {LookupKind::kOccupation, ""}).value().hits.empty());
}

}  // namespace
}  // namespace overstap::advice
