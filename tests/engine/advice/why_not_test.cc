#include "engine/advice/why_not.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "tests/engine/advice/why_not_question.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// Other work, so that what two occupations share still says something of them.
constexpr char kOtherWork[] = R"(
  occupation tuinman isco 9214 : snoeien
  occupation koerier isco 9331 : fietsen
  occupation vuilophaler isco 9611 : sjouwen
)";

class World : public TinyWorld {
 public:
  explicit World(std::string_view text, snapshot::Parameters parameters = TinyParameters())
      : TinyWorld(StrCat(text, kOtherWork), std::move(parameters)) {}
};

model::GateRule Rule(std::string id, model::GateKind kind) {
  model::GateRule rule;
  rule.id = std::move(id);
  rule.kind = kind;
  rule.name = "NEN 3140";
  rule.opens_with = "Volg een training.";
  rule.source = "test";
  rule.isco = {"7411"};
  if (kind != model::GateKind::kCondition) rule.proof = {"nen3140"};
  return rule;
}

snapshot::Parameters WithGates() {
  snapshot::Parameters parameters = TinyParameters();
  parameters.gates = {Rule("nen-3140", model::GateKind::kCertificate),
                      Rule("ploegendienst", model::GateKind::kCondition)};
  return parameters;
}

std::vector<std::string> BarriersOf(const WhyNotResult& result) {
  std::vector<std::string> names;
  for (const Barrier& barrier : result.barriers) names.emplace_back(BarrierKindName(barrier.kind));
  return names;
}

std::vector<std::string> ShortcomingsOf(const WhyNotResult& result) {
  std::vector<std::string> names;
  for (const Barrier& shortcoming : result.shortcomings) {
    names.emplace_back(BarrierKindName(shortcoming.kind));
  }
  return names;
}

std::vector<std::string> StepsOf(const WhyNotResult& result) {
  std::vector<std::string> names;
  for (const TriedChange& step : result.way.steps) {
    names.push_back(StrCat(ChangeKindName(step.change.kind), " ", step.change.id));
  }
  return names;
}

TEST(WhyNotTest, WhatIsWithinReachNeedsNothing) {
  const World world(R"(
    occupation lasser isco 7212 : mig, tekenen
    occupation kok isco 5120 : koken, tekenen
    course mig : mig | weeks 4
  )");
  const auto result = AskWhyNot(world.context(), Ask(world, "was kok", "lasser"));
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_THAT(result->barriers, IsEmpty());
  EXPECT_THAT(result->way.steps, IsEmpty());
  EXPECT_EQ(result->place, 1u);
  EXPECT_EQ(result->list_size, 1u);
  EXPECT_EQ(result->met, 1);
  EXPECT_EQ(result->required, 2);
}

TEST(WhyNotTest, OwnWorkAndUnknownWorkSaySo) {
  const World world("occupation kok : koken\noccupation leeg isco 7212\n");
  const auto own = AskWhyNot(world.context(), Ask(world, "was kok", "kok"));
  EXPECT_THAT(BarriersOf(*own), ElementsAre("own_work"));
  EXPECT_THAT(own->way.steps, IsEmpty());
  const auto unknown = AskWhyNot(world.context(), Ask(world, "was kok", "leeg"));
  EXPECT_THAT(BarriersOf(*unknown), ElementsAre("unknown_work"));
  EXPECT_EQ(unknown->score, std::nullopt);
  EXPECT_EQ(unknown->coverage, std::nullopt);
}

TEST(WhyNotTest, OtherWorkThanTechniekNamesTheDefinition) {
  const World world("occupation kok isco 5120 : koken\noccupation bakker isco 5121 : koken\n");
  WhyNotParams params = Ask(world, "was kok", "bakker");
  params.techniek = "tiny";
  const auto result = AskWhyNot(world.context(), params);
  ASSERT_THAT(BarriersOf(*result), ElementsAre("not_technical"));
  EXPECT_EQ(result->barriers[0].id, "tiny");
  EXPECT_EQ(result->place, std::nullopt);
  EXPECT_THAT(result->way.steps, IsEmpty());  // no other definition has it either
}

TEST(WhyNotTest, AGateIsOpenedByItsCourseElseByTheCertificate) {
  constexpr char kText[] = R"(
    occupation elektricien isco 7411 : bedraden, koken
    occupation kok isco 5120 : koken
    course bedraden : bedraden | weeks 1
  )";
  const World without(kText, WithGates());
  const auto certificate =
      AskWhyNot(without.context(), Ask(without, "was kok, can bedraden", "elektricien"));
  EXPECT_THAT(BarriersOf(*certificate), ElementsAre("gate"));
  ASSERT_THAT(StepsOf(*certificate), ElementsAre("certificate nen-3140"));
  EXPECT_EQ(certificate->way.steps[0].change.weeks, std::nullopt);
  EXPECT_THAT(certificate->way.steps[0].left, IsEmpty());
  const World with(StrCat(kText, "course nen3140 : koken | weeks 2 price 300\n"), WithGates());
  const auto course = AskWhyNot(with.context(), Ask(with, "was kok, can bedraden", "elektricien"));
  ASSERT_THAT(StepsOf(*course), ElementsAre("course nen3140"));
  EXPECT_EQ(course->way.steps[0].change.weeks, 2);
  EXPECT_EQ(course->way.steps[0].change.eur, 300);
  EXPECT_THAT(course->way.others, SizeIs(1));  // the certificate, of which the price is unknown
}

TEST(WhyNotTest, AConditionOfThePersonIsNotForUsToChange) {
  const World world("occupation e isco 7411 : koken\noccupation kok isco 5120 : koken\n",
                    WithGates());
  WhyNotParams params = Ask(world, "was kok", "e");
  params.person.certificates = {"NEN3140"};
  params.person.avoids = {"ploegendienst"};
  const auto result = AskWhyNot(world.context(), params);
  ASSERT_THAT(BarriersOf(*result), ElementsAre("gate"));
  EXPECT_EQ(result->barriers[0].id, "ploegendienst");
  EXPECT_THAT(result->way.steps, IsEmpty());
}

TEST(WhyNotTest, OneCourseBringsItIntoTheList) {
  const World world(R"(
    occupation kok isco 5120 : koken
    occupation bakker isco 5120 : koken, deeg
    occupation lasser isco 5120 : koken, mig, slijpen
    course kort : mig | weeks 2
    course lang : mig, slijpen | weeks 9
    course deeg : deeg | weeks 1
    course slijpen : slijpen | weeks 3
  )");
  WhyNotParams params = Ask(world, "was kok", "lasser");
  params.limit = 1;
  const auto result = AskWhyNot(world.context(), params);
  ASSERT_THAT(BarriersOf(*result), ElementsAre("rank"));
  EXPECT_EQ(result->barriers[0].value, 2);
  EXPECT_EQ(result->barriers[0].allowed, 1);
  EXPECT_THAT(StepsOf(*result), ElementsAre("course kort"));
  EXPECT_THAT(result->way.others, Not(IsEmpty()));
}

TEST(WhyNotTest, TravelBudgetAndTimeEachHaveTheirSmallestChange) {
  const World world(R"(
    occupation lasser isco 7212 : mig, koken
    occupation kok isco 5120 : koken
    region AM06 52.00 5.00
    region AM07 52.20 5.00
    region AM08 53.20 6.50
    course ver : mig | weeks 1 price 200 region AM08
    course buur : mig | weeks 4 hours 32 price 800 region AM07
  )");
  const auto travel = AskWhyNot(world.context(), Ask(world, "was kok | region AM06", "lasser"));
  EXPECT_THAT(travel->barriers, IsEmpty());
  EXPECT_THAT(ShortcomingsOf(*travel), ElementsAre("travel"));
  ASSERT_THAT(StepsOf(*travel), ElementsAre("travel "));
  EXPECT_EQ(travel->way.steps[0].change.km, 30);  // 22.2 km, in steps of ten

  WhyNotParams poor = Ask(world, "was kok | region AM07", "lasser");
  poor.plan.budget_eur = 500;
  const auto budget = AskWhyNot(world.context(), poor);
  EXPECT_THAT(BarriersOf(*budget), ElementsAre("budget"));
  ASSERT_THAT(StepsOf(*budget), ElementsAre("budget "));
  EXPECT_EQ(budget->way.steps[0].change.eur, 300);
  EXPECT_EQ(budget->way.steps[0].change.setting, 800);

  WhyNotParams late = Ask(world, "was kok | region AM07", "lasser");
  late.plan.hours_a_week = 4;  // eight weeks
  late.finish_by = world.context().today + 42;
  const auto time = AskWhyNot(world.context(), late);
  EXPECT_THAT(BarriersOf(*time), ElementsAre("time"));
  ASSERT_THAT(StepsOf(*time), ElementsAre("hours "));
  EXPECT_EQ(time->way.steps[0].change.setting, 8);
  late.plan.hours_a_week.reset();
  late.finish_by = world.context().today + 7;
  const auto later = AskWhyNot(world.context(), late);
  ASSERT_THAT(StepsOf(*later), ElementsAre("finish "));
  EXPECT_EQ(later->way.steps[0].change.finish, world.context().today + 28);
}

TEST(WhyNotTest, RecognitionIsAChangeWhenItIsEnough) {
  const World world(R"(
    occupation lasser isco 7212 : mig, koken
    occupation kok isco 5120 : koken
  )");
  // mig was claimed so long ago that it is no longer enough, and no course teaches it.
  const auto result =
      AskWhyNot(world.context(), Ask(world, "was kok, can mig claimed 2008", "lasser"));
  EXPECT_THAT(result->barriers, IsEmpty());
  EXPECT_THAT(ShortcomingsOf(*result), ElementsAre("no_course"));
  ASSERT_THAT(StepsOf(*result), ElementsAre("evc "));
  EXPECT_EQ(result->way.steps[0].change.weeks, kEvcWeeks);
  EXPECT_EQ(result->way.steps[0].change.eur, std::nullopt);
}

TEST(WhyNotTest, SeveralBarriersAreTakenOneAfterTheOther) {
  const World world(R"(
    occupation elektricien isco 7411 : bedraden, koken
    occupation kok isco 5120 : koken
    region AM06 52.00 5.00
    region AM07 52.20 5.00
    course bedraden : bedraden | weeks 1 price 300
  )",
                    WithGates());
  WhyNotParams params = Ask(world, "was kok | region AM06", "elektricien");
  params.plan.budget_eur = 100;
  const auto result = AskWhyNot(world.context(), params);
  EXPECT_THAT(BarriersOf(*result), ElementsAre("gate", "budget"));
  ASSERT_THAT(StepsOf(*result), ElementsAre("certificate nen-3140", "budget "));
  EXPECT_THAT(result->way.steps[0].left, ElementsAre(BarrierKind::kBudget));
  EXPECT_THAT(result->way.steps[1].left, IsEmpty());
  EXPECT_THAT(result->way.others, IsEmpty());
}

TEST(WhyNotTest, WhatNoCourseTeachesIsABarrierOnlyWhenItIsMostOfTheWork) {
  const World world(R"(
    occupation kok isco 5120 : koken, tekenen
    occupation lasser isco 7212 : mig, tekenen
    occupation smid isco 7221 : smeden
  )");
  const auto some = AskWhyNot(world.context(), Ask(world, "was kok", "lasser"));
  EXPECT_THAT(some->barriers, IsEmpty());
  EXPECT_THAT(ShortcomingsOf(*some), ElementsAre("no_course"));
  const auto most = AskWhyNot(world.context(), Ask(world, "was kok", "smid"));
  EXPECT_THAT(BarriersOf(*most), ElementsAre("score", "no_course"));
  EXPECT_THAT(most->shortcomings, IsEmpty());
}

// A definition that cannot be applied is no help.
TEST(WhyNotTest, ADefinitionThatLacksItsDataIsNotOffered) {
  snapshot::Parameters parameters = TinyParameters();
  model::TechniekDefinition brc = parameters.techniek.front();
  brc.name = "brc";
  brc.basis = model::TechniekBasis::kBrc;
  brc.include = {"05"};
  parameters.techniek.push_back(brc);
  const World world("occupation kok isco 5120 : koken\noccupation bakker isco 5121 : koken\n",
                    std::move(parameters));
  ASSERT_FALSE(world.snapshot().techniek().back().lacks().empty());
  WhyNotParams params = Ask(world, "was kok", "bakker");
  params.techniek = "tiny";
  EXPECT_THAT(AskWhyNot(world.context(), params)->way.steps, IsEmpty());
}

TEST(WhyNotTest, NonsenseIsRefused) {
  const World world("occupation kok : koken\n");
  WhyNotParams params = Ask(world, "was kok", "kok");
  params.limit = 0;
  EXPECT_EQ(AskWhyNot(world.context(), params).status().code(), absl::StatusCode::kInvalidArgument);
  params = Ask(world, "was kok", "astronaut");
  EXPECT_EQ(AskWhyNot(world.context(), params).status().code(), absl::StatusCode::kNotFound);
  params = Ask(world, "was kok", "kok");
  params.person.profile.reset();
  EXPECT_EQ(AskWhyNot(world.context(), params).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(WhyNotTest, APersonOfWhomNothingIsKnownGetsAnAnswer) {
  const World world("occupation kok : koken\n");
  WhyNotParams params = Ask(world, "", "kok");
  const auto result = AskWhyNot(world.context(), params);
  ASSERT_TRUE(result.ok()) << result.status();
  EXPECT_THAT(BarriersOf(*result), ElementsAre("score", "no_course"));
  EXPECT_EQ(result->robustness.first, std::nullopt);
  EXPECT_THAT(result->way.steps, IsEmpty());
}

}  // namespace
}  // namespace overstap::advice
