#include "engine/advice/context.h"

#include <gtest/gtest.h>

#include "engine/advice/closest.h"
#include "engine/advice/lookup.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

class ContextTest : public ::testing::Test {
 protected:
  TinyWorld world_{R"(
    occupation lasser isco 7212 : mig
    occupation elektromonteur isco 7411 : bedraden, mig
    occupation kok isco 5120 : koken
  )"};
};

TEST_F(ContextTest, UrisAndTitlesAreUnderstood) {
  std::optional<Understood> reading;
  EXPECT_EQ(*ResolveOccupation(world_.context(), "t:lasser", &reading),
            world_.Occupation("lasser"));
  EXPECT_EQ(*ResolveOccupation(world_.context(), "Lasser", &reading), world_.Occupation("lasser"));
  EXPECT_FALSE(reading.has_value());
  const auto near = ResolveOccupation(world_.context(), "elektromonteurs", &reading);
  ASSERT_TRUE(near.ok()) << near.status();
  EXPECT_EQ(*near, world_.Occupation("elektromonteur"));
  ASSERT_TRUE(reading.has_value());
  EXPECT_EQ(reading->concept_ref.uri, "t:elektromonteur");
  EXPECT_LT(reading->score, 1);
  // A spelling error is mended.
  EXPECT_EQ(*ResolveOccupation(world_.context(), "electromonteur", &reading),
            world_.Occupation("elektromonteur"));
}

TEST_F(ContextTest, WhatIsNotUnderstoodIsRefused) {
  EXPECT_EQ(ResolveOccupation(world_.context(), "qwxyz", nullptr).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(ResolveOccupation(world_.context(), "http://nergens", nullptr).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(ResolveOccupation(world_.context(), "", nullptr).status().code(),
            absl::StatusCode::kNotFound);
  EXPECT_EQ(ResolveSkill(world_.context(), "t:lasser", nullptr).status().code(),
            absl::StatusCode::kNotFound);
}

TEST_F(ContextTest, NearMissesAreSuggested) {
  const auto message = [&](const char* text) {
    const absl::Status status = ResolveOccupation(world_.context(), text, nullptr).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound) << text;
    return std::string(status.message());
  };
  EXPECT_EQ(message("elektricien"),
            "no occupation is called 'elektricien'; near to it: 'elektromonteur'");
  EXPECT_EQ(message("las robot"), "no occupation is called 'las robot'; near to it: 'lasser'");
  EXPECT_EQ(message("qwxyz"), "no occupation is called 'qwxyz'");
}

TEST_F(ContextTest, TechniekByName) {
  EXPECT_EQ(*ResolveTechniek(world_.context(), kEveryOccupation), nullptr);
  EXPECT_EQ((*ResolveTechniek(world_.context(), ""))->definition().name, "tiny");
  const auto status = ResolveTechniek(world_.context(), "smal").status();
  EXPECT_NE(status.message().find("tiny"), absl::string_view::npos);
}

TEST_F(ContextTest, ClosestLeavesTheOriginOutAndKeepsTheLimit) {
  ClosestParams params;
  params.occupation = "lasser";
  const auto all = FindClosest(world_.context(), params);
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->items.size(), 1u);  // kok has nothing in common
  EXPECT_EQ(all->items[0].occupation.uri, "t:elektromonteur");
  EXPECT_EQ(all->items[0].explanation.children.size(), 2u);  // likeness, level
  params.limit = 0;
  EXPECT_EQ(FindClosest(world_.context(), params).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(ContextTest, ForEachClosestEqualsOneByOne) {
  NoProgress progress;
  int visited = 0;
  ASSERT_TRUE(ForEachClosest(world_.snapshot(), 10, &progress,
                             [&](OccupationId origin, std::span<const Neighbour> nearest) {
                               ClosestParams params;
                               params.occupation = world_.taxonomy().Uri(origin);
                               const auto one = FindClosest(world_.context(), params);
                               EXPECT_EQ(one->items.size(), nearest.size());
                               ++visited;
                               return absl::OkStatus();
                             })
                  .ok());
  EXPECT_EQ(visited, 3);
}

TEST_F(ContextTest, LookUpChecksItsLimit) {
  EXPECT_EQ(LookUp(world_.context(), {LookupKind::kSkill, "mig", 0}).status().code(),
            absl::StatusCode::kInvalidArgument);
  const auto result = LookUp(world_.context(), {LookupKind::kSkill, "mig", 5});
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->hits.at(0).concept_ref.uri, "t:mig");
}

}  // namespace
}  // namespace overstap::advice
