// Why an answer is what it is, as a tree that people and programs read alike.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace overstap::explain {

// One statement with what it rests on below it. `kind` is stable and for programs
// ("matched_skill"); `text` is English for people; `value` is the number the statement is about,
// with the unit that `kind` implies (docs/scoring.md), or nothing.
struct Node {
  std::string kind;
  std::string text;
  std::optional<double> value;
  std::vector<Node> children;

  // Adds a child and returns it; the reference holds until the next Add on this node.
  Node& Add(std::string child_kind, std::string child_text,
            std::optional<double> child_value = std::nullopt);

  friend bool operator==(const Node&, const Node&) = default;
};

// Nodes in the tree, the root included.
size_t CountNodes(const Node& node);

}  // namespace overstap::explain
