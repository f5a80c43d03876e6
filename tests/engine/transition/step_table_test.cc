#include "engine/transition/step_table.h"

#include <gtest/gtest.h>

#include <cmath>
#include <thread>
#include <vector>

#include "engine/transition/level_gate.h"
#include "tests/support/random_world.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::transition {
namespace {

constexpr uint32_t kNone = 1'000'000;

bool Always() { return true; }

// The definition, from the closeness of pairs and all ways over all in-between occupations: Floyd
// and Warshall.
std::vector<std::vector<uint32_t>> Distances(const TinyWorld& world,
                                             const StepTableParams& params) {
  const Taxonomy& taxonomy = world.taxonomy();
  const auto count = static_cast<uint32_t>(taxonomy.occupation_count());
  std::vector<std::vector<uint32_t>> distance(count, std::vector<uint32_t>(count, kNone));
  std::vector<float> row(count);
  for (uint32_t a = 0; a < count; ++a) {
    world.snapshot().step_closeness().FillRow(OccupationId(a), row);
    for (uint32_t b = 0; b < count; ++b) {
      const auto near = static_cast<double>(row[b]);
      const auto gate = CheckLevel(taxonomy.Level(OccupationId(a)), taxonomy.Level(OccupationId(b)),
                                   params.max_level_step);
      if (near < params.min_closeness || !gate.open) continue;
      if (taxonomy.Requirements(OccupationId(b)).empty()) continue;
      distance[a][b] = static_cast<uint32_t>(std::max(1L, std::lround(-1000 * std::log(near))));
    }
    distance[a][a] = 0;
  }
  for (uint32_t over = 0; over < count; ++over) {
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = 0; b < count; ++b) {
        distance[a][b] = std::min(distance[a][b], distance[a][over] + distance[over][b]);
      }
    }
  }
  return distance;
}

// The steps that NextHop gives, one after the other, cost what Distance says.
void ExpectWalkCosts(const StepTable& table, OccupationId from, OccupationId to) {
  uint32_t walked = 0;
  for (OccupationId at = from; at != to;) {
    const auto next = table.NextHop(at, to);
    ASSERT_TRUE(next);
    const auto cost = table.CostOf(at, *next);
    ASSERT_TRUE(cost);
    walked += *cost;
    at = *next;
  }
  EXPECT_EQ(walked, table.Distance(from, to));
}

TEST(StepTableTest, EqualsFloydAndWarshallOnRandomWorlds) {
  int beyond_one_step = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    RandomWorld random(seed);
    const TinyWorld world(random.Text(14, 12, 0));
    const StepTableParams params = {0.1 + 0.1 * static_cast<double>(seed % 4),
                                    static_cast<int>(seed % 3)};
    const StepTable table(world.taxonomy(), world.snapshot().step_closeness(), params);
    const auto expected = Distances(world, params);
    for (uint32_t a = 0; a < expected.size(); ++a) {
      for (uint32_t b = 0; b < expected.size(); ++b) {
        const OccupationId from(a), to(b);
        if (expected[a][b] >= kNone) {
          EXPECT_EQ(table.Distance(from, to), StepTable::kUnreachable);
          EXPECT_EQ(table.NextHop(from, to), std::nullopt);
          continue;
        }
        EXPECT_EQ(table.Distance(from, to), expected[a][b]);
        ExpectWalkCosts(table, from, to);
        if (a != b && !table.CostOf(from, to)) ++beyond_one_step;
      }
    }
  }
  EXPECT_GT(beyond_one_step, 50);
}

TEST(StepTableTest, CostsAddUpWhereClosenessMultiplies) {
  EXPECT_EQ(StepCost(1), 1);
  EXPECT_NEAR(StepCost(0.5) + StepCost(0.6), StepCost(0.3), 1);
  EXPECT_EQ(StepCost(1e-40), StepTable::kFarthest);
}

TEST(StepTableTest, NobodySkipsALevelOrGoesWhereNothingIsKnown) {
  const TinyWorld world(R"(
    occupation hulp isco 9311 : a, b, c
    occupation monteur isco 7233 : a, b, c
    occupation ingenieur isco 2144 : a, b, c
    occupation technicus isco 3115 : a, b, c
    occupation leeg isco 7233
  )");
  const StepTable table(world.taxonomy(), world.snapshot().step_closeness());
  const auto id = [&world](const char* name) { return world.Occupation(name); };
  EXPECT_TRUE(table.CostOf(id("hulp"), id("monteur")));
  EXPECT_FALSE(table.CostOf(id("hulp"), id("ingenieur")));
  EXPECT_EQ(table.NextHop(id("hulp"), id("ingenieur")), id("monteur"));
  EXPECT_EQ(table.NextHop(id("monteur"), id("ingenieur")), id("technicus"));
  EXPECT_EQ(table.Distance(id("monteur"), id("leeg")), StepTable::kUnreachable);
  EXPECT_EQ(table.Distance(id("leeg"), id("leeg")), 0);
}

TEST(StepTableTest, ThreadsThatAskAtOnceSeeTheSame) {
  RandomWorld random(7);
  const TinyWorld world(random.Text(20, 30, 0));
  const StepTable calm(world.taxonomy(), world.snapshot().step_closeness());
  calm.FillAll(Always);
  const StepTable asked(world.taxonomy(), world.snapshot().step_closeness());
  std::vector<int> different(4, 0);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < different.size(); ++i) {
    threads.emplace_back([&, i] {
      for (uint32_t a = 0; a < 30; ++a) {
        for (uint32_t b = 0; b < 30; ++b) {
          const OccupationId from(a), to(b);
          different[i] += calm.Distance(from, to) != asked.Distance(from, to);
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, std::vector<int>(4, 0));
}

TEST(StepTableTest, FillingEndsWhenToldTo) {
  RandomWorld random(7);
  const TinyWorld world(random.Text(20, 30, 0));
  const StepTable table(world.taxonomy(), world.snapshot().step_closeness());
  int asked = 0;
  table.FillAll([&asked] { return ++asked <= 3; });
  EXPECT_EQ(asked, 4);
}

}  // namespace
}  // namespace overstap::transition
