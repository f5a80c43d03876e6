#include "engine/match/coverage.h"

#include <algorithm>

#include "base/strings.h"

namespace overstap::match {
namespace {

void SortUnique(std::vector<Requirement>* requirements) {
  std::sort(requirements->begin(), requirements->end(),
            [](const Requirement& a, const Requirement& b) {
              return a.skill != b.skill ? a.skill < b.skill : a.importance < b.importance;
            });
  const auto same = [](const Requirement& a, const Requirement& b) { return a.skill == b.skill; };
  requirements->erase(std::unique(requirements->begin(), requirements->end(), same),
                      requirements->end());
}

}  // namespace

RequirementSet RequirementsOf(const model::Vacancy& vacancy, const Taxonomy& taxonomy) {
  RequirementSet set;
  for (const model::VacancySkill& wanted : vacancy.skills) {
    if (const auto skill = taxonomy.FindSkill(wanted.skill_uri)) {
      set.known.push_back({*skill, wanted.importance});
    } else {
      ++set.unknown;
    }
  }
  if (!vacancy.skills.empty() || vacancy.occupation_uri.empty()) {
    SortUnique(&set.known);
    return set;
  }
  if (const auto occupation = taxonomy.FindOccupation(vacancy.occupation_uri)) {
    const auto requirements = taxonomy.Requirements(*occupation);
    set.known.assign(requirements.begin(), requirements.end());
  } else {
    ++set.unknown;
  }
  return set;
}

std::optional<double> Coverage(const ExpandedProfile& profile,
                               std::span<const Requirement> requirements, const Taxonomy& taxonomy,
                               const ScoringParams& params) {
  double covered = 0;
  double total = 0;
  for (const Requirement& requirement : requirements) {
    const double weight = RequirementWeight(requirement, taxonomy, params);
    covered += weight * profile.Strength(requirement.skill);
    total += weight;
  }
  if (total <= 0) return std::nullopt;
  return covered / total;
}

void ExplainCoverage(const ExpandedProfile& profile, std::span<const HeldSkill> held,
                     std::span<const Requirement> requirements, const Taxonomy& taxonomy,
                     const ScoringParams& params, const LanguageOrder& languages,
                     explain::Node* node) {
  std::vector<Requirement> by_weight(requirements.begin(), requirements.end());
  std::stable_sort(
      by_weight.begin(), by_weight.end(), [&](const Requirement& a, const Requirement& b) {
        return RequirementWeight(a, taxonomy, params) > RequirementWeight(b, taxonomy, params);
      });
  for (const Requirement& requirement : by_weight) {
    const double strength = profile.Strength(requirement.skill);
    const std::string_view label = taxonomy.LabelOf(requirement.skill, languages);
    const double weight = RequirementWeight(requirement, taxonomy, params);
    if (strength <= 0) {
      node->Add("missing_skill", StrCat("not seen: ", label), 0.0).Add("weight", "weight", weight);
      continue;
    }
    const HeldSkill& source = held[profile.Source(requirement.skill)];
    const std::string evidence(model::EvidenceKindName(source.kind));
    explain::Node& child =
        source.skill == requirement.skill
            ? node->Add("matched_skill", StrCat("has: ", label, " (", evidence, ")"), strength)
            : node->Add("transferred_skill",
                        StrCat("partly: ", label, ", through ",
                               taxonomy.LabelOf(source.skill, languages), " (", evidence, ")"),
                        strength);
    child.Add("weight", "weight", weight);
  }
}

}  // namespace overstap::match
