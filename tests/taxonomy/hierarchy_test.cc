#include "taxonomy/hierarchy.h"

#include <gtest/gtest.h>

#include <random>

namespace overstap {
namespace {

BroaderEdge Edge(uint32_t narrower, uint32_t broader) {
  return {NodeId(narrower), NodeId(broader)};
}

// Broader by walking the edges, one step at a time.
bool WalksUp(const std::vector<BroaderEdge>& edges, NodeId from, NodeId to) {
  if (from == to) return true;
  for (const BroaderEdge& edge : edges) {
    if (edge.narrower == from && WalksUp(edges, edge.broader, to)) return true;
  }
  return false;
}

TEST(HierarchyTest, KnowsParentsChildrenAndAncestors) {
  const auto hierarchy = Hierarchy::Build(4, {Edge(0, 1), Edge(1, 2), Edge(0, 1), Edge(3, 2)});
  ASSERT_TRUE(hierarchy.ok());
  EXPECT_EQ(hierarchy->Parents(NodeId(0)).size(), 1u);
  EXPECT_EQ(hierarchy->Ancestors(NodeId(0)).size(), 2u);
  EXPECT_EQ(hierarchy->Children(NodeId(2)).size(), 2u);
  EXPECT_TRUE(hierarchy->IsBroaderOrSame(NodeId(2), NodeId(0)));
  EXPECT_FALSE(hierarchy->IsBroaderOrSame(NodeId(0), NodeId(2)));
  EXPECT_FALSE(hierarchy->IsBroaderOrSame(NodeId(3), NodeId(0)));
}

TEST(HierarchyTest, RefusesCyclesAndNamesThem) {
  const std::vector<BroaderEdge> edges = {Edge(0, 1), Edge(1, 2), Edge(2, 1)};
  EXPECT_EQ(Hierarchy::Build(3, edges).status().code(), absl::StatusCode::kInvalidArgument);
  const std::vector<NodeId> cycle = FindCycle(3, edges);
  EXPECT_EQ(cycle.size(), 2u);
  EXPECT_EQ(FindCycle(1, std::vector<BroaderEdge>{Edge(0, 0)}).size(), 1u);
  EXPECT_TRUE(FindCycle(3, std::vector<BroaderEdge>{Edge(0, 1), Edge(0, 2)}).empty());
}

TEST(HierarchyTest, SurvivesAChainThatWouldOverflowARecursion) {
  constexpr uint32_t kLength = 3000;
  std::vector<BroaderEdge> edges;
  for (uint32_t i = 0; i + 1 < kLength; ++i) edges.push_back(Edge(i, i + 1));
  const auto hierarchy = Hierarchy::Build(kLength, edges);
  ASSERT_TRUE(hierarchy.ok());
  EXPECT_EQ(hierarchy->Ancestors(NodeId(0)).size(), kLength - 1);
  constexpr uint32_t kLong = 1'000'000;
  edges.clear();
  for (uint32_t i = 0; i < kLong; ++i) edges.push_back(Edge(i, (i + 1) % kLong));
  EXPECT_EQ(FindCycle(kLong, edges).size(), kLong);
}

TEST(HierarchyTest, AncestorsEqualWalkingUp) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    constexpr uint32_t kNodes = 9;
    std::vector<BroaderEdge> edges;
    for (uint32_t node = 0; node + 1 < kNodes; ++node) {
      for (uint32_t above = node + 1; above < kNodes; ++above) {
        if (random() % 4 == 0) edges.push_back(Edge(node, above));
      }
    }
    const auto hierarchy = Hierarchy::Build(kNodes, edges);
    ASSERT_TRUE(hierarchy.ok());
    for (uint32_t a = 0; a < kNodes; ++a) {
      for (uint32_t b = 0; b < kNodes; ++b) {
        EXPECT_EQ(hierarchy->IsBroaderOrSame(NodeId(b), NodeId(a)),
                  WalksUp(edges, NodeId(a), NodeId(b)));
      }
    }
  }
}

}  // namespace
}  // namespace overstap
