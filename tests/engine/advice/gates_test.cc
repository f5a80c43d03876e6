#include "engine/advice/gates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/advice/plan.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

snapshot::Parameters WithGates() {
  snapshot::Parameters parameters = TinyParameters();
  model::GateRule nen;
  nen.id = "nen-3140";
  nen.name = "NEN 3140";
  nen.opens_with = "Volg een training.";
  nen.source = "test";
  nen.isco = {"7411"};
  nen.proof = {"nen3140"};
  model::GateRule shifts = nen;
  shifts.id = "ploegendienst";
  shifts.kind = model::GateKind::kCondition;
  parameters.gates = {nen, shifts};
  return parameters;
}

class AdviceGatesTest : public ::testing::Test {
 protected:
  absl::StatusOr<OccupationPlan> Plan(const PersonParams& person) const {
    return MakeOccupationPlan(world_.context(), {person, "elektricien", {}});
  }

  PersonParams Cook() const {
    PersonParams person;
    person.profile = world_.Person("was kok");
    return person;
  }

  const TinyWorld world_{R"(
    occupation elektricien isco 7411 : bedraden
    occupation kok isco 5120 : koken
    course nen3140 : bedraden | weeks 1
    course koken : koken | weeks 1
  )",
                         WithGates()};
};

TEST_F(AdviceGatesTest, AClosedGateSaysWhatOpensItAndWhichCourse) {
  const auto plan = Plan(Cook());
  ASSERT_TRUE(plan.ok()) << plan.status();
  ASSERT_THAT(plan->gates, SizeIs(1));
  EXPECT_EQ(plan->gates[0].state, transition::GateState::kClosed);
  EXPECT_EQ(plan->gates[0].opens_with, "Volg een training.");
  ASSERT_THAT(plan->gates[0].courses, SizeIs(1));
  EXPECT_EQ(plan->gates[0].courses[0].id, "nen3140");
}

TEST_F(AdviceGatesTest, WhatThePersonBringsOpensIt) {
  PersonParams person = Cook();
  person.certificates = {"NEN3140 VOP"};
  const auto plan = Plan(person);
  ASSERT_TRUE(plan.ok()) << plan.status();
  ASSERT_THAT(plan->gates, SizeIs(1));
  EXPECT_EQ(plan->gates[0].state, transition::GateState::kOpen);
  EXPECT_TRUE(plan->gates[0].opens_with.empty());
  EXPECT_TRUE(plan->gates[0].courses.empty());
}

TEST_F(AdviceGatesTest, AConditionMustBeOneThatAGateIsAbout) {
  PersonParams person = Cook();
  person.avoids = {"ploegendienst"};
  ASSERT_TRUE(Plan(person).ok());
  EXPECT_THAT(Plan(person)->gates, SizeIs(2));
  person.avoids = {"maandag"};
  const auto refused = Plan(person);
  ASSERT_EQ(refused.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(refused.status().message()), HasSubstr("ploegendienst"));
}

// A gate is something to do: it changes neither the plan nor the scores.
TEST_F(AdviceGatesTest, AGateHidesNothing) {
  const TinyWorld open(R"(
    occupation elektricien isco 7411 : bedraden
    occupation kok isco 5120 : koken
    course nen3140 : bedraden | weeks 1
    course koken : koken | weeks 1
  )");
  PersonParams person;
  person.profile = open.Person("was kok");
  const auto without = MakeOccupationPlan(open.context(), {person, "elektricien", {}});
  const auto with = Plan(Cook());
  ASSERT_TRUE(without.ok() && with.ok());
  EXPECT_EQ(without->coverage, with->coverage);
  EXPECT_EQ(without->plan.weeks, with->plan.weeks);
}

}  // namespace
}  // namespace overstap::advice
