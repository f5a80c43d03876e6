#include "engine/advice/gates.h"

#include <array>

#include "base/strings.h"

namespace overstap::advice {
namespace {

using transition::GateState;

transition::GateKeys KeysOf(const Person& person) {
  return {.certificates = person.profile.certificates,
          .skills = person.origin.skills,
          .occupations = person.origin.occupations,
          .avoids = person.profile.avoids,
          .dutch = person.profile.dutch};
}

}  // namespace

std::vector<GateLine> GatesOf(const Context& context, const Person& person,
                              OccupationId destination) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  std::vector<GateLine> lines;
  for (const transition::Gate& gate : snapshot.gates().Check(destination, KeysOf(person))) {
    const model::GateRule& rule = snapshot.parameters().gates[gate.rule];
    GateLine line = {rule.id, rule.kind, rule.name, gate.state, {}, rule.source, {}};
    if (gate.state != GateState::kOpen) {
      line.opens_with = rule.opens_with;
      for (const uint32_t index : snapshot.CoursesOpening(gate.rule)) {
        const model::Course& course = snapshot.catalogue()[index].course;
        line.courses.push_back({course.id, course.title});
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string_view GateStateName(GateState state) {
  static constexpr std::array<std::string_view, 3> kNames = {"open", "assumed", "closed"};
  return kNames[static_cast<size_t>(state)];
}

void ExplainGates(const std::vector<GateLine>& gates, explain::Node* root) {
  for (const GateLine& gate : gates) {
    root->Add("gate", StrCat(gate.name, ": ", GateStateName(gate.state)));
  }
}

}  // namespace overstap::advice
