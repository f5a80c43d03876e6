#include "taxonomy/hierarchy.h"

#include <algorithm>
#include <cstdint>

namespace overstap {
namespace {

using Adjacency = std::vector<std::vector<NodeId>>;

void SortUnique(std::vector<NodeId>* nodes) {
  std::sort(nodes->begin(), nodes->end());
  nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
}

Adjacency ParentsOf(size_t node_count, std::span<const BroaderEdge> edges) {
  Adjacency parents(node_count);
  for (const BroaderEdge& edge : edges) parents[edge.narrower.index()].push_back(edge.broader);
  for (auto& list : parents) SortUnique(&list);
  return parents;
}

// Depth-first search without recursion: a hostile file can be a chain of a million nodes.
class CycleSearch {
 public:
  explicit CycleSearch(const Adjacency& parents)
      : parents_(parents), state_(parents.size(), State::kNew) {}

  // Nodes so that every node comes after all that are broader; stops at a cycle.
  std::vector<NodeId> order;
  std::vector<NodeId> cycle;

  void Run() {
    for (uint32_t node = 0; node < parents_.size() && cycle.empty(); ++node) {
      if (state_[node] == State::kNew) Visit(NodeId(node));
    }
  }

 private:
  enum class State : uint8_t { kNew, kOpen, kDone };
  struct Frame {
    NodeId node;
    size_t next_parent = 0;
  };

  void Visit(NodeId start) {
    Open(start);
    while (!path_.empty() && cycle.empty()) {
      Frame& frame = path_.back();
      const auto& parents = parents_[frame.node.index()];
      if (frame.next_parent == parents.size()) {
        state_[frame.node.index()] = State::kDone;
        order.push_back(frame.node);
        path_.pop_back();
        continue;
      }
      const NodeId parent = parents[frame.next_parent++];
      if (state_[parent.index()] == State::kNew)
        Open(parent);
      else if (state_[parent.index()] == State::kOpen)
        RecordCycle(parent);
    }
    path_.clear();
  }

  void Open(NodeId node) {
    state_[node.index()] = State::kOpen;
    path_.push_back({node});
  }

  void RecordCycle(NodeId first) {
    const auto begin = std::find_if(path_.begin(), path_.end(),
                                    [first](const Frame& frame) { return frame.node == first; });
    for (auto it = begin; it != path_.end(); ++it) cycle.push_back(it->node);
  }

  const Adjacency& parents_;
  std::vector<State> state_;
  std::vector<Frame> path_;
};

}  // namespace

std::vector<NodeId> FindCycle(size_t node_count, std::span<const BroaderEdge> edges) {
  const Adjacency parents = ParentsOf(node_count, edges);
  CycleSearch search(parents);
  search.Run();
  return search.cycle;
}

absl::StatusOr<Hierarchy> Hierarchy::Build(size_t node_count, std::vector<BroaderEdge> edges) {
  Hierarchy hierarchy;
  hierarchy.parents_ = ParentsOf(node_count, edges);
  CycleSearch search(hierarchy.parents_);
  search.Run();
  if (!search.cycle.empty()) {
    return absl::InvalidArgumentError(
        "the hierarchy has a cycle: a concept is broader than itself");
  }
  hierarchy.children_.resize(node_count);
  hierarchy.ancestors_.resize(node_count);
  for (const NodeId node : search.order) {
    auto& ancestors = hierarchy.ancestors_[node.index()];
    for (const NodeId parent : hierarchy.parents_[node.index()]) {
      hierarchy.children_[parent.index()].push_back(node);
      ancestors.push_back(parent);
      const auto& above = hierarchy.ancestors_[parent.index()];
      ancestors.insert(ancestors.end(), above.begin(), above.end());
    }
    SortUnique(&ancestors);
  }
  for (auto& list : hierarchy.children_) SortUnique(&list);
  return hierarchy;
}

bool Hierarchy::IsBroaderOrSame(NodeId broader, NodeId narrower) const {
  if (broader == narrower) return true;
  const auto& ancestors = ancestors_[narrower.index()];
  return std::binary_search(ancestors.begin(), ancestors.end(), broader);
}

}  // namespace overstap
