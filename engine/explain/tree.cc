#include "engine/explain/tree.h"

namespace overstap::explain {

Node& Node::Add(std::string child_kind, std::string child_text, std::optional<double> child_value) {
  children.push_back({std::move(child_kind), std::move(child_text), child_value, {}});
  return children.back();
}

size_t CountNodes(const Node& node) {
  size_t count = 1;
  for (const Node& child : node.children) count += CountNodes(child);
  return count;
}

}  // namespace overstap::explain
