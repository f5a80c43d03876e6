// What stands between this person and that work besides skills, and what opens it?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/explain/tree.h"
#include "engine/transition/gates.h"

namespace overstap::advice {

struct GateLine {
  std::string id;
  model::GateKind kind = model::GateKind::kCertificate;
  std::string name;  // in Dutch
  transition::GateState state = transition::GateState::kClosed;
  std::string opens_with;          // in Dutch, what to do; empty when it is open
  std::string source;              // who says so
  std::vector<CourseRef> courses;  // that open it, in order of id; empty when it is open
};

// In the order of the rules.
std::vector<GateLine> GatesOf(const Context& context, const Person& person,
                              OccupationId destination);

std::string_view GateStateName(transition::GateState state);

// A child of `root` for each gate.
void ExplainGates(const std::vector<GateLine>& gates, explain::Node* root);

}  // namespace overstap::advice
