#include "engine/match/held_skills.h"

#include <algorithm>
#include <map>

namespace overstap::match {
namespace {

using Best = std::map<SkillId, HeldSkill>;

void Keep(Best* best, const HeldSkill& candidate) {
  HeldSkill& held = best->try_emplace(candidate.skill, candidate).first->second;
  if (candidate.strength > held.strength) held = candidate;
}

void AddWork(const model::WorkExperience& work, OccupationId occupation, const Taxonomy& taxonomy,
             const ScoringParams& params, int this_year, Best* best) {
  constexpr auto kKind = model::EvidenceKind::kWork;
  const double strength =
      params.EvidenceStrength(kKind, work.until, this_year) * params.ExperienceShare(work.years);
  for (const Requirement& requirement : taxonomy.Requirements(occupation)) {
    const double share =
        requirement.importance == Importance::kOptional ? params.optional_work_share : 1;
    Keep(best, {requirement.skill, strength * share, kKind});
  }
}

}  // namespace

ResolvedProfile Resolve(const model::Profile& profile, const Taxonomy& taxonomy,
                        const ScoringParams& params, int this_year) {
  ResolvedProfile resolved;
  Best best;
  for (const model::WorkExperience& work : profile.occupations) {
    const auto occupation = taxonomy.FindOccupation(work.occupation_uri);
    if (!occupation) {
      resolved.unknown_uris.push_back(work.occupation_uri);
      continue;
    }
    auto& seen = resolved.occupations;
    if (std::find(seen.begin(), seen.end(), *occupation) == seen.end()) seen.push_back(*occupation);
    AddWork(work, *occupation, taxonomy, params, this_year, &best);
  }
  for (const model::Evidence& evidence : profile.skills) {
    const auto skill = taxonomy.FindSkill(evidence.skill_uri);
    if (!skill) {
      resolved.unknown_uris.push_back(evidence.skill_uri);
      continue;
    }
    const double strength = params.EvidenceStrength(evidence.kind, evidence.year, this_year);
    Keep(&best, {*skill, strength, evidence.kind});
  }
  resolved.skills.reserve(best.size());
  for (const auto& [skill, held] : best) resolved.skills.push_back(held);
  return resolved;
}

ExpandedProfile::ExpandedProfile(std::span<const HeldSkill> held, const TransferTable& transfer,
                                 size_t skill_count)
    : x_(skill_count, 0), source_(skill_count, 0) {
  for (size_t i = 0; i < held.size(); ++i) {
    for (const TransferTable::Target& target : transfer.TargetsOf(held[i].skill)) {
      const auto strength =
          static_cast<float>(held[i].strength * static_cast<double>(target.strength));
      float& x = x_[target.skill.index()];
      if (strength <= x) continue;
      if (x == 0) touched_.push_back(target.skill);
      x = strength;
      source_[target.skill.index()] = static_cast<uint32_t>(i);
    }
  }
  std::sort(touched_.begin(), touched_.end());
}

}  // namespace overstap::match
