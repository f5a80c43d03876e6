#include "engine/advice/match.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "engine/advice/live_finder.h"
#include "service/json/answers.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::advice {
namespace {

constexpr char kWorld[] = R"(
  occupation lasser isco 7212 : mig, tekenen
  occupation kok isco 5120 : koken
  region AM06 52.5 6.1
  region AM07 52.4 6.7
  region AM18 52.4 4.9
  vacancy v1 for lasser | region AM06 hours 32 40
  vacancy v2 for lasser : mig | region AM07
  vacancy v3 for kok | region AM06
  vacancy v4 for lasser | region AM18 closes 2026-01-01
  vacancy v5
  profile p1 : can mig diploma | region AM06 hours 8 16
  profile p2 : was lasser 10 | region AM18
  profile p3 : can koken
)";

std::vector<std::string> Ids(const absl::StatusOr<MatchResult>& result) {
  std::vector<std::string> ids;
  for (const MatchHit& hit : result.value().hits) ids.push_back(hit.id);
  return ids;
}

using Names = std::vector<std::string>;

TEST(MatchTest, OpenVacanciesBestFirst) {
  const TinyWorld world(kWorld);
  const auto result = MatchVacancies(world.context(), world.Person("can mig diploma"), {});
  EXPECT_EQ(Ids(result), (Names{"v2", "v1"}));
  EXPECT_EQ(result->not_scored, 1);  // v5 asks nothing that is known
}

TEST(MatchTest, FiltersByRegionRadiusAndHours) {
  const TinyWorld world(kWorld);
  MatchParams params;
  params.region = "AM06";
  EXPECT_EQ(Ids(MatchVacancies(world.context(), world.Person("can mig"), params)), Names{"v1"});
  params = {};
  params.radius_km = 10;
  EXPECT_EQ(Ids(MatchVacancies(world.context(), world.Person("can mig | region AM07"), params)),
            Names{"v2"});
  EXPECT_EQ(MatchVacancies(world.context(), world.Person("can mig"), params).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Ids(MatchVacancies(world.context(), world.Person("can mig | hours 8 16"), {})),
            Names{"v2"});
}

TEST(MatchTest, PeopleForAVacancyByTheSameRules) {
  const TinyWorld world(kWorld);
  const model::Vacancy v1 = *world.snapshot().vacancies()[0].Record();
  // p1 wants at most 16 hours, v1 asks at least 32.
  EXPECT_EQ(Ids(MatchProfiles(world.context(), v1, {})), Names{"p2"});
  MatchParams params;
  params.region = "AM06";
  const model::Vacancy v2 = *world.snapshot().vacancies()[1].Record();
  EXPECT_EQ(Ids(MatchProfiles(world.context(), v2, params)), Names{"p1"});
}

TEST(MatchTest, ExplainsOnlyWhenAsked) {
  const TinyWorld world(kWorld);
  MatchParams params;
  EXPECT_TRUE(MatchVacancies(world.context(), world.Person("can mig"), params)
                  ->hits[0]
                  .explanation.children.empty());
  params.explain = true;
  EXPECT_FALSE(MatchVacancies(world.context(), world.Person("can mig"), params)
                   ->hits[0]
                   .explanation.children.empty());
}

// One score, both directions.
TEST(MatchTest, BothSidesGiveAPairTheSameScore) {
  for (uint32_t seed = 0; seed < 40; ++seed) {
    RandomWorld random(seed);
    std::string text = random.Text(12, 6, 0);
    for (int i = 0; i < 5; ++i) {
      StrAppend(&text, "vacancy v", i, " for ", RandomWorld::Job(random.Number(0, 5)), "\n");
      StrAppend(&text, "profile p", i, " : ", random.Person(12, 6), "\n");
    }
    const TinyWorld world(text);
    for (const snapshot::ProfileRow& person : world.snapshot().profiles()) {
      const model::Profile profile = *person.Record();
      const auto forward = MatchVacancies(world.context(), profile, {});
      for (const auto& row : world.snapshot().vacancies()) {
        const auto backward = MatchProfiles(world.context(), *row.Record(), {});
        const auto score = [](const MatchResult& result, const std::string& id) {
          for (const MatchHit& hit : result.hits) {
            if (hit.id == id) return hit.score;
          }
          return 0.0;
        };
        EXPECT_EQ(score(*forward, row.vacancy.id), score(*backward, profile.id)) << seed;
      }
    }
  }
}

std::string SomeHours(RandomWorld* random) {
  const int low = random->Number(1, 5) * 8;
  return random->Chance(50) ? StrCat(" hours ", low, " ", low + 8) : std::string();
}

std::string SomePlace(RandomWorld* random) {
  static const std::vector<std::string> kPlaces = {"region AM06", "region AM07", "region AM18",
                                                   "region AM30", ""};
  return kPlaces[static_cast<size_t>(random->Number(0, 4))];
}

// Vacancies and people in regions, of which AM30 is not known.
TinyWorld WorldWithPlaces(RandomWorld* random) {
  std::string text = random->Text(12, 6, 0);
  StrAppend(&text, "region AM06 52.5 6.1\nregion AM07 52.4 6.7\nregion AM18 52.4 4.9\n");
  for (int i = 0; i < 60; ++i) {
    StrAppend(&text, "vacancy v", 100 + i);
    if (random->Chance(90)) StrAppend(&text, " for ", RandomWorld::Job(random->Number(0, 5)));
    StrAppend(&text, " | ", SomePlace(random), SomeHours(random));
    if (random->Chance(50)) StrAppend(&text, " level ", random->Number(1, 4));
    if (random->Chance(50)) StrAppend(&text, " published 2026-10-", random->Number(10, 29));
    if (random->Chance(50)) StrAppend(&text, " closes 2026-11-", random->Number(10, 29));
    StrAppend(&text, "\nprofile p", 100 + i, " : ", random->Person(12, 6), " | ", SomePlace(random),
              SomeHours(random));
    if (random->Chance(50)) StrAppend(&text, " radius ", random->Number(0, 60));
    StrAppend(&text, "\n");
  }
  return TinyWorld(text);
}

MatchParams SomeParams(RandomWorld* random) {
  MatchParams params;
  params.explain = true;
  params.limit = static_cast<size_t>(random->Number(1, 30));
  if (random->Chance(40)) params.region = "AM07";
  if (random->Chance(40)) params.radius_km = random->Number(0, 200);
  if (random->Chance(30)) params.vacancies.isco = std::to_string(random->Number(1, 9));
  if (random->Chance(30)) params.vacancies.level_min = random->Number(1, 4);
  if (random->Chance(30)) params.vacancies.level_max = random->Number(1, 4);
  if (random->Chance(30)) {
    params.vacancies.published_from = absl::CivilDay(2026, 10, random->Number(10, 29));
  }
  return params;
}

std::string Bytes(const absl::StatusOr<MatchResult>& result) {
  return result.ok() ? service::Dump(service::ToJson(*result, true))
                     : std::string(FromAbsl(result.status().message()));
}

// Filters included; equal to the byte.
TEST(MatchTest, AFinderGivesTheAnswerOfScoringEverything) {
  for (uint32_t seed = 0; seed < 20; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world = WorldWithPlaces(&random);
    const auto build = [](const snapshot::Snapshot& rows) {
      return ProfileFinder::Build(rows, 2026);
    };
    const LiveFinders finders = {
        LiveVacancies::Build(world.snapshot(), VacancyFinder::Build).value(),
        LivePeople::Build(world.snapshot(), build).value()};
    Context indexed = world.context();
    indexed.finders = &finders;
    for (int i = 0; i < 12; ++i) {
      const auto person = world.Person(StrCat(random.Person(12, 6), " | region AM06 radius ",
                                              random.Number(0, 60), SomeHours(&random)));
      MatchParams params = SomeParams(&random);
      EXPECT_EQ(Bytes(MatchVacancies(indexed, person, params)),
                Bytes(MatchVacancies(world.context(), person, params)))
          << seed;
      params.vacancies = {};
      const model::Vacancy vacancy = *world.snapshot().vacancies()[random.Number(0, 59)].Record();
      EXPECT_EQ(Bytes(MatchProfiles(indexed, vacancy, params)),
                Bytes(MatchProfiles(world.context(), vacancy, params)))
          << seed;
    }
  }
}

TEST(MatchTest, OnlyVacanciesInAGroupOfALevelAndNew) {
  const TinyWorld world(R"(
    skill mig
    occupation lasser isco 7212 : mig
    occupation las-ingenieur isco 2144 : mig
    vacancy v1 for lasser | level 2 published 2026-11-01
    vacancy v2 for las-ingenieur | level 4 published 2026-10-01
    vacancy v3 for lasser
  )");
  const auto ids = [&](const VacancyLimits& limits) {
    MatchParams params;
    params.vacancies = limits;
    return Ids(MatchVacancies(world.context(), world.Person("can mig"), params));
  };
  VacancyLimits limits;
  limits.isco = "72";
  EXPECT_EQ(ids(limits), (Names{"v1", "v3"}));
  limits = {};
  limits.level_max = 3;
  EXPECT_EQ(ids(limits), (Names{"v1", "v3"}));
  limits.level_min = 3;
  EXPECT_EQ(ids(limits), Names{"v3"});
  limits = {};
  limits.published_from = absl::CivilDay(2026, 10, 15);
  EXPECT_EQ(ids(limits), Names{"v1"});
  MatchParams params;
  params.vacancies.isco = "lasser";
  EXPECT_EQ(params.Validate().code(), absl::StatusCode::kInvalidArgument);
}

TEST(MatchTest, WhoAsksForPeopleDoesNotSayWhichVacancies) {
  const TinyWorld world("occupation lasser isco 7212\nvacancy v1 for lasser\n");
  const model::Vacancy vacancy = *world.snapshot().vacancies()[0].Record();
  MatchParams params;
  params.vacancies.level_min = 2;
  EXPECT_EQ(MatchProfiles(world.context(), vacancy, params).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(MatchTest, TheSameQuestionGivesTheSameBytes) {
  const TinyWorld world(kWorld);
  MatchParams params;
  params.explain = true;
  const auto ask = [&] {
    return service::Dump(service::ToJson(
        *MatchVacancies(world.context(), world.Person("was lasser 3"), params), true));
  };
  EXPECT_EQ(ask(), ask());
}

}  // namespace
}  // namespace overstap::advice
