#include "engine/advice/taught.h"

#include <algorithm>

namespace overstap::advice {

void TaughtSkills::Set(std::span<const SkillId> teaches) {
  for (const SkillId skill : touched_) strength_[skill.index()] = 0;
  touched_.clear();
  const auto kind = static_cast<size_t>(model::EvidenceKind::kCertificate);
  const double certificate = snapshot_.scoring().evidence[kind];
  for (const SkillId skill : teaches) {
    for (const match::TransferTable::Target& target : snapshot_.transfer().TargetsOf(skill)) {
      double& strength = strength_[target.skill.index()];
      if (strength == 0) touched_.push_back(target.skill);
      strength = std::max(strength, certificate * static_cast<double>(target.strength));
    }
  }
}

}  // namespace overstap::advice
