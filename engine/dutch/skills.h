// What a person can do of what work asks, in plain Dutch.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/explain/tree.h"

namespace overstap::dutch {

// How far a requirement is met.
enum class Grasp { kMet, kPartly, kUnknown, kCannot };

// Of a requirement that is not met; `kind` is that of its node in the English tree.
Grasp GraspOf(std::string_view kind);

struct Judgement {
  Grasp grasp = Grasp::kUnknown;
  bool is_optional = false;  // named in a sentence of its own
};

// Adds to `root` a child for what is met, what is met in part, what nobody knows of and what
// the person cannot do, each with its skills below it, heaviest first. `coverage` is a node that
// match::ExplainCoverage filled.
void AddSkills(
    const explain::Node& coverage,
    const std::function<Judgement(const explain::Node& skill, const std::string& label)>& judge,
    explain::Node* root);

// The text of the child of that kind; empty when there is none.
std::string TextBelow(const explain::Node& node, std::string_view kind);

}  // namespace overstap::dutch
