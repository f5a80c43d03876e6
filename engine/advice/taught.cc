#include "engine/advice/taught.h"

#include <algorithm>

#include "engine/match/coverage.h"

namespace overstap::advice {

std::vector<double> TaughtOf(const Context& context, std::span<const Requirement> requirements,
                             std::span<const SkillId> teaches) {
  const auto kind = static_cast<size_t>(model::EvidenceKind::kCertificate);
  const double certificate = context.snapshot.scoring().evidence[kind];
  std::vector<double> strength(requirements.size(), 0);
  for (const SkillId skill : teaches) {
    size_t at = 0;
    for (const match::TransferTable::Target& target :
         context.snapshot.transfer().TargetsOf(skill)) {
      while (at < requirements.size() && requirements[at].skill < target.skill) ++at;
      if (at == requirements.size()) break;
      if (requirements[at].skill != target.skill) continue;
      strength[at] = std::max(strength[at], certificate * static_cast<double>(target.strength));
    }
  }
  return strength;
}

double CoverageAfter(const Context& context, const match::ExpandedProfile& person,
                     OccupationId occupation, std::span<const SkillId> teaches) {
  const snapshot::Snapshot& snapshot = context.snapshot;
  const auto requirements = snapshot.taxonomy().Requirements(occupation);
  const std::vector<double> taught = TaughtOf(context, requirements, teaches);
  double sum = 0;
  for (size_t i = 0; i < requirements.size(); ++i) {
    sum += match::RequirementWeight(requirements[i], snapshot.taxonomy(), snapshot.scoring()) *
           std::max(taught[i], person.Strength(requirements[i].skill));
  }
  const double total = match::TotalWeight(requirements, snapshot.taxonomy(), snapshot.scoring());
  return total > 0 ? sum / total : 0;
}

}  // namespace overstap::advice
