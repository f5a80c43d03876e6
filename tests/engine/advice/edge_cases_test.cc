// What is missing, empty or impossible, in every question: an answer that says what is unknown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/patience.h"
#include "base/strings.h"
#include "engine/advice/closest.h"
#include "engine/advice/match.h"
#include "engine/advice/paths.h"
#include "engine/advice/place.h"
#include "engine/advice/region_report.h"
#include "engine/advice/warm_up.h"
#include "engine/advice/why_not.h"
#include "engine/dutch/sentences.h"
#include "service/json/cohort_view.h"
#include "service/json/path_view.h"
#include "service/json/why_not_view.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::Each;
using ::testing::Field;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr char kRegion[] = "region AM06 52.5 6.1\n";

// "kaal" asks nothing that anybody knows.
constexpr char kWork[] = R"(
  occupation kaal isco 7233
  occupation hulp isco 9311 : a, b, c
  occupation monteur isco 7231 : a, b, c, d
  occupation technicus isco 3115 : b, c, d, e
  occupation kok isco 5120 : koken
  vacancy v1 for monteur | region AM06
  vacancy v2 for kaal | region AM06
)";

constexpr char kCourses[] = "course d : d | weeks 4 price 100\ncourse e : e | weeks 6 price 200\n";
// Each of the two asks what only the other teaches.
constexpr char kCycle[] = "course d : d | weeks 4 needs e\ncourse e : e | weeks 6 needs d\n";

constexpr char kNoRelations[] = R"(
  skill a
  occupation kaal isco 7233
  occupation hulp isco 9311
  occupation monteur isco 7231
  vacancy v1 for monteur | region AM06
)";

const std::vector<std::string> kWorlds = {StrCat(kRegion, kWork, kCourses), StrCat(kRegion, kWork),
                                          StrCat(kRegion, kWork, kCycle),
                                          StrCat(kRegion, kNoRelations)};

const std::vector<std::string> kPersons = {
    "", "| region AM06", "was kaal 5", "was hulp 0", "was hulp 5 | region AM06", "can a"};

// Nothing to spend, and a start that is long past.
plan::PlanParams Impossible() {
  plan::PlanParams params;
  params.budget_eur = 0;
  params.start = absl::CivilDay(2001, 1, 1);
  return params;
}

PersonParams Asker(const TinyWorld& world, const std::string& person) {
  PersonParams params;
  params.profile = world.Person(person);
  params.profile->id = "iemand";
  return params;
}

class EdgeCases : public testing::TestWithParam<std::tuple<std::string, std::string>> {
 protected:
  const TinyWorld world_{std::get<0>(GetParam())};
  const Context context_ = world_.context();
  const PersonParams person_ = Asker(world_, std::get<1>(GetParam()));
};

TEST_P(EdgeCases, RoutesNameOnlyWorkOfWhichSomethingIsKnown) {
  RoutesWithPathsParams params;
  params.route.person = person_;
  params.route.techniek = kEveryOccupation;
  params.route.plan = Impossible();
  const auto answer = FindRoutesWithPaths(context_, params);
  ASSERT_TRUE(answer.ok()) << answer.status();
  ASSERT_EQ(answer->paths.to.size(), answer->routes.routes.size());
  for (const Route& route : answer->routes.routes) {
    EXPECT_NE(route.plan.destination.label, "kaal");
    EXPECT_TRUE(route.plan.coverage.has_value());
    EXPECT_TRUE(route.plan.plan.start_was_past);
    // Without money there is a plan without courses, or none and what it would cost.
    EXPECT_TRUE(route.plan.plan.courses.empty() || route.plan.plan.cost_eur == 0);
    EXPECT_EQ(route.plan.plan.cheapest_eur.has_value(), !route.plan.plan.found);
  }
  EXPECT_THAT(service::Dump(service::ToJson(*answer)), Not(IsEmpty()));
  EXPECT_THAT(dutch::Text(*answer), Not(IsEmpty()));
}

// Number of parts for which somebody has to wait; `ask` gives the status of the answer.
template <class Ask>
int PartsOf(const Ask& ask) {
  for (int parts = 0;; ++parts) {
    int left = parts;
    const PatienceScope patience([&left] {
      return left-- > 0 ? absl::OkStatus() : absl::DeadlineExceededError("nobody waits");
    });
    const absl::Status status = ask();
    if (status.ok()) return parts;
    EXPECT_EQ(status.code(), absl::StatusCode::kDeadlineExceeded) << status;
    // The work ends: it does not ask on and on.
    EXPECT_GE(left, -8);
  }
}

TEST(PatienceTest, LongWorkEndsWhenNobodyWaits) {
  const TinyWorld world(kWorlds[0]);
  const Context context = world.context();
  const PersonParams person = Asker(world, "was hulp 5 | region AM06");
  RoutesWithPathsParams routes;
  routes.route.person = person;
  routes.route.techniek = kEveryOccupation;
  EXPECT_GE(PartsOf([&] { return FindRoutesWithPaths(context, routes).status(); }), 4);
  WhyNotParams why;
  why.person = person;
  why.occupation = "technicus";
  EXPECT_GE(PartsOf([&] { return AskWhyNot(context, why).status(); }), 4);
  PlaceParams place;
  place.groups = {{*person.profile, 5}, {world.Person("was hulp 1 | region AM06"), 5}};
  place.groups[1].profile.id = "iemand anders";
  EXPECT_GE(PartsOf([&] { return PlaceCohort(context, place).status(); }), 3);
  const MatchParams match;
  EXPECT_GE(PartsOf([&] { return MatchVacancies(context, *person.profile, match).status(); }), 2);
  // Nobody is asked outside a scope.
  EXPECT_TRUE(PlaceCohort(context, place).ok());
}

TEST_P(EdgeCases, WarmingUpChangesNoAnswer) {
  RoutesWithPathsParams params;
  params.route.person = person_;
  const TinyWorld warm(std::get<0>(GetParam()));
  WarmUp(warm.snapshot());
  const auto answer = FindRoutesWithPaths(warm.context(), params);
  const auto expected = FindRoutesWithPaths(context_, params);
  ASSERT_EQ(answer.status(), expected.status());
  if (!answer.ok()) return;
  EXPECT_EQ(service::ToJson(*answer), service::ToJson(*expected));
}

TEST_P(EdgeCases, PlansSayWhatIsUnknown) {
  for (const char* occupation : {"kaal", "monteur"}) {
    OccupationPlanParams params = {person_, occupation, Impossible()};
    const auto plan = MakeOccupationPlan(context_, params);
    ASSERT_TRUE(plan.ok()) << plan.status();
    const bool known = !world_.taxonomy().Requirements(world_.Occupation(occupation)).empty();
    EXPECT_EQ(plan->coverage.has_value(), known);
    EXPECT_EQ(plan->met + static_cast<int>(plan->gap.size()), plan->required);
    EXPECT_TRUE(plan->plan.start_was_past);
    EXPECT_EQ(plan->plan.start, context_.today);
    const service::Json json = service::ToJson(*plan);
    EXPECT_EQ(json["within_reach"].is_null(), !known);
    EXPECT_THAT(dutch::Text(dutch::Explain(*plan)), Not(IsEmpty()));
  }
}

TEST_P(EdgeCases, WhyNotNamesABarrierOrNone) {
  for (const char* occupation : {"kaal", "monteur"}) {
    WhyNotParams params;
    params.person = person_;
    params.occupation = occupation;
    params.techniek = kEveryOccupation;
    params.plan = Impossible();
    params.finish_by = absl::CivilDay(2001, 2, 1);
    const auto result = AskWhyNot(context_, params);
    ASSERT_TRUE(result.ok()) << result.status();
    const bool known = !world_.taxonomy().Requirements(world_.Occupation(occupation)).empty();
    if (!known) {
      EXPECT_THAT(result->barriers, SizeIs(1));
      EXPECT_THAT(result->way.steps, IsEmpty());
    }
    EXPECT_EQ(result->coverage.has_value(), known);
    EXPECT_THAT(service::Dump(service::ToJson(*result)), Not(IsEmpty()));
    EXPECT_THAT(dutch::Text(dutch::Explain(*result)), Not(IsEmpty()));
  }
}

TEST_P(EdgeCases, ClosestOfWorkThatAsksNothingIsAnAnswer) {
  for (const char* occupation : {"kaal", "hulp"}) {
    const auto result = FindClosest(context_, {occupation, 10, std::string(kEveryOccupation)});
    ASSERT_TRUE(result.ok()) << result.status();
    EXPECT_EQ(result->origin.label, occupation);
    EXPECT_THAT(result->items, Each(Field(&ClosestItem::closeness,
                                          testing::AllOf(testing::Ge(0), testing::Le(1)))));
  }
}

TEST_P(EdgeCases, EveryPersonOfACohortIsPlacedOrSaidWhyNot) {
  PlaceParams params;
  params.techniek = kEveryOccupation;
  params.plan = Impossible();
  params.groups = {{*person_.profile, 12}};
  const auto result = PlaceCohort(context_, params);
  ASSERT_TRUE(result.ok()) << result.status();
  int64_t people = 0;
  for (const PlacedPeople& placed : result->placements) {
    EXPECT_NE(placed.work.occupation.label, "kaal");
    people += placed.people;
  }
  for (const UnplacedPeople& unplaced : result->unplaced) people += unplaced.people;
  EXPECT_EQ(people, 12);
  EXPECT_EQ(result->people, 12);
  EXPECT_THAT(service::Dump(service::ToJson(*result)), Not(IsEmpty()));
}

TEST_P(EdgeCases, AReportOfARegionWithoutPeopleIsAnAnswer) {
  const auto report = ReportRegion(context_, {"AM06", std::string(kEveryOccupation)});
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->people, 0);
  EXPECT_THAT(report->surplus, IsEmpty());
  EXPECT_THAT(report->moves, IsEmpty());
  EXPECT_THAT(report->shortage, Not(IsEmpty()));
  EXPECT_THAT(service::Dump(service::ToJson(*report)), Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(WorldsAndPersons, EdgeCases,
                         testing::Combine(testing::ValuesIn(kWorlds), testing::ValuesIn(kPersons)));

// The same worlds with people enough to be shown.
TEST(EdgeCasesOfMany, ReportsSayWhatNoCourseTeaches) {
  for (const char* courses : {"", kCycle}) {
    std::string text = StrCat(kRegion, kWork, courses);
    for (int i = 0; i < 12; ++i) {
      StrAppend(&text, "profile p", i, " : was hulp 5 | region AM06\n");
    }
    const TinyWorld world(text);
    const auto report = ReportRegion(world.context(), {"AM06", std::string(kEveryOccupation)});
    ASSERT_TRUE(report.ok()) << report.status();
    EXPECT_EQ(report->people, 10);
    ASSERT_THAT(report->moves, Not(IsEmpty()));
    for (const MoveLine& move : report->moves) {
      EXPECT_EQ(move.weeks, 0);
      EXPECT_EQ(move.missing, move.open_skills);
    }
  }
}

TEST(EdgeCasesOfMany, ACycleOfEntryRequirementsIsNamed) {
  const TinyWorld world(kWorlds[2]);
  OccupationPlanParams params = {Asker(world, "was hulp 5"), "monteur", {}};
  const auto plan = MakeOccupationPlan(world.context(), params);
  ASSERT_TRUE(plan.ok());
  EXPECT_THAT(plan->plan.out_of_reach, SizeIs(1));
  EXPECT_THAT(plan->plan.courses, IsEmpty());
  ASSERT_THAT(plan->obstacles.shortcomings, SizeIs(1));
  EXPECT_EQ(plan->obstacles.shortcomings[0].kind, BarrierKind::kEntry);
}

}  // namespace
}  // namespace overstap::advice
