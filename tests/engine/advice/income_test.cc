#include "engine/advice/income.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/strings.h"
#include "engine/advice/paths.h"
#include "service/json/path_view.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

std::string Vacancies(std::string_view occupation, const std::vector<int>& pays) {
  std::string text;
  for (size_t i = 0; i < pays.size(); ++i) {
    StrAppend(&text, "vacancy ", occupation, "-", i, " for ", occupation, " | pays ", pays[i],
              "\n");
  }
  return text;
}

constexpr char kWork[] = R"(
  occupation kassier isco 5230 : a, b, c
  occupation monteur isco 7233 : a, b, c, d
  occupation lasser isco 7212 : a, b, d, e
  course d : d | weeks 4 price 100
  course e : e | weeks 6 price 200
)";

Person PersonIn(const TinyWorld& world, std::string_view text, std::optional<int> pay = {}) {
  PersonParams params;
  params.profile = world.Person(text);
  params.pay_eur = pay;
  return MakePerson(world.context(), params).value();
}

TEST(IncomeTest, TheMedianOfWhatVacanciesPay) {
  const TinyWorld world(StrCat(kWork, Vacancies("monteur", {2500, 9000, 2700, 2600, 2800}),
                               Vacancies("lasser", {2500, 2600, 2800, 2900, 3000, 3100}),
                               Vacancies("kassier", {2500, 2500, 2500, 2500}),
                               "vacancy dicht for kassier | pays 2500 closes 2020-01-01\n",
                               "vacancy zonder for kassier\n"));
  EXPECT_EQ(PayOf(world.context(), world.Occupation("monteur")), (WorkPay{2700, 5}));
  EXPECT_EQ(PayOf(world.context(), world.Occupation("lasser")), (WorkPay{2850, 6}));
  // Four that are open and say so are too few.
  EXPECT_EQ(PayOf(world.context(), world.Occupation("kassier")), std::nullopt);
}

TEST(IncomeTest, TheMedianIsThatOfTheSortedList) {
  RandomWorld random(4);
  for (int round = 0; round < 200; ++round) {
    std::vector<int> pays(static_cast<size_t>(random.Number(kFewestPaying, 12)));
    for (int& pay : pays) pay = random.Number(2000, 2020);
    const TinyWorld world(StrCat(kWork, Vacancies("monteur", pays)));
    std::sort(pays.begin(), pays.end());
    const size_t half = pays.size() / 2;
    const int median = pays.size() % 2 == 1 ? pays[half] : (pays[half - 1] + pays[half]) / 2;
    EXPECT_EQ(PayOf(world.context(), world.Occupation("monteur"))->month_eur, median);
  }
}

TEST(IncomeTest, NowIsWhatThePersonSaysElseWhatTheLastWorkPays) {
  const TinyWorld world(StrCat(kWork, Vacancies("kassier", {2500, 2500, 2500, 2500, 2500}),
                               Vacancies("monteur", {2900, 2900, 2900, 2900, 2900})));
  const Context context = world.context();
  const auto now = [&](std::string_view text, std::optional<int> pay = {}) {
    const auto found = PayNowOf(context, PersonIn(world, text, pay));
    return found ? StrCat(found->month_eur, " ", found->work.label) : std::string("unknown");
  };
  EXPECT_EQ(now("was kassier 5"), "2500 kassier");
  EXPECT_EQ(now("was kassier 5", 3100), "3100 ");
  EXPECT_EQ(now("was monteur 5 until 2020, was kassier 2"), "2500 kassier");
  EXPECT_EQ(now("was monteur 5 until 2020, was kassier 9 until 2019"), "2900 monteur");
  EXPECT_EQ(now("was monteur 5, was kassier 9"), "2900 monteur");
  // What was earned before says nothing of what is earned now.
  EXPECT_EQ(now("was monteur 5 until 2020, was lasser 2"), "unknown");
  EXPECT_EQ(now("can a"), "unknown");
}

TEST(IncomeTest, AnAnswerSaysWhatWorkPaysAndTheDifference) {
  const TinyWorld world(StrCat(kWork, Vacancies("kassier", {2500, 2500, 2500, 2500, 2500}),
                               Vacancies("monteur", {2900, 2900, 2900, 2900, 2900})));
  RoutesWithPathsParams params;
  params.route.person.profile = world.Person("was kassier 5");
  params.route.techniek = kEveryOccupation;
  const auto answer = FindRoutesWithPaths(world.context(), params);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->routes.routes.size(), 2u);
  EXPECT_EQ(answer->paths.pay_now->month_eur, 2500);
  const service::Json json = service::ToJson(*answer);
  EXPECT_EQ(json["paths_basis"]["pay_now"]["work"]["label"], "kassier");
  for (const service::Json& route : json["routes"]) {
    const bool known = route["destination"]["label"] == "monteur";
    EXPECT_EQ(route["pay"].is_object(), known);
    EXPECT_EQ(route["income_change_eur"], known ? service::Json(400) : service::Json(nullptr));
  }
}

TEST(IncomeTest, PayThatCannotBeIsRefused) {
  PersonParams params;
  params.skills = {"a"};
  for (const int pay : {0, 499, 50'001, -3}) {
    params.pay_eur = pay;
    EXPECT_EQ(params.Validate().code(), absl::StatusCode::kInvalidArgument) << pay;
  }
}

}  // namespace
}  // namespace overstap::advice
