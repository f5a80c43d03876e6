// How far what a person has covers what work asks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/explain/tree.h"
#include "engine/match/held_skills.h"
#include "engine/match/params.h"
#include "engine/match/uri_translator.h"
#include "engine/model/vacancy.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// What work asks, in one taxonomy.
struct RequirementSet {
  std::vector<Requirement> known;  // ascending by skill, each once
  int unknown = 0;                 // requirements whose URI this taxonomy does not have
};

// Its own skills; when it states none, the requirements of its occupation too. What was inferred
// from text has its weight multiplied by `inferred_share`. A URI that the taxonomy
// does not have counts for what it is translated to, with the weight multiplied by the strength of
// the translation. `translator` and `readings` may be null.
RequirementSet RequirementsOf(const model::Vacancy& vacancy, const Taxonomy& taxonomy,
                              const UriTranslator* translator = nullptr,
                              UriReadings* readings = nullptr,
                              double inferred_share = ScoringParams().inferred_share);

// w(r) = importance(r) * idf(r) * share(r).
inline double RequirementWeight(const Requirement& requirement, const Taxonomy& taxonomy,
                                const ScoringParams& params) {
  return params.ImportanceWeight(requirement.importance) * taxonomy.Idf(requirement.skill) *
         static_cast<double>(requirement.share);
}

// sum w(r); 0 when nothing that is known is asked, and then there is no score.
double TotalWeight(std::span<const Requirement> requirements, const Taxonomy& taxonomy,
                   const ScoringParams& params);

// C(P, R) = sum w(r) x(r) / sum w(r), 0..1; nothing when R is empty, since a job of which nothing
// is known is neither a match nor a mismatch. The one score for profile to vacancy, vacancy to
// profile and person to occupation.
std::optional<double> Coverage(const ExpandedProfile& profile,
                               std::span<const Requirement> requirements, const Taxonomy& taxonomy,
                               const ScoringParams& params);

// The same number with a child per requirement, heaviest first, below `node`. `held` is what
// `profile` was made of; of `cannot` and what is narrower the person says not to have it.
void ExplainCoverage(const ExpandedProfile& profile, std::span<const HeldSkill> held,
                     std::span<const SkillId> cannot, std::span<const Requirement> requirements,
                     const Taxonomy& taxonomy, const ScoringParams& params,
                     const LanguageOrder& languages, explain::Node* node);

}  // namespace overstap::match
