#include "engine/match/vacancy_rows.h"

#include "engine/match/coverage.h"

namespace overstap::match {

VacancyRows::VacancyRows(const Taxonomy* taxonomy, const ScoringParams& params)
    : taxonomy_(taxonomy), params_(params), variants_(taxonomy->skill_count()) {}

uint32_t VacancyRows::EntryOf(const Requirement& requirement) {
  std::vector<Variant>& variants = variants_[requirement.skill.index()];
  for (const Variant& known : variants) {
    if (known.importance == requirement.importance && known.share == requirement.share) {
      return known.entry;
    }
  }
  const auto entry = static_cast<uint32_t>(weighted_.size());
  weighted_.push_back({RequirementWeight(requirement, *taxonomy_, params_), requirement.skill});
  variants.push_back({requirement.share, requirement.importance, entry});
  return entry;
}

void VacancyRows::Add(std::span<const Requirement> requirements) {
  double total = 0;
  for (const Requirement& requirement : requirements) {
    entries_.push_back(EntryOf(requirement));
    total += weighted_[entries_.back()].weight;
  }
  begin_.push_back(entries_.size());
  totals_.push_back(total);
}

size_t VacancyRows::MemoryBytes() const {
  return entries_.size() * sizeof(entries_[0]) + begin_.size() * sizeof(begin_[0]) +
         totals_.size() * sizeof(totals_[0]) + weighted_.size() * sizeof(weighted_[0]);
}

}  // namespace overstap::match
