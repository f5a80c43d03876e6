#include "engine/advice/paths.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "engine/advice/step_tables.h"
#include "service/json/path_view.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

constexpr char kLadder[] = R"(
  occupation hulp isco 9311 : a, b, c
  occupation monteur isco 7233 : a, b, c, d
  occupation technicus isco 3115 : b, c, d, e, x
  occupation ingenieur isco 2144 : c, d, e, f
  occupation kok isco 5120 : koken
  occupation bakker isco 7512 : bakken
  occupation kapper isco 5141 : knippen
  course d : d | weeks 4 price 100 form bbl
  course e : e | weeks 6 price 200
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  vacancy v1 for monteur | region AM07
  vacancy v2 for technicus | region AM06
)";

RoutesWithPathsParams Ask(const TinyWorld& world, std::string_view person) {
  RoutesWithPathsParams params;
  params.route.person.profile = world.Person(person);
  params.route.techniek = kEveryOccupation;
  return params;
}

const PathsTo& To(const RoutesWithPaths& answer, std::string_view destination) {
  for (size_t i = 0; i < answer.routes.routes.size(); ++i) {
    if (answer.routes.routes[i].plan.destination.label == destination) return answer.paths.to[i];
  }
  throw std::runtime_error("no such destination");
}

TEST(PathsTest, SaysWhatEachStepTakes) {
  const TinyWorld world(kLadder);
  const auto answer =
      FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5 | region AM06 radius 60"));
  ASSERT_TRUE(answer.ok());
  const PathsTo& to = To(*answer, "technicus");
  EXPECT_FALSE(to.direct_possible);  // two levels up
  ASSERT_EQ(to.paths.size(), 1u);
  const PathLine& path = to.paths[0];
  EXPECT_EQ(path.weeks, 10);
  EXPECT_EQ(path.cost_eur, 300);
  EXPECT_EQ(path.paid_weeks, 4);
  EXPECT_EQ(path.open, 1);
  EXPECT_EQ(path.years_between, 1);
  ASSERT_EQ(path.hops.size(), 2u);
  EXPECT_EQ(path.hops[0].from.label, "hulp");
  EXPECT_EQ(path.hops[0].to.label, "monteur");
  EXPECT_EQ(path.hops[0].vacancies.region, 0);
  EXPECT_EQ(path.hops[0].vacancies.within_radius, 1);
  EXPECT_NEAR(path.km.value_or(0), 42, 2);
  EXPECT_EQ(path.hops[1].from.label, "monteur");
  ASSERT_EQ(path.hops[1].uncovered.size(), 1u);
  EXPECT_EQ(path.hops[1].uncovered[0].label, "x");
  ASSERT_EQ(path.between.size(), 1u);
  const WorkBetween& work = path.between[0];
  EXPECT_EQ(work.occupation.label, "monteur");
  EXPECT_EQ(work.begins, path.hops[0].finish);
  EXPECT_EQ(work.ends, path.hops[1].begins);
  EXPECT_NEAR(work.weeks(), 52, 1);
  EXPECT_EQ(work.vacancies.within_radius, 1);
  EXPECT_EQ(work.km, path.hops[0].km);
  // What it asks the person has, or a course teaches it.
  EXPECT_TRUE(work.skills.empty());
  EXPECT_EQ(path.explanation.kind, "path");
  EXPECT_EQ(path.explanation.children.back().kind, "income");
  EXPECT_EQ(path.explanation.children.back().value, std::nullopt);
  EXPECT_EQ(path.dip_eur, std::nullopt);
}

TEST(PathsTest, WorkInBetweenBringsWhatNoCourseTeaches) {
  const TinyWorld world(R"(
    occupation hulp isco 9311 : a, b, c
    occupation monteur isco 7233 : a, b, c, d, f
    occupation technicus isco 3115 : b, c, d, f, e
    occupation kok isco 5120 : koken
    course d : d | weeks 4
    course e : e | weeks 6
  )");
  const auto answer = FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5"));
  ASSERT_TRUE(answer.ok());
  const PathsTo& to = To(*answer, "technicus");
  ASSERT_EQ(to.paths.size(), 1u);
  ASSERT_EQ(to.paths[0].between.size(), 1u);
  ASSERT_EQ(to.paths[0].between[0].skills.size(), 1u);
  EXPECT_EQ(to.paths[0].between[0].skills[0].label, "f");
}

TEST(PathsTest, WorkInBetweenMustBeInReach) {
  const TinyWorld world(kLadder);
  const auto near = FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5 | region AM06"));
  EXPECT_TRUE(To(*near, "technicus").paths.empty());
  // Whoever has no region can go everywhere, and nobody knows how far that is.
  const auto anywhere = FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5"));
  ASSERT_EQ(To(*anywhere, "technicus").paths.size(), 1u);
  EXPECT_EQ(To(*anywhere, "technicus").paths[0].km, std::nullopt);
  EXPECT_FALSE(anywhere->paths.travel_known);
}

TEST(PathsTest, NoVacanciesAtAllIsUnknown) {
  const TinyWorld world(R"(
    occupation hulp isco 9311 : a, b, c
    occupation monteur isco 7233 : a, b, c
    occupation technicus isco 3115 : b, c
  )");
  const auto answer = FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5"));
  EXPECT_FALSE(answer->paths.vacancies_known);
  ASSERT_EQ(To(*answer, "technicus").paths.size(), 1u);
  EXPECT_EQ(To(*answer, "technicus").paths[0].hops[0].vacancies.region, std::nullopt);
}

// Loader and packer are elementary work and share next to nothing; from packer it is a step to
// operator, from no other work.
constexpr char kFarFromTechniek[] = R"(
  occupation lader isco 9333 : a, b, c
  occupation inpakker isco 9321 : d, e, f, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff
  occupation operator isco 8183 : c, d, e, f, g, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff
  occupation lasser isco 7212 : a, c, h, i, j, k, l, m, n, o, p, q, r, s, t, aa, bb, cc, dd, ee
  occupation boorder isco 7223 : b, c, h, i, j, k, l, m, n, o, p, q, r, s, t, aa, bb, cc, dd, ee
  course g : g | weeks 4
)";

TEST(PathsTest, WhenNothingIsNearTheListEndsWithWorkThatWaysLeadTo) {
  const TinyWorld world(kFarFromTechniek);
  RoutesWithPathsParams params = Ask(world, "was lader 5");
  params.route.techniek.clear();
  params.route.limit = 2;
  const auto answer = FindRoutesWithPaths(world.context(), params);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->routes.routes.size(), 2u);
  EXPECT_NE(answer->routes.routes[0].plan.destination.label, "operator");
  EXPECT_FALSE(answer->paths.to[0].direct_possible);
  const PathsTo& to = To(*answer, "operator");
  ASSERT_EQ(to.paths.size(), 1u);
  ASSERT_EQ(to.paths[0].hops.size(), 2u);
  EXPECT_EQ(to.paths[0].hops[0].to.label, "inpakker");
  // Who asks for one route gets the nearest, who asks for direct steps only the nearest ones.
  params.route.limit = 1;
  EXPECT_NE(
      FindRoutesWithPaths(world.context(), params)->routes.routes.front().plan.destination.label,
      "operator");
  params.route.limit = 2;
  params.max_hops = 1;
  const auto direct = FindRoutesWithPaths(world.context(), params);
  for (const Route& route : direct->routes.routes) {
    EXPECT_NE(route.plan.destination.label, "operator");
  }
}

TEST(PathsTest, OtherElementaryWorkIsWithinReachWhateverItShares) {
  const TinyWorld world(kFarFromTechniek);
  RoutesWithPathsParams params = Ask(world, "was lader 5");
  const auto answer = FindRoutesWithPaths(world.context(), params);
  for (const Route& route : answer->routes.routes) {
    const bool is_elementary = route.plan.destination.label == "inpakker";
    EXPECT_EQ(route.plan.obstacles.barriers.empty(), is_elementary) << route.plan.destination.label;
    EXPECT_EQ(route.plan.step->value == transition::TransitionClass::kShortCourse, is_elementary);
  }
}

TEST(PathsTest, OneHopIsTheDirectStepOnly) {
  const TinyWorld world(kLadder);
  RoutesWithPathsParams params = Ask(world, "was hulp 5");
  params.max_hops = 1;
  const auto answer = FindRoutesWithPaths(world.context(), params);
  EXPECT_TRUE(To(*answer, "technicus").paths.empty());
  params.max_hops = 4;
  EXPECT_FALSE(FindRoutesWithPaths(world.context(), params).ok());
  params.max_hops = 0;
  EXPECT_FALSE(FindRoutesWithPaths(world.context(), params).ok());
}

TEST(PathsTest, TheRoutesAreThoseWithoutWays) {
  for (uint32_t seed = 0; seed < 30; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(12, 8, 8));
    RoutesWithPathsParams params = Ask(world, random.Person(12, 8));
    params.route.techniek = seed % 2 == 0 ? "" : std::string(kEveryOccupation);
    const auto with = FindRoutesWithPaths(world.context(), params);
    const auto without = FindRoutes(world.context(), params.route);
    ASSERT_TRUE(with.ok() && without.ok());
    EXPECT_EQ(service::Dump(service::ToJson(with->routes)),
              service::Dump(service::ToJson(*without)));
    EXPECT_EQ(with->paths.to.size(), without->routes.size());
  }
}

TEST(PathsTest, NeverWorseThanTheDirectStep) {
  int paths = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 9, 10));
    const auto answer = FindRoutesWithPaths(world.context(), Ask(world, random.Person(14, 9)));
    ASSERT_TRUE(answer.ok());
    for (size_t i = 0; i < answer->paths.to.size(); ++i) {
      if (!answer->paths.to[i].direct_possible) continue;
      const PlanLines& direct = answer->routes.routes[i].plan.plan;
      const auto open = direct.uncovered.size() + direct.elsewhere.size() + direct.excluded.size() +
                        direct.out_of_reach.size() + direct.left_out.size();
      for (const PathLine& path : answer->paths.to[i].paths) {
        ++paths;
        EXPECT_TRUE(path.weeks < direct.weeks || path.open < static_cast<int>(open));
      }
    }
  }
  EXPECT_GT(paths, 20);
}

TEST(PathsTest, DeterministicToTheByte) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomWorld random(seed);
    const std::string text = random.Text(12, 8, 8);
    const std::string person = random.Person(12, 8);
    const TinyWorld once(text), again(text);
    const auto first = FindRoutesWithPaths(once.context(), Ask(once, person));
    const auto second = FindRoutesWithPaths(again.context(), Ask(again, person));
    EXPECT_EQ(service::Dump(service::ToJson(*first)), service::Dump(service::ToJson(*second)));
  }
}

TEST(PathsTest, TheTableBelongsToItsVersions) {
  const TinyWorld one(kLadder), same(kLadder);
  const TinyWorld other("occupation hulp isco 9311 : a\n");
  const auto table = StepsOf(one.snapshot());
  EXPECT_EQ(StepsOf(same.snapshot()), table);
  EXPECT_EQ(StepsOf(other.snapshot())->occupation_count(), 1u);
  EXPECT_EQ(table->occupation_count(), 7u);
}

// What nobody knows, or cannot be, gives an answer that says so.
class EdgeCaseTest : public testing::TestWithParam<const char*> {};

TEST_P(EdgeCaseTest, GetsAnAnswer) {
  const TinyWorld world(R"(
    occupation kaal isco 7233
    occupation hulp isco 9311 : a, b, c
    occupation monteur isco 7233 : a, b, c, d
    occupation technicus isco 3115 : b, c, d, e
    course kip : d | weeks 4 price 100 needs e
    course ei : e | weeks 6 price 200 needs d
  )");
  for (const bool stay : {false, true}) {
    RoutesWithPathsParams params;
    params.route.person.profile = world.Person(GetParam());
    params.route.person.profile->id = "iemand";
    params.route.techniek = kEveryOccupation;
    params.route.plan.budget_eur = 0;
    params.route.plan.start = absl::CivilDay(2001, 1, 1);
    params.stay_in_techniek = stay;
    const auto answer = FindRoutesWithPaths(world.context(), params);
    ASSERT_TRUE(answer.ok()) << answer.status();
    EXPECT_EQ(answer->paths.to.size(), answer->routes.routes.size());
    EXPECT_FALSE(service::ToJson(*answer).empty());
    for (const Route& route : answer->routes.routes) {
      EXPECT_TRUE(route.plan.plan.start_was_past);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Persons, EdgeCaseTest,
                         testing::Values("", "was kaal 5", "was hulp 0", "can a", "was hulp 5",
                                         "was monteur 5"));

TEST(PathsTest, ACycleOfEntryRequirementsIsOutOfReach) {
  const TinyWorld world(R"(
    occupation hulp isco 9311 : a, b, c
    occupation monteur isco 7233 : a, b, c, d
    occupation kok isco 5120 : e
    course kip : d | weeks 4 needs e
    course ei : e | weeks 6 needs d
  )");
  const auto answer = FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5"));
  ASSERT_EQ(answer->routes.routes.size(), 1u);
  EXPECT_EQ(answer->routes.routes[0].plan.plan.out_of_reach.size(), 1u);
  EXPECT_TRUE(answer->paths.to[0].paths.empty());
}

TEST(PathsTest, WithoutCoursesWhatIsMissingIsSaid) {
  const TinyWorld world(R"(
    occupation hulp isco 9311 : a, b, c
    occupation monteur isco 7233 : a, b, c, d
    occupation technicus isco 3115 : b, c, d, e
    occupation ingenieur isco 2144 : c, d, e, f
    occupation kok isco 5120 : koken
    occupation bakker isco 7512 : bakken
    occupation kapper isco 5141 : knippen
  )");
  const auto answer = FindRoutesWithPaths(world.context(), Ask(world, "was hulp 5"));
  ASSERT_EQ(To(*answer, "technicus").paths.size(), 1u);
  const PathLine& path = To(*answer, "technicus").paths[0];
  EXPECT_EQ(path.weeks, 0);
  EXPECT_EQ(path.open, 1);  // in each step one thing that no course teaches
}

constexpr char kLeak[] = R"(
  occupation monteur isco 7233 : a, b, c
  occupation docent isco 3423 : a, b, c, d
  occupation technicus isco 3115 : b, c, d, e
  occupation kok isco 5120 : a, c
)";

TEST(StayInTechniekTest, KeepsDestinationsAndWorkInBetweenTechnical) {
  const TinyWorld world(kLeak);
  RoutesWithPathsParams params = Ask(world, "was monteur 5");
  params.stay_in_techniek = true;
  const auto answer = FindRoutesWithPaths(world.context(), params);
  ASSERT_TRUE(answer.ok());
  ASSERT_TRUE(answer->stay && answer->stay->applied);
  EXPECT_EQ(answer->stay->techniek, "tiny 1");
  EXPECT_EQ(answer->routes.techniek, "tiny 1");
  ASSERT_EQ(answer->routes.routes.size(), 1u);
  EXPECT_EQ(answer->routes.routes[0].plan.destination.label, "technicus");
  EXPECT_TRUE(answer->paths.to[0].paths.empty());
}

TEST(StayInTechniekTest, DoesNotApplyToWhoIsNoTechnician) {
  const TinyWorld world(kLeak);
  RoutesWithPathsParams params = Ask(world, "was kok 5");
  params.stay_in_techniek = true;
  const auto answer = FindRoutesWithPaths(world.context(), params);
  ASSERT_TRUE(answer->stay.has_value());
  EXPECT_FALSE(answer->stay->applied);
  EXPECT_EQ(answer->routes.routes.size(), 3u);
}

TEST(StayInTechniekTest, ClosestKeepsTechnicalWorkForTechnicians) {
  const TinyWorld world(kLeak);
  ClosestParams params;
  params.occupation = "monteur";
  const auto stays = FindClosestWithStay(world.context(), params, true);
  ASSERT_TRUE(stays.ok());
  EXPECT_TRUE(stays->stay->applied);
  ASSERT_EQ(stays->closest.items.size(), 1u);
  EXPECT_EQ(stays->closest.items[0].occupation.label, "technicus");
  const auto goes = FindClosestWithStay(world.context(), params, false);
  EXPECT_FALSE(goes->stay.has_value());
  EXPECT_EQ(goes->closest.items.size(), 3u);
  params.occupation = "kok";
  const auto cook = FindClosestWithStay(world.context(), params, true);
  EXPECT_FALSE(cook->stay->applied);
  const auto anywhere = FindClosestWithStay(world.context(), params, false);
  EXPECT_GE(cook->closest.items.size(), 2u);
  EXPECT_EQ(cook->closest.items.size(), anywhere->closest.items.size());
  params.techniek = "bestaat niet";
  EXPECT_FALSE(FindClosestWithStay(world.context(), params, true).ok());
}

}  // namespace
}  // namespace overstap::advice
