#include "engine/advice/route.h"

#include <gtest/gtest.h>

#include "service/json/answers.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

constexpr char kWorld[] = R"(
  occupation kok isco 5120 : koken, plannen
  occupation lasser isco 7212 : mig, plannen
  occupation monteur isco 7233 : sleutelen, mig
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  course mig : mig | weeks 4
  vacancy v1 for lasser | region AM06
  vacancy v2 for lasser | region AM07
  vacancy v3 for lasser | region AM06 closes 2020-01-01
)";

RouteParams Ask(const TinyWorld& world, std::string_view person) {
  RouteParams params;
  params.person.profile = world.Person(person);
  return params;
}

TEST(RouteTest, AnswersTheWholeQuestion) {
  const TinyWorld world(kWorld);
  const auto result = FindRoutes(world.context(), Ask(world, "was kok 5 | region AM06 radius 60"));
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result->techniek, "tiny 1");
  ASSERT_FALSE(result->routes.empty());
  const Route& route = result->routes[0];
  EXPECT_EQ(route.plan.destination.label, "lasser");
  ASSERT_EQ(route.steps.size(), 1u);
  EXPECT_EQ(route.steps[0].from.label, "kok");
  EXPECT_EQ(route.steps[0].weeks, 4);
  EXPECT_EQ(route.vacancies.region, 1);
  EXPECT_EQ(route.vacancies.within_radius, 2);
  EXPECT_FALSE(result->versions.taxonomy.empty());
  EXPECT_FALSE(result->versions.parameters.empty());
}

TEST(RouteTest, VacanciesThatCannotBeKnownAreUnknown) {
  const TinyWorld world(kWorld);
  const auto nowhere = FindRoutes(world.context(), Ask(world, "was kok 5"));
  EXPECT_EQ(nowhere->routes.at(0).vacancies.region, std::nullopt);
  EXPECT_EQ(nowhere->routes.at(0).vacancies.within_radius, std::nullopt);

  const TinyWorld no_vacancies("occupation kok : a\noccupation lasser isco 7212 : a\n");
  const auto result =
      FindRoutes(no_vacancies.context(), Ask(no_vacancies, "was kok | region AM06"));
  EXPECT_EQ(result->routes.at(0).vacancies.region, std::nullopt);
}

TEST(RouteTest, APersonOfWhomNothingIsKnownGetsNoGuess) {
  const TinyWorld world(kWorld);
  RouteParams params;
  params.person.profile = model::Profile();
  params.person.profile->id = "leeg";
  const auto result = FindRoutes(world.context(), params);
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result->routes.empty());
  params.person.profile->occupations = {{"t:astronaut", 3, std::nullopt}};
  EXPECT_EQ(FindRoutes(world.context(), params)->unknown_uris,
            std::vector<std::string>{"t:astronaut"});
}

TEST(RouteTest, ParamsOutOfRangeAreRefused) {
  const TinyWorld world(kWorld);
  RouteParams params = Ask(world, "was kok 5");
  params.limit = 101;
  EXPECT_FALSE(FindRoutes(world.context(), params).ok());
  params = Ask(world, "was kok 5");
  params.radius_km = -1;
  EXPECT_FALSE(FindRoutes(world.context(), params).ok());
  params = Ask(world, "was kok 5");
  params.techniek = "bestaat niet";
  EXPECT_EQ(FindRoutes(world.context(), params).status().code(), absl::StatusCode::kNotFound);
}

TEST(RouteTest, DeterministicToTheByte) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomWorld random(seed);
    const std::string text = random.Text(12, 8, 8);
    const std::string person = random.Person(12, 8);
    const TinyWorld once(text);
    const TinyWorld again(text);
    EXPECT_EQ(service::Dump(service::ToJson(once.Routes(person))),
              service::Dump(service::ToJson(again.Routes(person))));
  }
}

}  // namespace
}  // namespace overstap::advice
