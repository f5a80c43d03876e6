// What each course of a plan brings, and which carry it, against coverage as everybody has it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/advice/plan.h"
#include "engine/match/coverage.h"
#include "engine/match/held_skills.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

OccupationPlan PlanFor(const TinyWorld& world, std::string_view person, std::string occupation,
                       const plan::PlanParams& params = {}) {
  OccupationPlanParams question;
  question.person.profile = world.Person(person);
  question.occupation = std::move(occupation);
  question.plan = params;
  return MakeOccupationPlan(world.context(), question).value();
}

std::vector<std::string> Core(const OccupationPlan& plan) {
  std::vector<std::string> core;
  for (const CourseLine& line : plan.plan.courses) {
    if (line.is_core) core.push_back(line.course.id);
  }
  return core;
}

TEST(PlanCoreLinesTest, SaysWhatACourseBringsAndWhatCanWait) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, tig, tekenen, meten, vijlen somewhat, zagen somewhat
    occupation vijler isco 7211 : vijlen, zagen, meten
    occupation kok isco 5120 : koken, vijlen, zagen, meten
    course lassen : mig, tig, tekenen | weeks 10 price 900
    course meten : meten | weeks 1 price 50
  )");
  const OccupationPlan plan = PlanFor(world, "can koken", "lasser");
  ASSERT_THAT(plan.plan.courses, SizeIs(2));
  EXPECT_THAT(Core(plan), ElementsAre("lassen"));
  ASSERT_TRUE(plan.plan.core);
  EXPECT_EQ(plan.plan.core->courses, 1u);
  EXPECT_EQ(plan.plan.core->weeks, 10);
  EXPECT_EQ(plan.plan.core->cost_eur, 900);
  EXPECT_EQ(plan.plan.core->finish, world.context().today + 70);
  double gained = 0;
  for (const CourseLine& line : plan.plan.courses) gained += line.coverage_gain;
  EXPECT_NEAR(*plan.coverage + gained, *plan.plan.coverage_after, 1e-9);
  EXPECT_LT(plan.plan.core->coverage, *plan.plan.coverage_after);
}

TEST(PlanCoreLinesTest, WhoHasNothingToLearnHasNoCore) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig
    course mig : mig | weeks 1
  )");
  const OccupationPlan plan = PlanFor(world, "can mig", "lasser");
  EXPECT_THAT(plan.plan.courses, IsEmpty());
  EXPECT_FALSE(plan.plan.core);
  EXPECT_FALSE(plan.plan.coverage_after);
}

model::GateRule GateFor(const std::string& proof) {
  model::GateRule rule;
  rule.id = "veilig";
  rule.kind = model::GateKind::kCertificate;
  rule.name = "Veilig werken";
  rule.opens_with = "Volg een training.";
  rule.source = "test";
  rule.isco = {"7212"};
  rule.proof = {proof};
  return rule;
}

TEST(PlanCoreLinesTest, WhatOpensAGateCannotWaitHoweverLittleItBrings) {
  constexpr char kWorld[] = R"(
    occupation lasser isco 7212 : mig, tig, tekenen, veilig
    occupation een isco 5120 : veilig, koken
    occupation twee isco 5121 : veilig
    occupation drie isco 5122 : veilig
    occupation vier isco 5123 : veilig
    course lassen : mig, tig, tekenen | weeks 10
    course veilig : veilig | weeks 1
  )";
  const OccupationPlan without = PlanFor(TinyWorld(kWorld), "can koken", "lasser");
  ASSERT_THAT(without.plan.courses, SizeIs(2));
  EXPECT_THAT(Core(without), ElementsAre("lassen"));
  snapshot::Parameters parameters = TinyParameters();
  parameters.gates = {GateFor("veilig")};
  const OccupationPlan plan = PlanFor(TinyWorld(kWorld, parameters), "can koken", "lasser");
  EXPECT_THAT(Core(plan), testing::UnorderedElementsAre("lassen", "veilig"));
  for (const CourseLine& line : plan.plan.courses) {
    EXPECT_EQ(line.opens.size(), line.course.id == "veilig" ? 1u : 0u);
  }
}

// Coverage of somebody who has the certificates of the courses, asked as every score is.
double CoverageWith(const TinyWorld& world, std::string_view person, const std::string& job,
                    const std::vector<std::string>& courses) {
  const snapshot::Snapshot& snapshot = world.snapshot();
  std::vector<match::HeldSkill> held = world.Held(person);
  for (size_t i = 0; i < snapshot.catalogue().size(); ++i) {
    const auto& entry = snapshot.catalogue()[i];
    if (std::count(courses.begin(), courses.end(), entry.course.id) == 0) continue;
    match::RaiseTaught(entry.teaches, snapshot.scoring(), &held);
  }
  const match::ExpandedProfile expanded(held, snapshot.transfer(),
                                        snapshot.taxonomy().skill_count());
  return match::Coverage(expanded, snapshot.taxonomy().Requirements(world.Occupation(job)),
                         snapshot.taxonomy(), snapshot.scoring())
      .value();
}

// The skills of all courses together are those that the plan closes, each once.
void ExpectEachSkillOnce(const OccupationPlan& plan, const plan::TrainingPlan& made) {
  std::set<std::string> closed;
  size_t lines = 0;
  for (const CourseLine& line : plan.plan.courses) {
    EXPECT_FALSE(line.closes.empty()) << line.course.id << " is of no use";
    for (const ConceptRef& skill : line.closes) closed.insert(skill.uri);
    lines += line.closes.size();
  }
  size_t expected = 0;
  for (const plan::PlannedCourse& planned : made.courses) expected += planned.closes.size();
  EXPECT_EQ(closed.size(), lines);
  EXPECT_EQ(lines, expected);
}

TEST(PlanCoreLinesTest, GainsAreThoseOfCoverageAndTheCoreIsAPlanOfItsOwn) {
  int can_wait = 0;
  for (uint32_t seed = 0; seed < 500; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 4, 16));
    const std::string person = random.Person(14, 4);
    for (int i = 0; i < 4; ++i) {
      SCOPED_TRACE(StrCat("seed ", seed, " job ", i));
      const std::string job = RandomWorld::Job(i);
      plan::PlanParams params;
      params.minimise = static_cast<plan::Minimise>(random.Number(0, 3));
      if (params.minimise == plan::Minimise::kMix) params.euros_per_week = 100;
      params.start = world.context().today;
      const OccupationPlan plan = PlanFor(world, person, job, params);
      if (plan.plan.courses.empty()) continue;
      std::vector<std::string> taken;
      for (const bool of_core : {true, false}) {
        if (!of_core) {
          EXPECT_NEAR(plan.plan.core->coverage, CoverageWith(world, person, job, taken), 1e-6);
        }
        for (const CourseLine& line : plan.plan.courses) {
          if (line.is_core != of_core) continue;
          const double before = CoverageWith(world, person, job, taken);
          taken.push_back(line.course.id);
          EXPECT_NEAR(line.coverage_gain, CoverageWith(world, person, job, taken) - before, 1e-6);
          can_wait += !of_core;
        }
      }
      EXPECT_NEAR(*plan.plan.coverage_after, CoverageWith(world, person, job, taken), 1e-6);
      EXPECT_LE(plan.plan.core->weeks, plan.plan.weeks + 1e-9);
      EXPECT_LE(plan.plan.core->finish, plan.plan.finish);
      ExpectEachSkillOnce(plan, world.Plan(person, job, params));
    }
  }
  EXPECT_GT(can_wait, 20);
}

}  // namespace
}  // namespace overstap::advice
