#include "engine/match/held_skills.h"

#include <algorithm>
#include <map>
#include <utility>

namespace overstap::match {
namespace {

using Best = std::map<SkillId, HeldSkill>;

void Keep(Best* best, const HeldSkill& candidate) {
  HeldSkill& held = best->try_emplace(candidate.skill, candidate).first->second;
  if (candidate.strength > held.strength) held = candidate;
}

auto PlaceFor(std::vector<HeldSkill>* held, SkillId skill) {
  return std::lower_bound(held->begin(), held->end(), skill,
                          [](const HeldSkill& a, SkillId b) { return a.skill < b; });
}

class Resolver {
 public:
  Resolver(const Taxonomy& taxonomy, const ScoringParams& params, int this_year,
           const UriTranslator* translator)
      : taxonomy_(taxonomy), params_(params), this_year_(this_year), translator_(translator) {}

  void Add(const model::WorkExperience& work) {
    if (const auto occupation = taxonomy_.FindOccupation(work.occupation_uri)) {
      return AddWork(work, *occupation, 1);
    }
    if (translator_ == nullptr) return LeaveOut(work.occupation_uri);
    const auto targets = translator_->Occupations(work.occupation_uri);
    if (targets.empty()) return LeaveOut(work.occupation_uri);
    for (const auto& target : targets) {
      AddWork(work, target.id, target.translation.strength);
      resolved_.readings.Add(target.translation);
    }
  }

  void Add(const model::Evidence& evidence) {
    if (const auto skill = taxonomy_.FindSkill(evidence.skill_uri)) {
      return AddEvidence(evidence, *skill, 1);
    }
    if (translator_ == nullptr) return LeaveOut(evidence.skill_uri);
    const auto targets = translator_->Skills(evidence.skill_uri);
    if (targets.empty()) return LeaveOut(evidence.skill_uri);
    for (const auto& target : targets) {
      AddEvidence(evidence, target.id, target.translation.strength);
      resolved_.readings.Add(target.translation);
    }
  }

  // Before what it takes away is added.
  void AddCannot(const std::string& uri) {
    auto& cannot = resolved_.cannot;
    if (const auto skill = taxonomy_.FindSkill(uri)) return cannot.push_back(*skill);
    if (translator_ == nullptr) return LeaveOut(uri);
    const auto targets = translator_->Skills(uri);
    if (targets.empty()) return LeaveOut(uri);
    for (const auto& target : targets) {
      cannot.push_back(target.id);
      resolved_.readings.Add(target.translation);
    }
  }

  ResolvedProfile Finish() {
    auto& cannot = resolved_.cannot;
    std::sort(cannot.begin(), cannot.end());
    cannot.erase(std::unique(cannot.begin(), cannot.end()), cannot.end());
    resolved_.skills.reserve(best_.size());
    for (const auto& [skill, held] : best_) resolved_.skills.push_back(held);
    return std::move(resolved_);
  }

 private:
  void LeaveOut(const std::string& uri) { resolved_.readings.unmapped.push_back(uri); }

  void AddWork(const model::WorkExperience& work, OccupationId occupation, double share) {
    NoteOccupation(occupation, share);
    constexpr auto kKind = model::EvidenceKind::kWork;
    const double strength = params_.EvidenceStrength(kKind, work.until, this_year_) *
                            params_.ExperienceShare(work.years) * share *
                            (work.inferred ? params_.inferred_share : 1);
    for (const Requirement& requirement : taxonomy_.Requirements(occupation)) {
      if (CannotDo(taxonomy_, resolved_.cannot, requirement.skill)) continue;
      const double part =
          requirement.importance == Importance::kOptional ? params_.optional_work_share : 1;
      Keep(&best_, {requirement.skill, strength * part, kKind});
    }
  }

  void NoteOccupation(OccupationId occupation, double share) {
    auto& seen = resolved_.occupations;
    const auto found = std::find(seen.begin(), seen.end(), occupation);
    if (found == seen.end()) {
      seen.push_back(occupation);
      resolved_.shares.push_back(share);
    } else {
      double& kept = resolved_.shares[static_cast<size_t>(found - seen.begin())];
      kept = std::max(kept, share);
    }
  }

  void AddEvidence(const model::Evidence& evidence, SkillId skill, double share) {
    if (evidence.inferred && CannotDo(taxonomy_, resolved_.cannot, skill)) return;
    const double strength = params_.EvidenceStrength(evidence.kind, evidence.year, this_year_) *
                            (evidence.inferred ? params_.inferred_share : 1);
    Keep(&best_, {skill, strength * share, evidence.kind});
  }

  const Taxonomy& taxonomy_;
  const ScoringParams& params_;
  const int this_year_;
  const UriTranslator* translator_;
  Best best_;
  ResolvedProfile resolved_;
};

}  // namespace

bool CannotDo(const Taxonomy& taxonomy, std::span<const SkillId> cannot, SkillId skill) {
  return std::any_of(cannot.begin(), cannot.end(), [&](SkillId broader) {
    return taxonomy.hierarchy().IsBroaderOrSame(NodeOf(broader), NodeOf(skill));
  });
}

void Raise(const HeldSkill& learnt, std::vector<HeldSkill>* held) {
  const auto place = PlaceFor(held, learnt.skill);
  if (place == held->end() || place->skill != learnt.skill) {
    held->insert(place, learnt);
  } else if (place->strength < learnt.strength) {
    *place = learnt;
  }
}

void RaiseTaught(std::span<const SkillId> taught, const ScoringParams& params,
                 std::vector<HeldSkill>* held) {
  constexpr auto kKind = model::EvidenceKind::kCertificate;
  const double strength = params.evidence[static_cast<size_t>(kKind)];
  for (const SkillId skill : taught) Raise({skill, strength, kKind}, held);
}

std::vector<HeldSkill> Without(std::vector<HeldSkill> held, SkillId skill) {
  const auto place = PlaceFor(&held, skill);
  if (place != held.end() && place->skill == skill) held.erase(place);
  return held;
}

ResolvedProfile Resolve(const model::Profile& profile, const Taxonomy& taxonomy,
                        const ScoringParams& params, int this_year,
                        const UriTranslator* translator) {
  Resolver resolver(taxonomy, params, this_year, translator);
  for (const std::string& uri : profile.cannot) resolver.AddCannot(uri);
  for (const model::WorkExperience& work : profile.occupations) resolver.Add(work);
  for (const model::Evidence& evidence : profile.skills) resolver.Add(evidence);
  return resolver.Finish();
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
