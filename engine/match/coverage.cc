#include "engine/match/coverage.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/strings.h"

namespace overstap::match {
namespace {

// Of two with one skill the more important one stays, of equal ones the one with the larger share.
void SortUnique(std::vector<Requirement>* requirements) {
  std::sort(
      requirements->begin(), requirements->end(), [](const Requirement& a, const Requirement& b) {
        return std::tie(a.skill, a.importance, b.share) < std::tie(b.skill, b.importance, a.share);
      });
  const auto same = [](const Requirement& a, const Requirement& b) { return a.skill == b.skill; };
  requirements->erase(std::unique(requirements->begin(), requirements->end(), same),
                      requirements->end());
}

class RequirementReader {
 public:
  RequirementReader(const Taxonomy& taxonomy, const UriTranslator* translator,
                    UriReadings* readings, double inferred_share)
      : taxonomy_(taxonomy),
        translator_(translator),
        readings_(readings),
        inferred_share_(static_cast<float>(inferred_share)) {}

  void AddSkill(const model::VacancySkill& wanted) {
    const float part = wanted.inferred ? inferred_share_ : 1;
    if (const auto skill = taxonomy_.FindSkill(wanted.skill_uri)) {
      set_.known.push_back({*skill, wanted.importance, part});
      return;
    }
    if (translator_ == nullptr) return LeaveOut(wanted.skill_uri);
    const auto targets = translator_->Skills(wanted.skill_uri);
    if (targets.empty()) return LeaveOut(wanted.skill_uri);
    for (const auto& target : targets) {
      const auto share = static_cast<float>(target.translation.strength) * part;
      set_.known.push_back({target.id, wanted.importance, share});
      Note(target.translation);
    }
  }

  void AddOccupation(const std::string& uri, bool inferred) {
    const float part = inferred ? inferred_share_ : 1;
    if (const auto occupation = taxonomy_.FindOccupation(uri)) return AddAll(*occupation, part);
    if (translator_ == nullptr) return LeaveOut(uri);
    const auto targets = translator_->Occupations(uri);
    if (targets.empty()) return LeaveOut(uri);
    for (const auto& target : targets) {
      AddAll(target.id, static_cast<float>(target.translation.strength) * part);
      Note(target.translation);
    }
  }

  RequirementSet Finish() {
    SortUnique(&set_.known);
    return std::move(set_);
  }

 private:
  void AddAll(OccupationId occupation, float share) {
    for (Requirement requirement : taxonomy_.Requirements(occupation)) {
      requirement.share *= share;
      set_.known.push_back(requirement);
    }
  }

  void LeaveOut(const std::string& uri) {
    ++set_.unknown;
    if (readings_ != nullptr) readings_->unmapped.push_back(uri);
  }

  void Note(const UriTranslation& translation) {
    if (readings_ != nullptr) readings_->Add(translation);
  }

  const Taxonomy& taxonomy_;
  const UriTranslator* translator_;
  UriReadings* readings_;
  const float inferred_share_;
  RequirementSet set_;
};

}  // namespace

RequirementSet RequirementsOf(const model::Vacancy& vacancy, const Taxonomy& taxonomy,
                              const UriTranslator* translator, UriReadings* readings,
                              double inferred_share) {
  RequirementReader reader(taxonomy, translator, readings, inferred_share);
  for (const model::VacancySkill& wanted : vacancy.skills) reader.AddSkill(wanted);
  const bool states_skills =
      std::any_of(vacancy.skills.begin(), vacancy.skills.end(),
                  [](const model::VacancySkill& skill) { return !skill.inferred; });
  if (!states_skills && !vacancy.occupation_uri.empty()) {
    reader.AddOccupation(vacancy.occupation_uri, vacancy.occupation_inferred);
  }
  return reader.Finish();
}

double TotalWeight(std::span<const Requirement> requirements, const Taxonomy& taxonomy,
                   const ScoringParams& params) {
  double total = 0;
  for (const Requirement& requirement : requirements) {
    total += RequirementWeight(requirement, taxonomy, params);
  }
  return total;
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
                     std::span<const SkillId> cannot, std::span<const Requirement> requirements,
                     const Taxonomy& taxonomy, const ScoringParams& params,
                     const LanguageOrder& languages, explain::Node* node) {
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
      explain::Node& missing =
          CannotDo(taxonomy, cannot, requirement.skill)
              ? node->Add("cannot_skill", StrCat("does not have: ", label), 0.0)
              : node->Add("missing_skill", StrCat("not seen: ", label), 0.0);
      missing.Add("weight", "weight", weight);
      missing.Add("skill", std::string(label));
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
    child.Add("skill", std::string(label));
  }
}

}  // namespace overstap::match
