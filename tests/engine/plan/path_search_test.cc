#include "engine/plan/path_search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/plan/every_way.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::plan {
namespace {

PlanParams RandomAims(RandomWorld* random) {
  PlanParams plan;
  if (random->Chance(30)) plan.budget_eur = random->Number(0, 40) * 50;
  if (random->Chance(20)) plan.minimise = Minimise::kEuros;
  if (random->Chance(20)) plan.minimise = Minimise::kFinish;
  if (random->Chance(20)) plan.max_level_step = random->Number(0, 1);
  return plan;
}

TEST(PathSearchTest, TheFrontEqualsThatOfEveryWay) {
  size_t paths = 0, of_three = 0, fronts_of_more = 0, for_income = 0;
  for (uint32_t seed = 0; seed < 250; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 7, 12));
    const std::string person = random.Person(14, 7);
    PlanParams aims = RandomAims(&random);
    const auto pay_now = seed % 4 == 0 ? std::nullopt : std::optional(2700);
    const Asker asker(world, person, std::move(aims), pay_now);
    const int shift = random.Number(0, 100);
    const WorkFinder work = [shift](OccupationId occupation) -> WorkNear {
      const int number = (static_cast<int>(occupation.value()) * 37 + shift) % 10;
      if (number == 0) return {};
      const int kind = (static_cast<int>(occupation.value()) * 17 + shift) % 5;
      return {number < 9, number == 1 ? std::nullopt : std::optional(5.0 * (number % 4)),
              kind == 0 ? std::nullopt : std::optional(2300 + 200 * kind)};
    };
    EveryWay every(world, asker, work);
    for (uint32_t i = 0; i < world.taxonomy().occupation_count(); ++i) {
      std::optional<PathCost> direct;
      if (random.Chance(50)) {
        direct = PathCost{static_cast<double>(random.Number(5, 40)), random.Number(0, 3), 0,
                          random.Chance(30) ? kUnknownDip : 100.0 * random.Number(0, 4)};
      }
      const OccupationId to(i);
      const auto own = asker.origin().occupations;
      if (std::count(own.begin(), own.end(), to) > 0) continue;
      const std::vector<Walker> expected = every.To(to, direct);
      const std::vector<Path> found = asker.Find(to, work, direct);
      ASSERT_EQ(found.size(), expected.size()) << "seed " << seed << " to " << i;
      for (size_t k = 0; k < found.size(); ++k) {
        EXPECT_EQ(Walked(found[k]), expected[k].walked) << "seed " << seed;
        EXPECT_EQ(found[k].cost, expected[k].cost) << "seed " << seed;
        of_three += found[k].hops.size() == 3;
        PathCost without = found[k].cost;
        without.dip = kUnknownDip;
        for_income += std::any_of(found.begin(), found.end(), [&](const Path& other) {
          return other.cost != found[k].cost && IsNoWorse(other.cost, without);
        });
      }
      paths += found.size();
      fronts_of_more += found.size() > 1;
    }
  }
  EXPECT_GT(paths, 300u);
  EXPECT_GT(of_three, 20u);
  EXPECT_GT(fronts_of_more, 20u);
  EXPECT_GT(for_income, 20u);
}

// What is looked into less is never better, and never wrong.
TEST(PathSearchTest, ALimitedSearchFindsOnlyWaysThatTheWholeOneKnows) {
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 9, 10));
    const Asker asker(world, random.Person(14, 9));
    const WorkFinder anywhere = [](OccupationId) { return WorkNear{true, std::nullopt}; };
    for (uint32_t i = 0; i < world.taxonomy().occupation_count(); ++i) {
      PathParams limited;
      limited.first_hops = 2;
      limited.pairs = 2;
      const auto whole = asker.Find(OccupationId(i), anywhere, std::nullopt);
      for (const Path& path : asker.Find(OccupationId(i), anywhere, std::nullopt, limited)) {
        EXPECT_TRUE(std::any_of(whole.begin(), whole.end(), [&path](const Path& better) {
          return IsNoWorse(better.cost, path.cost);
        }));
      }
    }
  }
}

constexpr char kLadder[] = R"(
  occupation hulp isco 9311 : a, b, c
  occupation monteur isco 7233 : a, b, c, d
  occupation technicus isco 3115 : b, c, d, e
  occupation ingenieur isco 2144 : c, d, e, f
  course d : d | weeks 4 price 100
  course e : e | weeks 6 price 200 starts 2027-03-01
  course f : f | weeks 8 price 400
)";

const WorkFinder kEverywhere = [](OccupationId) { return WorkNear{true, std::nullopt}; };

std::vector<std::string> Labels(const TinyWorld& world, const Path& path) {
  std::vector<std::string> labels;
  for (const OccupationId occupation : Walked(path)) {
    labels.push_back(TinyName(world.taxonomy().Uri(occupation)));
  }
  return labels;
}

TEST(PathSearchTest, ClimbsALadderThatNobodyJumps) {
  const TinyWorld world(kLadder);
  const Asker asker(world, "was hulp 5");
  const auto paths = asker.Find(world.Occupation("technicus"), kEverywhere, std::nullopt);
  ASSERT_EQ(paths.size(), 1u);
  EXPECT_EQ(Labels(world, paths[0]), (std::vector<std::string>{"monteur", "technicus"}));
  EXPECT_EQ(paths[0].cost, (PathCost{10, 0, 0, kUnknownDip}));
  // The second course is after a year of the work in between.
  EXPECT_EQ(paths[0].hops[1]->begins, paths[0].hops[0]->plan.finish + 365);
}

TEST(PathSearchTest, TheBudgetIsForAllHopsTogether) {
  const TinyWorld world(kLadder);
  PlanParams plan;
  plan.budget_eur = 300;
  const Asker enough(world, "was hulp 5", plan);
  EXPECT_EQ(enough.Find(world.Occupation("technicus"), kEverywhere, std::nullopt).size(), 1u);
  plan.budget_eur = 299;
  const Asker short_of_it(world, "was hulp 5", plan);
  EXPECT_TRUE(short_of_it.Find(world.Occupation("technicus"), kEverywhere, std::nullopt).empty());
  plan.budget_eur = 0;
  const Asker nothing(world, "was hulp 5", plan);
  EXPECT_TRUE(nothing.Find(world.Occupation("technicus"), kEverywhere, std::nullopt).empty());
}

TEST(PathSearchTest, NoWorkInReachIsNoStepInBetween) {
  const TinyWorld world(kLadder);
  const Asker asker(world, "was hulp 5");
  const OccupationId monteur = world.Occupation("monteur");
  const WorkFinder not_there = [monteur](OccupationId occupation) {
    return WorkNear{occupation != monteur, std::nullopt};
  };
  EXPECT_TRUE(asker.Find(world.Occupation("technicus"), not_there, std::nullopt).empty());
  // At the end of the way it need not be: the answer counts the vacancies there.
  const OccupationId technicus = world.Occupation("technicus");
  const WorkFinder not_at_the_end = [technicus](OccupationId occupation) {
    return WorkNear{occupation != technicus, std::nullopt};
  };
  EXPECT_EQ(asker.Find(technicus, not_at_the_end, std::nullopt).size(), 1u);
}

TEST(PathSearchTest, ADirectStepThatIsNoWorseReplacesEveryWay) {
  const TinyWorld world(kLadder);
  const Asker asker(world, "was hulp 5");
  const OccupationId technicus = world.Occupation("technicus");
  EXPECT_TRUE(asker.Find(technicus, kEverywhere, PathCost{10, 0, 0, kUnknownDip}).empty());
  EXPECT_EQ(asker.Find(technicus, kEverywhere, PathCost{10, 1, 0, kUnknownDip}).size(), 1u);
}

TEST(PathSearchTest, TheDipIsThatOfTheWorkOnTheWayThatPaysLeast) {
  const TinyWorld world(kLadder);
  const OccupationId monteur = world.Occupation("monteur");
  const OccupationId technicus = world.Occupation("technicus");
  const auto dip_with = [&](std::optional<int> now, std::optional<int> monteur_pays) {
    const Asker asker(world, "was hulp 5", {}, now);
    const auto paths = asker.Find(
        technicus,
        [&](OccupationId to) {
          return WorkNear{true, std::nullopt, to == monteur ? monteur_pays : std::optional(3000)};
        },
        std::nullopt);
    EXPECT_EQ(paths.size(), 1u);
    return paths.empty() ? -1 : paths[0].cost.dip;
  };
  EXPECT_EQ(dip_with(2700, 2500), 200);
  EXPECT_EQ(dip_with(2700, 2700), 0);
  EXPECT_EQ(dip_with(3200, 3100), 200);
  EXPECT_EQ(dip_with(2700, std::nullopt), kUnknownDip);
  EXPECT_EQ(dip_with(std::nullopt, 2500), kUnknownDip);
}

TEST(PathSearchTest, AWayThatCostsMoreWeeksStaysWhenItsDipIsLess) {
  const TinyWorld world(kLadder);
  const Asker asker(world, "was hulp 5", {}, 2700);
  const WorkFinder paid = [](OccupationId) { return WorkNear{true, std::nullopt, 2700}; };
  const OccupationId technicus = world.Occupation("technicus");
  EXPECT_EQ(asker.Find(technicus, paid, PathCost{5, 0, 0, 100}).size(), 1u);
  EXPECT_EQ(asker.Find(technicus, paid, PathCost{5, 0, 0, kUnknownDip}).size(), 1u);
  EXPECT_TRUE(asker.Find(technicus, paid, PathCost{5, 0, 0, 0}).empty());
}

TEST(PathSearchTest, StaysWithinTechniekWhenAsked) {
  const TinyWorld world(R"(
    occupation monteur isco 7233 : a, b, c
    occupation docent isco 3423 : a, b, c, d
    occupation technicus isco 3115 : b, c, d, e
    course d : d | weeks 4
    course e : e | weeks 6
  )");
  const Asker asker(world, "was monteur 5");
  PathParams params = Asker::Whole();
  const OccupationId technicus = world.Occupation("technicus");
  EXPECT_EQ(asker.Find(technicus, kEverywhere, std::nullopt, params).size(), 1u);
  params.within = &world.snapshot().techniek().front();
  EXPECT_TRUE(asker.Find(technicus, kEverywhere, std::nullopt, params).empty());
}

TEST(PathSearchTest, NothingKnownIsNoWay) {
  const TinyWorld world("occupation leeg\noccupation vol isco 7212 : a\n");
  const Asker asker(world, "was leeg 5");
  EXPECT_TRUE(asker.Find(world.Occupation("vol"), kEverywhere, std::nullopt).empty());
  EXPECT_TRUE(asker.Find(world.Occupation("leeg"), kEverywhere, std::nullopt).empty());
}

}  // namespace
}  // namespace overstap::plan
