#include "engine/advice/plan.h"

#include <gtest/gtest.h>

#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tekenen, rijden
  occupation kok isco 5120 : koken
  scheme slim open for employer from 2024-01-01
  scheme stap closed for worker from 2022-01-01 until 2023-12-31
  scheme droom proposed for both from 2020-01-01
  course mig : mig | weeks 4 price 500 starts 2026-01-05, 2027-01-04, 2027-06-01 schemes slim, stap, droom
  course tekenen : tekenen | weeks 3 schemes slim starts 2020-01-01
)";

OccupationPlanParams From(const TinyWorld& world, std::string_view person) {
  OccupationPlanParams params;
  params.person.profile = world.Person(person);
  params.occupation = "lasser";
  return params;
}

TEST(OccupationPlanTest, SaysWhatIsMissingWhatTeachesItAndWhoPays) {
  const TinyWorld world(kWorld);
  const auto plan = MakeOccupationPlan(world.context(), From(world, "can koken"));
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->met, 0);
  EXPECT_EQ(plan->required, 3);
  EXPECT_EQ(plan->gap.size(), 3u);
  ASSERT_EQ(plan->plan.courses.size(), 2u);
  EXPECT_EQ(plan->plan.weeks, 7);
  ASSERT_EQ(plan->plan.uncovered.size(), 1u);
  EXPECT_EQ(plan->plan.uncovered[0].label, "rijden");
  // Closed and proposed schemes are never offered as money, and each scheme stands there once.
  ASSERT_EQ(plan->plan.schemes.size(), 1u);
  EXPECT_EQ(plan->plan.schemes[0].id, "slim");
}

TEST(OccupationPlanTest, TheNextStartIsTodayOrLaterElseUnknown) {
  const TinyWorld world(kWorld);
  const auto plan = MakeOccupationPlan(world.context(), From(world, "can koken"));
  for (const CourseLine& line : plan->plan.courses) {
    if (line.course.id == "mig") {
      EXPECT_EQ(line.next_start, absl::CivilDay(2027, 1, 4));
    } else {
      EXPECT_EQ(line.next_start, std::nullopt);
    }
  }
}

TEST(OccupationPlanTest, SaysWhySomethingStaysOpen) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, tekenen, rijden
    occupation kok isco 5120 : koken, wiskunde
    course daar : mig | weeks 4 region AM07
    course dicht : tekenen | weeks 4 needs wiskunde
  )");
  const auto plan = MakeOccupationPlan(world.context(), From(world, "can koken | region AM06"));
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->plan.elsewhere.at(0).label, "mig");
  EXPECT_EQ(plan->plan.out_of_reach.at(0).label, "tekenen");
  EXPECT_EQ(plan->plan.uncovered.at(0).label, "rijden");
}

TEST(OccupationPlanTest, UnknownIsAState) {
  const TinyWorld world(kWorld);
  const auto plan = MakeOccupationPlan(world.context(), From(world, "can koken"));
  EXPECT_EQ(plan->closeness, std::nullopt);
  EXPECT_EQ(plan->level_gap, std::nullopt);
  EXPECT_TRUE(plan->level_open);
}

TEST(OccupationPlanTest, NobodyAndNowhereAreRefused) {
  const TinyWorld world(kWorld);
  OccupationPlanParams nobody;
  nobody.occupation = "lasser";
  EXPECT_EQ(MakeOccupationPlan(world.context(), nobody).status().code(),
            absl::StatusCode::kInvalidArgument);
  OccupationPlanParams nowhere = From(world, "can koken");
  nowhere.occupation = "astronaut";
  EXPECT_EQ(MakeOccupationPlan(world.context(), nowhere).status().code(),
            absl::StatusCode::kNotFound);
}

}  // namespace
}  // namespace overstap::advice
