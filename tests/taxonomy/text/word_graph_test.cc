#include "taxonomy/text/word_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/strings.h"
#include "tests/support/random_world.h"

namespace overstap::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct GraphLink {
  UnitId from;
  UnitId to;
  float strength;
};

WordGraph Graph(int units, const std::vector<GraphLink>& links) {
  WordGraph graph;
  for (int i = 0; i < units; ++i) graph.Intern(StrCat("u", i));
  for (const GraphLink& link : links) graph.Link(link.from, link.to, link.strength);
  graph.Finish();
  return graph;
}

TEST(WordGraphTest, UnitsAreDenseAndFound) {
  WordGraph graph;
  EXPECT_EQ(graph.Intern("las"), 0u);
  EXPECT_EQ(graph.Intern("robot"), 1u);
  EXPECT_EQ(graph.Intern("las"), 0u);
  EXPECT_EQ(graph.size(), 2u);
  EXPECT_EQ(graph.Find("robot"), 1u);
  EXPECT_EQ(graph.Name(1), "robot");
  EXPECT_EQ(graph.Find("lasser"), WordGraph::kNoUnit);
  graph.Finish();
  EXPECT_FALSE(graph.HasLinks(0));
}

TEST(WordGraphTest, APathIsAsStrongAsTheProductOfItsLinks) {
  const WordGraph graph = Graph(4, {{0, 1, 0.5F}, {1, 2, 0.5F}, {0, 2, 0.125F}, {2, 3, 0.5F}});
  EXPECT_THAT(graph.Expand(std::vector<WeightedUnit>{{0, 1}}, 0.2F),
              ElementsAre(WeightedUnit{0, 1}, WeightedUnit{1, 0.5F}, WeightedUnit{2, 0.25F}));
  EXPECT_TRUE(graph.HasLinks(0));
  EXPECT_FALSE(graph.HasLinks(3));
}

TEST(WordGraphTest, LinksHaveADirection) {
  const WordGraph graph = Graph(2, {{0, 1, 0.5F}});
  EXPECT_THAT(graph.Expand(std::vector<WeightedUnit>{{1, 1}}), ElementsAre(WeightedUnit{1, 1}));
}

TEST(WordGraphTest, TheStrongestOfSeveralLinksCounts) {
  const WordGraph graph = Graph(2, {{0, 1, 0.5F}, {0, 1, 0.75F}, {0, 1, 0.25F}, {0, 0, 1}});
  EXPECT_THAT(graph.Expand(std::vector<WeightedUnit>{{0, 1}}),
              ElementsAre(WeightedUnit{0, 1}, WeightedUnit{1, 0.75F}));
}

TEST(WordGraphTest, APathHasAtMostSoManyLinks) {
  std::vector<GraphLink> links;
  for (UnitId i = 0; i < 9; ++i) links.push_back({i, i + 1, 1});
  const auto reached = Graph(10, links).Expand(std::vector<WeightedUnit>{{0, 1}});
  EXPECT_EQ(reached.size(), static_cast<size_t>(WordGraph::kMostHops) + 1);
  EXPECT_EQ(reached.back().unit, static_cast<UnitId>(WordGraph::kMostHops));
}

// The strong way to 4 uses up the links; from there only the short, weak way can go on to 5.
TEST(WordGraphTest, AShortWeakPathReachesFurtherThanALongStrongOne) {
  const WordGraph graph =
      Graph(6, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}, {0, 4, 0.5F}, {4, 5, 1}});
  const auto reached = graph.Expand(std::vector<WeightedUnit>{{0, 1}});
  EXPECT_THAT(reached, ElementsAre(WeightedUnit{0, 1}, WeightedUnit{1, 1}, WeightedUnit{2, 1},
                                   WeightedUnit{3, 1}, WeightedUnit{4, 1}, WeightedUnit{5, 0.5F}));
}

TEST(WordGraphTest, WhatIsTooWeakIsLeftOut) {
  const WordGraph graph = Graph(4, {{0, 1, 0.75F}, {0, 2, 0.5F}, {1, 3, 0.5F}});
  const std::vector<WeightedUnit> seeds = {{0, 1}};
  EXPECT_THAT(graph.Expand(seeds, 0.5F),
              ElementsAre(WeightedUnit{0, 1}, WeightedUnit{1, 0.75F}, WeightedUnit{2, 0.5F}));
  EXPECT_THAT(graph.Expand(seeds, 0.6F), ElementsAre(WeightedUnit{0, 1}, WeightedUnit{1, 0.75F}));
  EXPECT_EQ(graph.Expand(seeds, 0.375F).size(), 4u);
}

TEST(WordGraphTest, NothingStandsForNothing) {
  EXPECT_THAT(Graph(2, {{0, 1, 1}}).Expand({}), IsEmpty());
}

TEST(WordGraphTest, TheStrongestOfVeryMany) {
  std::vector<GraphLink> links;
  for (UnitId i = 1; i < 200; ++i) links.push_back({0, i, 0.5F + static_cast<float>(i) / 1000});
  const auto reached = Graph(200, links).Expand(std::vector<WeightedUnit>{{0, 1}});
  ASSERT_EQ(reached.size(), WordGraph::kMostReached);
  EXPECT_EQ(reached[1].unit, 199u);
  EXPECT_EQ(reached.back().unit, 200 - WordGraph::kMostReached + 1);
}

// All paths, in the obvious way.
std::map<UnitId, float> AllPaths(const std::vector<GraphLink>& links,
                                 const std::vector<WeightedUnit>& seeds) {
  std::map<std::pair<UnitId, UnitId>, float> strongest;
  for (const GraphLink& link : links) {
    float& strength = strongest[{link.from, link.to}];
    strength = std::max(strength, link.strength);
  }
  std::map<UnitId, float> best;
  std::vector<WeightedUnit> ends = seeds;
  for (int hops = 0; hops <= WordGraph::kMostHops; ++hops) {
    std::vector<WeightedUnit> next;
    for (const WeightedUnit& end : ends) {
      float& strength = best[end.unit];
      strength = std::max(strength, end.strength);
      for (const auto& [pair, link] : strongest) {
        if (pair.first != end.unit || pair.first == pair.second) continue;
        const float on = end.strength * link;
        if (on >= WordGraph::kFloor) next.push_back({pair.second, on});
      }
    }
    ends = next;
  }
  return best;
}

TEST(WordGraphTest, ExpandFindsWhatSomePathReaches) {
  size_t largest = 0;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    RandomWorld random(seed);
    const int units = random.Number(5, 29);
    const auto unit = [&] { return static_cast<UnitId>(random.Number(0, units - 1)); };
    std::vector<GraphLink> links;
    for (int i = 0; i < units * 2; ++i) {
      // Powers of two, so that products are exact and ties are common.
      const float strength = random.Chance(25) ? 1.0F : random.Chance(50) ? 0.5F : 0.75F;
      links.push_back({unit(), unit(), strength});
    }
    const std::vector<WeightedUnit> seeds = {{unit(), 1}, {unit(), 0.75F}};
    std::vector<WeightedUnit> expected;
    for (const auto& [reached, strength] : AllPaths(links, seeds)) {
      expected.push_back({reached, strength});
    }
    std::stable_sort(
        expected.begin(), expected.end(),
        [](const WeightedUnit& a, const WeightedUnit& b) { return a.strength > b.strength; });
    ASSERT_LE(expected.size(), WordGraph::kMostReached);
    largest = std::max(largest, expected.size());
    ASSERT_EQ(Graph(units, links).Expand(seeds), expected) << seed;
  }
  EXPECT_GT(largest, 12u);
}

}  // namespace
}  // namespace overstap::text
