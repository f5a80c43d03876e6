// From a profile with URIs to skills with strengths.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/match/params.h"
#include "engine/match/transfer.h"
#include "engine/match/uri_translator.h"
#include "engine/model/profile.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// A skill that a person has, with the strongest evidence for it.
struct HeldSkill {
  SkillId skill;
  double strength = 0;  // e(s), 0..1
  model::EvidenceKind kind = model::EvidenceKind::kClaimed;

  friend bool operator==(const HeldSkill&, const HeldSkill&) = default;
};

// Whether the skill is one of `cannot` or narrower.
bool CannotDo(const Taxonomy& taxonomy, std::span<const SkillId> cannot, SkillId skill);

// Lists of held skills are ascending by skill, each once.

// Adds the skill unless evidence as strong for it is there.
void Raise(const HeldSkill& learnt, std::vector<HeldSkill>* held);

// Adds what a course teaches: skills by certificate.
void RaiseTaught(std::span<const SkillId> taught, const ScoringParams& params,
                 std::vector<HeldSkill>* held);

// The list without the skill, if it is in it.
std::vector<HeldSkill> Without(std::vector<HeldSkill> held, SkillId skill);

struct ResolvedProfile {
  std::vector<HeldSkill> skills;          // ascending by skill, each once
  std::vector<OccupationId> occupations;  // as given, each once
  std::vector<double> shares;             // of each occupation, (0, 1]; less when translated
  UriReadings readings;                   // of URIs that this taxonomy does not have
  std::vector<SkillId> cannot;            // that the person says not to have; ascending, each once
};

// Skills of the profile and those inferred from its occupations; the strongest evidence counts.
// What the person cannot do (CannotDo) counts only where it is stated, not from work or a text. A
// URI that the taxonomy does not have counts for what it is translated to, with the strength of the
// evidence multiplied by that of the translation. `translator` may be null.
ResolvedProfile Resolve(const model::Profile& profile, const Taxonomy& taxonomy,
                        const ScoringParams& params, int this_year,
                        const UriTranslator* translator = nullptr);

// A query: x(r) = max over held s of e(s) * tau(s -> r), for every skill r of the taxonomy.
// Immutable; thread-safe.
class ExpandedProfile {
 public:
  ExpandedProfile(std::span<const HeldSkill> held, const TransferTable& transfer,
                  size_t skill_count);

  // 0..1
  double Strength(SkillId skill) const { return static_cast<double>(x_[skill.index()]); }
  // Index in `held` of the skill that x(r) comes from; meaningless when Strength is 0.
  size_t Source(SkillId skill) const { return source_[skill.index()]; }
  // Skills with x > 0, ascending.
  std::span<const SkillId> skills() const { return touched_; }

 private:
  std::vector<float> x_;
  std::vector<uint32_t> source_;
  std::vector<SkillId> touched_;
};

}  // namespace overstap::match
