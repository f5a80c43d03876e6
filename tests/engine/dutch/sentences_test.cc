#include "engine/dutch/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::dutch {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tekenen, rijden
  occupation kok isco 5120 : koken
  occupation bakker isco 5121 : deeg
  course mig : mig | weeks 4 price 1450
  course tekenen : tekenen | weeks 1 price 50
)";

explain::Node PlanFor(const TinyWorld& world, std::string_view person, std::string occupation) {
  advice::OccupationPlanParams params;
  params.person.profile = world.Person(person);
  params.occupation = std::move(occupation);
  return Explain(*advice::MakeOccupationPlan(world.context(), params));
}

const explain::Node* Child(const explain::Node& root, std::string_view kind) {
  for (const explain::Node& child : root.children) {
    if (child.kind == kind) return &child;
  }
  return nullptr;
}

TEST(SentencesTest, CountsWhatIsMetForNoneOneManyAndAll) {
  const TinyWorld world(kWorld);
  EXPECT_EQ(PlanFor(world, "can koken", "lasser").text,
            "Wij zien bij u nog niets van de 3 belangrijkste dingen voor het werk als lasser.");
  EXPECT_EQ(PlanFor(world, "can mig", "lasser").text,
            "U kunt al 1 van de 3 belangrijkste dingen voor het werk als lasser.");
  EXPECT_EQ(PlanFor(world, "can mig, can tekenen, can rijden", "lasser").text,
            "U kunt alle 3 belangrijkste dingen al voor het werk als lasser.");
  EXPECT_EQ(PlanFor(world, "can deeg", "bakker").text,
            "U kunt het belangrijkste al voor het werk als bakker.");
  EXPECT_EQ(PlanFor(world, "can mig", "bakker").text,
            "Wij zien nog niet dat u het belangrijkste kunt voor het werk als bakker.");
}

TEST(SentencesTest, NamesWhatIsKnownAndWhatIsNotWithWeights) {
  const TinyWorld world(kWorld);
  const explain::Node root = PlanFor(world, "can mig, can tekenen claimed 2008", "lasser");
  const explain::Node* met = Child(root, "matched_skills");
  const explain::Node* partly = Child(root, "partly_skills");
  const explain::Node* unknown = Child(root, "unknown_skills");
  ASSERT_TRUE(met != nullptr && partly != nullptr && unknown != nullptr);
  EXPECT_EQ(met->text, "Dit kunt u al: mig. Samen is dit 33% van wat het werk vraagt.");
  EXPECT_THAT(partly->text, HasSubstr("voor een deel: tekenen."));
  EXPECT_THAT(unknown->text, HasSubstr("Wij weten niet of u dit kunt: rijden."));
  EXPECT_NEAR(*met->value + *partly->value + *unknown->value, 1, 1e-9);
  ASSERT_EQ(met->children.size(), 1u);
  EXPECT_EQ(met->children[0].text, "mig");
}

TEST(SentencesTest, WhatThePersonRejectedIsNotCalledUnknown) {
  const TinyWorld world(kWorld);
  const explain::Node root = PlanFor(world, "can mig, cannot tekenen", "lasser");
  EXPECT_THAT(Child(root, "cannot_skills")->text, HasSubstr("Dit kunt u niet, zegt u: tekenen."));
  EXPECT_THAT(Child(root, "unknown_skills")->text,
              HasSubstr("Wij weten niet of u dit kunt: rijden."));
}

// The first sentence counts what is required; so do the lists below it.
TEST(SentencesTest, WhatIsNotRequiredHasASentenceOfItsOwn) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, tekenen, rijden, zingen optional, dansen optional
    occupation kok isco 5120 : koken
  )");
  const explain::Node root = PlanFor(world, "can mig, can zingen", "lasser");
  EXPECT_EQ(root.text, "U kunt al 1 van de 3 belangrijkste dingen voor het werk als lasser.");
  EXPECT_THAT(Child(root, "matched_skills")->text,
              HasSubstr("Dit kunt u al: mig. Dit is niet verplicht, maar u kunt het al: zingen. "
                        "Samen is dit "));
  EXPECT_THAT(Child(root, "unknown_skills")->text,
              HasSubstr("Dit is niet verplicht, en wij weten niet of u het kunt: dansen."));
}

TEST(SentencesTest, SaysThePlanAndWhatNoCourseTeaches) {
  const TinyWorld world(kWorld);
  const explain::Node root = PlanFor(world, "can koken", "lasser");
  EXPECT_THAT(Child(root, "plan")->text,
              HasSubstr("met 2 opleidingen. Dat duurt 5 weken en kost € 1.500."));
  EXPECT_EQ(Child(root, "uncovered")->text, "Hiervoor is geen opleiding bekend: rijden.");
  EXPECT_THAT(Child(PlanFor(world, "can mig, can rijden", "lasser"), "plan")->text,
              HasSubstr("met 1 opleiding. Dat duurt 1 week en kost € 50."));
  EXPECT_EQ(Child(PlanFor(world, "can deeg", "bakker"), "plan")->text,
            "U hoeft eerst niets te leren.");
}

TEST(SentencesTest, SaysWhichCoursesMatterMost) {
  const TinyWorld world(R"(
    occupation lasser isco 7212 : mig, tig, meten
    occupation vijler isco 7211 : vijlen, meten
    occupation kok isco 5120 : koken, meten
    course lassen : mig, tig | weeks 10 price 900
    course meten : meten | weeks 1 price 50
  )");
  const explain::Node root = PlanFor(world, "can koken", "lasser");
  EXPECT_EQ(Child(root, "core")->text,
            "Het belangrijkst is 1 van de 2 opleidingen. Die duurt 10 weken en kost € 900. Daarmee "
            "kunt u 98% van het werk. Met alle opleidingen is dat 100%. Vraag of u de rest op het "
            "werk kunt leren.");
  const auto& courses = Child(root, "plan")->children;
  ASSERT_EQ(courses.size(), 2u);
  for (const explain::Node& course : courses) {
    const bool is_core = course.text.starts_with("lassen");
    EXPECT_THAT(course.text,
                HasSubstr(is_core ? "U leert daar: mig en tig. Dat is 98% van het werk."
                                  : "Deze opleiding kan wachten."));
  }
  // When nothing can wait there is nothing to say.
  EXPECT_EQ(Child(PlanFor(world, "can meten", "lasser"), "core"), nullptr);
  EXPECT_EQ(Child(PlanFor(world, "can mig, can tig", "lasser"), "core")->text,
            "Samen is dat maar 2% van het werk. Vraag of u dit op het werk kunt leren.");
}

TEST(SentencesTest, VacanciesForNoneOneAndMany) {
  const TinyWorld world(kWorld);
  advice::RouteResult result = world.Routes("was kok | region AM06");
  ASSERT_FALSE(result.routes.empty());
  advice::Route route = result.routes[0];
  const auto text = [&route](std::optional<int64_t> count) {
    route.vacancies.region = count;
    return Text(Explain(route, "AM06"));
  };
  EXPECT_THAT(text(0), HasSubstr("In de regio AM06 staan geen vacatures open."));
  EXPECT_THAT(text(1), HasSubstr("In de regio AM06 staat 1 vacature open."));
  EXPECT_THAT(text(7), HasSubstr("In de regio AM06 staan 7 vacatures open."));
  EXPECT_THAT(text(std::nullopt), Not(HasSubstr("vacature")));
  EXPECT_THAT(Text(advice::RoutesWithPaths()), HasSubstr("Vertel meer over uw werk"));
}

TEST(SentencesTest, WhyNotNamesTheBarrierAndTheChange) {
  const TinyWorld world(kWorld);
  advice::WhyNotParams params;
  params.person.profile = world.Person("can mig, can tekenen certificate, can deeg");
  params.occupation = "lasser";
  params.techniek = advice::kEveryOccupation;
  const auto result = advice::AskWhyNot(world.context(), params);
  ASSERT_TRUE(result.ok());
  const std::string text = Text(Explain(*result));
  EXPECT_THAT(text, HasSubstr("Het werk als lasser is voor u bereikbaar.\nDit blijft open. "
                              "Hiervoor is geen opleiding bekend: rijden."));
  params.plan.budget_eur = 0;
  params.person.profile = world.Person("can tekenen certificate, can deeg");
  EXPECT_THAT(Text(Explain(*advice::AskWhyNot(world.context(), params))),
              HasSubstr("nu niet bereikbaar.\nDe opleidingen kosten minstens € 1.450."));
  EXPECT_THAT(text, HasSubstr(result->versions.taxonomy));
}

// Every answer says something, in whole sentences, whatever the world is like.
TEST(SentencesTest, EveryLineIsASentence) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 8, 8));
    advice::WhyNotParams params;
    params.person.profile = world.Person(random.Person(12, 8));
    params.occupation = "job3";
    params.plan.budget_eur = random.Number(0, 20) * 50;
    const auto why_not = advice::AskWhyNot(world.context(), params);
    ASSERT_TRUE(why_not.ok());
    std::vector<explain::Node> trees = {Explain(*why_not),
                                        PlanFor(world, random.Person(12, 8), "job1")};
    for (const explain::Node& root : trees) {
      EXPECT_TRUE(root.text.ends_with(".")) << root.text;
      for (const explain::Node& child : root.children) {
        EXPECT_TRUE(child.text.ends_with(".")) << child.text;
        EXPECT_THAT(child.text, Not(HasSubstr("  "))) << child.text;
        EXPECT_THAT(child.text, Not(HasSubstr(": ."))) << child.text;
      }
    }
  }
}

}  // namespace
}  // namespace overstap::dutch
