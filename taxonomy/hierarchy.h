// The broader/narrower order of skills and skill groups: a directed acyclic graph.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "taxonomy/ids.h"

namespace overstap {

struct BroaderEdge {
  NodeId narrower;
  NodeId broader;
};

// Nodes on a cycle in the order in which each is broader than the one before; empty when there is
// no cycle. O(nodes + edges).
std::vector<NodeId> FindCycle(size_t node_count, std::span<const BroaderEdge> edges);

// Immutable; thread-safe.
class Hierarchy {
 public:
  Hierarchy() = default;
  // kInvalidArgument when the edges have a cycle. Double edges count once.
  static absl::StatusOr<Hierarchy> Build(size_t node_count, std::vector<BroaderEdge> edges);

  size_t node_count() const { return parents_.size(); }
  std::span<const NodeId> Parents(NodeId node) const { return parents_[node.index()]; }
  std::span<const NodeId> Children(NodeId node) const { return children_[node.index()]; }
  // Everything broader than the node, itself not included; ascending, each once.
  std::span<const NodeId> Ancestors(NodeId node) const { return ancestors_[node.index()]; }
  bool IsBroaderOrSame(NodeId broader, NodeId narrower) const;

 private:
  std::vector<std::vector<NodeId>> parents_;
  std::vector<std::vector<NodeId>> children_;
  std::vector<std::vector<NodeId>> ancestors_;
};

}  // namespace overstap
