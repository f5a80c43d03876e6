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
  weighted_.Add({RequirementWeight(requirement, *taxonomy_, params_), requirement.skill});
  variants.push_back({requirement.share, requirement.importance, entry});
  return entry;
}

void VacancyRows::Add(std::span<const Requirement> requirements, uint32_t number) {
  const size_t head = words_.size();
  words_.Edit([&](auto& words) { words.insert(words.end(), {number, 0, 0}); });
  double total = 0;
  for (const Requirement& requirement : requirements) {
    words_.Add(EntryOf(requirement));
    total += weighted_[words_.back()].weight;
  }
  const auto halves = std::bit_cast<std::array<uint32_t, 2>>(total);
  words_.Edit([&](auto& words) { std::copy(halves.begin(), halves.end(), &words[head + 1]); });
  begin_.Add(static_cast<uint32_t>(words_.size()));
}

void VacancyRows::Finish() {
  LargeVector<WeightedSkill> sorted;
  std::vector<uint32_t> renamed(weighted_.size());
  sorted.reserve(weighted_.size());
  for (const std::vector<Variant>& variants : variants_) {
    first_.Add(static_cast<uint32_t>(sorted.size()));
    for (const Variant& variant : variants) {
      renamed[variant.entry] = static_cast<uint32_t>(sorted.size());
      sorted.push_back(weighted_[variant.entry]);
    }
  }
  first_.Add(static_cast<uint32_t>(sorted.size()));
  weighted_ = Column<WeightedSkill>(std::move(sorted));
  words_.Edit([&](auto& words) {
    for (size_t row = 0; row < size(); ++row) {
      for (uint32_t i = begin_[row] + kHead; i < begin_[row + 1]; ++i) words[i] = renamed[words[i]];
    }
  });
  std::vector<std::vector<Variant>>().swap(variants_);
}

void VacancyRows::AddMatched(std::span<const SkillId> skills, Matched* matched) const {
  for (const SkillId skill : skills) PrefetchLine(first_.data() + skill.index());
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

// First what the person has is found, without a branch for each entry, which no processor foresees.
double VacancyRows::Score(const ExpandedProfile& profile, const Matched& matched,
                          size_t row) const {
  constexpr size_t kSome = 32;
  std::array<uint32_t, kSome> had;
  double covered = 0;
  for (auto left = RowOf(row); !left.empty(); left = left.subspan(std::min(kSome, left.size()))) {
    size_t count = 0;
    for (const uint32_t entry : left.first(std::min(kSome, left.size()))) {
      had[count] = entry;
      count += matched.Has(entry) ? 1 : 0;
    }
    AddCovered(profile, std::span(had).first(count), &covered);
  }
  return ScoreOf(covered, row);
}

bool VacancyRows::IsSound(size_t skill_count, size_t number_end) const {
  if (first_.size() != skill_count + 1 || !AreBegins(first_, weighted_.size())) return false;
  for (const WeightedSkill& asked : weighted_) {
    if (asked.skill.index() >= skill_count || !(asked.weight >= 0)) return false;
  }
  if (!AreBegins(begin_, words_.size())) return false;
  for (size_t row = 0; row < size(); ++row) {
    if (begin_[row + 1] - begin_[row] < kHead) return false;
    const auto entries = RowOf(row);
    if (!entries.empty() && NumberOf(row) >= number_end) return false;
    for (const uint32_t entry : entries) {
      if (entry >= weighted_.size()) return false;
    }
  }
  return true;
}

size_t VacancyRows::LongestRow() const {
  size_t longest = 0;
  for (size_t row = 0; row < size(); ++row) longest = std::max(longest, RowOf(row).size());
  return longest;
}

size_t VacancyRows::MemoryBytes() const {
  return words_.bytes() + begin_.bytes() + weighted_.bytes() + first_.bytes();
}

}  // namespace overstap::match
