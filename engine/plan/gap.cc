#include "engine/plan/gap.h"

#include <algorithm>

#include "engine/match/coverage.h"

namespace overstap::plan {
namespace {

void HeaviestFirst(std::vector<GapItem>* items) {
  std::sort(items->begin(), items->end(), [](const GapItem& a, const GapItem& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.skill < b.skill;
  });
}

}  // namespace

Gap FindGap(const match::ExpandedProfile& person, std::span<const Requirement> requirements,
            const Taxonomy& taxonomy, const match::ScoringParams& params) {
  double total = 0;
  for (const Requirement& requirement : requirements) {
    total += match::RequirementWeight(requirement, taxonomy, params);
  }
  Gap gap;
  for (const Requirement& requirement : requirements) {
    const double strength = person.Strength(requirement.skill);
    const bool required = IsRequired(requirement.importance);
    if (strength >= params.met_from) {
      if (required) ++gap.met;
      continue;
    }
    const double weight = match::RequirementWeight(requirement, taxonomy, params) / total;
    auto& items = required ? gap.required : gap.optional;
    items.push_back({requirement.skill, requirement.importance, weight, strength});
  }
  HeaviestFirst(&gap.required);
  HeaviestFirst(&gap.optional);
  return gap;
}

}  // namespace overstap::plan
