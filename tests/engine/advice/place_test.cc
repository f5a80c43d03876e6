#include "engine/advice/place.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "base/strings.h"
#include "service/json/cohort_view.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A kok can become a lasser in 4 weeks and a monteur in 9.
constexpr char kWorld[] = R"(
  occupation kok isco 5120 : koken, plannen
  occupation lasser isco 7212 : mig, plannen
  occupation monteur isco 7233 : sleutelen, plannen
  occupation ingenieur isco 2144 level 4 : plannen, rekenen
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  region AM35 50.9 5.9
  course mig : mig | weeks 4 SEATS
  course sleutelen : sleutelen | weeks 9
)";

// Others, so that what the occupations above share is something special.
constexpr char kOthers[] = R"(
  occupation o1 isco 4110 : x1
  occupation o2 isco 4120 : x2
  occupation o3 isco 4210 : x3
  occupation o4 isco 4220 : x4
  occupation o5 isco 4310 : x5
  occupation o6 isco 4320 : x6
)";

std::string World(std::string_view vacancies, std::string_view seats = "") {
  std::string world = kWorld;
  world.replace(world.find("SEATS"), 5, seats);
  return StrCat(world, kOthers, vacancies);
}

std::string Vacancies(std::string_view occupation, int count, std::string_view region = "AM06") {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    StrAppend(&lines, "vacancy ", occupation, region, "x", i, " for ", occupation, " | region ",
              region, "\n");
  }
  return lines;
}

model::CohortGroup Group(const TinyWorld& world, std::string_view id, std::string_view person,
                         int64_t people) {
  model::CohortGroup group = {world.Person(person), people};
  group.profile.id = id;
  return group;
}

PlaceResult Place(const TinyWorld& world, std::vector<model::CohortGroup> groups,
                  PlaceParams params = {}) {
  params.groups = std::move(groups);
  return PlaceCohort(world.context(), params).value();
}

std::vector<std::string> Lines(const PlaceResult& result) {
  std::vector<std::string> lines;
  for (const PlacedPeople& placed : result.placements) {
    lines.push_back(StrCat(placed.group, " ", placed.people, " ", placed.work.occupation.label, " ",
                           placed.work.region, " ", placed.weeks));
  }
  for (const UnplacedPeople& unplaced : result.unplaced) {
    lines.push_back(
        StrCat(unplaced.group, " ", unplaced.people, " ", UnplacedReasonName(unplaced.reason)));
  }
  return lines;
}

constexpr char kKok[] = "was kok 5 | region AM06";

TEST(PlaceTest, FillsVacanciesWithTheLeastTraining) {
  const TinyWorld world(World(StrCat(Vacancies("lasser", 3), Vacancies("monteur", 4))));
  const PlaceResult result = Place(world, {Group(world, "a", kKok, 10)});
  EXPECT_THAT(Lines(result),
              ElementsAre("a 3 lasser AM06 4", "a 4 monteur AM06 9", "a 3 vacancies_taken"));
  EXPECT_EQ(result.people, 10);
  EXPECT_EQ(result.placed, 7);
  EXPECT_EQ(result.weeks, 3 * 4 + 4 * 9);
  EXPECT_TRUE(result.optimal);
  EXPECT_EQ(result.most_placed, 7);
  EXPECT_EQ(result.vacancies, 7);
  EXPECT_EQ(result.courses_unlimited, 2);
  EXPECT_EQ(result.techniek, "tiny 1");
  // Three more vacancies place three more people, in either occupation.
  ASSERT_EQ(result.levers.size(), 2u);
  EXPECT_EQ(result.levers[0].more_placed, 3);
  EXPECT_EQ(result.levers[0].available, 3);
}

TEST(PlaceTest, SeatsLimitAndHaveAPrice) {
  const TinyWorld world(World(Vacancies("lasser", 20), "seats 8"));
  const PlaceResult result = Place(world, {Group(world, "a", kKok, 15)});
  EXPECT_THAT(Lines(result), ElementsAre("a 8 lasser AM06 4", "a 7 no_seats"));
  ASSERT_EQ(result.levers.size(), 1u);
  EXPECT_EQ(result.levers[0].course->id, "mig");
  EXPECT_EQ(result.levers[0].available, 8);
  EXPECT_EQ(result.levers[0].more_used, 7);
  EXPECT_EQ(result.levers[0].more_placed, 7);
  EXPECT_EQ(result.courses_unlimited, 0);
}

TEST(PlaceTest, PeopleWhoAreAlikeAreOneGroup) {
  const TinyWorld world(World(Vacancies("lasser", 3)));
  const PlaceResult result = Place(world, {Group(world, "a", kKok, 1), Group(world, "b", kKok, 1),
                                           Group(world, "c", "was kok 1 | region AM06", 1)});
  EXPECT_THAT(Lines(result), ElementsAre("a 2 lasser AM06 4", "c 1 lasser AM06 4"));
}

TEST(PlaceTest, TravelDecidesWhichVacanciesCount) {
  const TinyWorld world(
      World(StrCat(Vacancies("lasser", 2, "AM07"), Vacancies("lasser", 2, "AM35"))));
  const std::vector<model::CohortGroup> people = {Group(world, "a", kKok, 9)};
  EXPECT_THAT(Lines(Place(world, people)), ElementsAre("a 9 no_vacancies"));
  PlaceParams params;
  params.radius_km = 60;
  EXPECT_THAT(Lines(Place(world, people, params)),
              ElementsAre("a 2 lasser AM07 4", "a 7 vacancies_taken"));
  const PlaceResult anywhere = Place(world, {Group(world, "a", "was kok 5", 9)});
  EXPECT_EQ(anywhere.placed, 4);
  EXPECT_EQ(anywhere.without_region, 9);
}

TEST(PlaceTest, SaysWhyPeopleAreNotPlaced) {
  const TinyWorld world(World(StrCat(Vacancies("lasser", 5), Vacancies("ingenieur", 5))));
  PlaceParams short_training;
  short_training.max_weeks = 3;
  EXPECT_THAT(Lines(Place(world, {Group(world, "a", kKok, 2)}, short_training)),
              ElementsAre("a 2 too_long"));
  PlaceParams strict;
  strict.min_score = 1;
  EXPECT_THAT(Lines(Place(world, {Group(world, "a", kKok, 2)}, strict)),
              ElementsAre("a 2 nothing_near"));
  model::CohortGroup unknown = {model::Profile(), 3};
  unknown.profile.id = "u";
  EXPECT_THAT(Lines(Place(world, {unknown})), ElementsAre("u 3 nothing_known"));
  const TinyWorld high(
      "occupation schoonmaker isco 9112 level 1 : plannen, dweilen\n"
      "occupation ingenieur isco 2144 level 4 : plannen\n" +
      Vacancies("ingenieur", 2));
  EXPECT_THAT(Lines(Place(high, {Group(high, "s", "was schoonmaker 5", 2)})),
              ElementsAre("s 2 level"));
}

TEST(PlaceTest, NothingKnownIsSaidAndNotGuessed) {
  const TinyWorld world(World(""));
  const PlaceResult nobody = Place(world, {});
  EXPECT_EQ(nobody.people, 0);
  EXPECT_THAT(Lines(nobody), IsEmpty());
  const PlaceResult result = Place(world, {Group(world, "a", kKok, 2)});
  EXPECT_EQ(result.vacancies, std::nullopt);
  EXPECT_THAT(Lines(result), ElementsAre("a 2 no_vacancies"));
  const TinyWorld no_courses(
      StrCat("occupation kok isco 5120 : plannen\noccupation lasser isco 7212 : plannen, mig\n",
             kOthers, Vacancies("lasser", 1)));
  const PlaceResult open = Place(no_courses, {Group(no_courses, "a", "was kok 5", 1)});
  ASSERT_EQ(open.placements.size(), 1u);
  EXPECT_EQ(open.placements[0].open_skills, 1);
  EXPECT_EQ(open.placements[0].weeks, 0);
}

TEST(PlaceTest, RefusesWhatIsOutOfRange) {
  const TinyWorld world(World(""));
  const auto refused = [&](const PlaceParams& params, const char* says) {
    const auto result = PlaceCohort(world.context(), params);
    ASSERT_FALSE(result.ok());
    EXPECT_THAT(std::string(result.status().message()), HasSubstr(says));
  };
  PlaceParams params;
  params.groups = {Group(world, "a", kKok, 60'000), Group(world, "b", kKok, 60'000)};
  refused(params, "100000 people");
  params.groups = {Group(world, "a", kKok, 0)};
  refused(params, "count");
  params = PlaceParams();
  params.max_weeks = -1;
  refused(params, "max_weeks");
  params = PlaceParams();
  params.min_score = 2;
  refused(params, "min_score");
  params = PlaceParams();
  params.ways = 0;
  refused(params, "ways");
  params = PlaceParams();
  params.techniek = "xyzzyq";
  refused(params, "xyzzyq");
}

TEST(PlaceTest, HoldsOnRandomWorldsAndIsTheSameTwice) {
  for (uint32_t seed = 1; seed <= 20; ++seed) {
    RandomWorld random(seed);
    std::string text = random.Text(12, 8, 6);
    for (int i = 0; i < 20; ++i) {
      StrAppend(&text, "vacancy v", i, " for ", RandomWorld::Job(random.Number(0, 7)), "\n");
    }
    const TinyWorld world(text);
    PlaceParams params;
    params.techniek = std::string(kEveryOccupation);
    for (int i = 0; i < 5; ++i) {
      params.groups.push_back(
          Group(world, StrCat("g", i), random.Person(12, 8), random.Number(1, 9)));
    }
    const PlaceResult result = PlaceCohort(world.context(), params).value();
    int64_t counted = 0;
    std::map<std::string, int64_t> into;
    for (const PlacedPeople& placed : result.placements) {
      counted += placed.people;
      into[placed.work.occupation.uri] += placed.people;
    }
    EXPECT_EQ(counted, result.placed);
    for (const UnplacedPeople& unplaced : result.unplaced) counted += unplaced.people;
    EXPECT_EQ(counted, result.people);
    for (const auto& [uri, people] : into) {
      const auto id = world.taxonomy().FindOccupation(uri);
      EXPECT_LE(people, static_cast<int64_t>(world.snapshot().VacanciesFor(*id).size()));
    }
    EXPECT_EQ(service::Dump(service::ToJson(result)),
              service::Dump(service::ToJson(PlaceCohort(world.context(), params).value())));
  }
}

}  // namespace
}  // namespace overstap::advice
