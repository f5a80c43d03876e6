#include "engine/match/vacancy_rows.h"

#include <algorithm>
#include <utility>

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

void VacancyRows::Add(std::span<const Requirement> requirements, uint32_t number) {
  const size_t head = words_.size();
  words_.insert(words_.end(), {number, 0, 0});
  double total = 0;
  for (const Requirement& requirement : requirements) {
    words_.push_back(EntryOf(requirement));
    total += weighted_[words_.back()].weight;
  }
  const auto halves = std::bit_cast<std::array<uint32_t, 2>>(total);
  std::copy(halves.begin(), halves.end(), words_.begin() + static_cast<ptrdiff_t>(head + 1));
  begin_.push_back(static_cast<uint32_t>(words_.size()));
}

void VacancyRows::Finish() {
  LargeVector<WeightedSkill> sorted;
  std::vector<uint32_t> renamed(weighted_.size());
  sorted.reserve(weighted_.size());
  for (const std::vector<Variant>& variants : variants_) {
    first_.push_back(static_cast<uint32_t>(sorted.size()));
    for (const Variant& variant : variants) {
      renamed[variant.entry] = static_cast<uint32_t>(sorted.size());
      sorted.push_back(weighted_[variant.entry]);
    }
  }
  first_.push_back(static_cast<uint32_t>(sorted.size()));
  weighted_ = std::move(sorted);
  for (size_t row = 0; row < size(); ++row) {
    for (uint32_t i = begin_[row] + kHead; i < begin_[row + 1]; ++i) words_[i] = renamed[words_[i]];
  }
  std::vector<std::vector<Variant>>().swap(variants_);
}

void VacancyRows::AddMatched(std::span<const SkillId> skills, Matched* matched) const {
  matched->bits_.resize(std::max(matched->bits_.size(), weighted_.size() / 64 + 1));
  for (const SkillId skill : skills) {
    for (uint32_t entry = first_[skill.index()]; entry < first_[skill.index() + 1]; ++entry) {
      matched->bits_[entry / 64] |= uint64_t{1} << entry % 64;
    }
  }
}

void VacancyRows::ClearMatched(std::span<const SkillId> skills, Matched* matched) const {
  for (const SkillId skill : skills) {
    for (uint32_t entry = first_[skill.index()]; entry < first_[skill.index() + 1]; ++entry) {
      matched->bits_[entry / 64] &= ~(uint64_t{1} << entry % 64);
    }
  }
}

size_t VacancyRows::MemoryBytes() const {
  return words_.size() * sizeof(words_[0]) + begin_.size() * sizeof(begin_[0]) +
         weighted_.size() * sizeof(weighted_[0]) + first_.size() * sizeof(first_[0]);
}

}  // namespace overstap::match
