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

TEST(OccupationPlanTest, WhatThePersonCannotDoIsMissingNotUnknown) {
  const TinyWorld world(kWorld);
  OccupationPlanParams params = From(world, "was lasser 10, cannot mig");
  params.person.cannot = {"tekenen"};
  const auto plan = MakeOccupationPlan(world.context(), params);
  ASSERT_TRUE(plan.ok()) << plan.status();
  EXPECT_EQ(plan->met, 1);
  ASSERT_EQ(plan->gap.size(), 2u);
  for (const GapLine& line : plan->gap) EXPECT_TRUE(line.cannot) << line.skill.label;
  EXPECT_EQ(plan->plan.courses.size(), 2u);
  // The step itself stays as near as the work is.
  const auto whole = MakeOccupationPlan(world.context(), From(world, "was lasser 10"));
  EXPECT_EQ(plan->closeness, whole->closeness);
  EXPECT_LT(*plan->coverage, *whole->coverage);
  const auto unknown = MakeOccupationPlan(world.context(), From(world, "can koken"));
  for (const GapLine& line : unknown->gap) EXPECT_FALSE(line.cannot);
  params.person.cannot = {"iets dat niemand kent"};
  EXPECT_FALSE(MakeOccupationPlan(world.context(), params).ok());
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

TEST(OccupationPlanTest, HasDaysAndSaysWhichAreSure) {
  const TinyWorld world(kWorld);
  OccupationPlanParams params = From(world, "can koken");
  const auto plan = MakeOccupationPlan(world.context(), params);
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->plan.start, world.context().today);
  EXPECT_FALSE(plan->plan.start_was_past);
  EXPECT_GT(plan->plan.finish, absl::CivilDay(2027, 2, 1));
  // The last day that `tekenen` names is in 2020.
  EXPECT_FALSE(plan->plan.days_are_known);
  EXPECT_GT(plan->plan.waiting_weeks, 0);
  params.plan.start = absl::CivilDay(2020, 1, 1);
  const auto past = MakeOccupationPlan(world.context(), params);
  ASSERT_TRUE(past.ok());
  EXPECT_TRUE(past->plan.start_was_past);
  EXPECT_EQ(past->plan.finish, plan->plan.finish);
}

TEST(OccupationPlanTest, ABudgetOfNothingNamesTheLeast) {
  const TinyWorld world(kWorld);
  OccupationPlanParams params = From(world, "can koken");
  params.plan.budget_eur = 0;
  const auto plan = MakeOccupationPlan(world.context(), params);
  ASSERT_TRUE(plan.ok());
  EXPECT_FALSE(plan->plan.found);
  EXPECT_EQ(plan->plan.cheapest_eur, 500);
  EXPECT_EQ(plan->gap.size(), 3u);
}

TEST(OccupationPlanTest, TravelsAsFarAsThePersonWill) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig
    occupation kok isco 5120 : koken
    region AM06 52.00 5.00
    region AM07 52.20 5.00
    region AM08 53.20 6.50
    course ver : mig | weeks 1 region AM08
    course buur : mig | weeks 2 region AM07
    course hier : mig | weeks 3 region AM06
  )");
  const auto chosen = [&](std::string_view person, std::optional<double> km) {
    OccupationPlanParams params = From(world, person);
    params.plan.travel_km = km;
    return MakeOccupationPlan(world.context(), params)->plan.courses.at(0);
  };
  EXPECT_EQ(chosen("can koken | region AM06", std::nullopt).course.id, "hier");
  EXPECT_EQ(chosen("can koken | region AM06 radius 30", std::nullopt).course.id, "buur");
  EXPECT_NEAR(chosen("can koken | region AM06", 30).distance_km.value(), 22.2, 0.2);
  EXPECT_EQ(chosen("can koken | region AM06", 500).course.id, "ver");
  EXPECT_EQ(chosen("can koken", std::nullopt).distance_km, std::nullopt);
}

TEST(OccupationPlanTest, RecognitionAndRefreshersAreShown) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, tekenen, meten
    occupation kok isco 5120 : koken
    course mig : mig | weeks 4 hours 40 price 500
    course tekenen : tekenen | weeks 3 hours 30 price 300
    course meten : meten | weeks 2 hours 16 price 200
    course meten-lang : meten | weeks 9 hours 90 price 20
  )");
  // mig was claimed 12 years ago; what has faded to less than needed an EVC would bring back.
  const auto plan = MakeOccupationPlan(world.context(),
                                       From(world, "can mig claimed 2010, can meten diploma 2012"));
  ASSERT_TRUE(plan.ok());
  const PlanLines& lines = plan->plan;
  ASSERT_EQ(lines.evc.skills.size(), 1u);
  EXPECT_EQ(lines.evc.skills[0].skill.label, "mig");
  EXPECT_DOUBLE_EQ(lines.evc.weeks_saved.value(), 4);
  EXPECT_DOUBLE_EQ(lines.evc.eur_saved.value(), 500);
  EXPECT_DOUBLE_EQ(lines.evc.weeks.value(), 3);
  ASSERT_EQ(lines.refresh.size(), 2u);
  EXPECT_EQ(lines.refresh[0].skill.label, "mig");
  EXPECT_FALSE(lines.refresh[0].is_met);
  EXPECT_EQ(lines.refresh[0].last_used, 2010);
  EXPECT_EQ(lines.refresh[1].skill.label, "meten");
  EXPECT_TRUE(lines.refresh[1].is_met);
  EXPECT_EQ(lines.refresh[1].course, "meten");
}

TEST(OccupationPlanTest, RecognitionOfNothingSavesNothing) {
  const TinyWorld world(kWorld);
  const auto plan = MakeOccupationPlan(world.context(), From(world, "can koken diploma"));
  ASSERT_TRUE(plan.ok());
  EXPECT_TRUE(plan->plan.evc.skills.empty());
  EXPECT_EQ(plan->plan.evc.weeks_saved, std::nullopt);
  EXPECT_TRUE(plan->plan.refresh.empty());
}

TEST(OccupationPlanTest, AWorldWithoutCoursesSaysSo) {
  const TinyWorld world("occupation lasser : mig\noccupation kok : koken\n");
  const auto plan = MakeOccupationPlan(world.context(), From(world, "can koken"));
  ASSERT_TRUE(plan.ok());
  EXPECT_TRUE(plan->plan.found);
  EXPECT_TRUE(plan->plan.courses.empty());
  EXPECT_EQ(plan->plan.uncovered.size(), 1u);
  EXPECT_EQ(plan->plan.finish, plan->plan.start);
}

}  // namespace
}  // namespace overstap::advice
