#include "engine/match/vacancy_rows.h"

#include <algorithm>
#include <utility>

#include "engine/match/coverage.h"

namespace overstap::match {

VacancyRows::VacancyRows(const Taxonomy* taxonomy, const ScoringParams& params)
    : taxonomy_(taxonomy), params_(params), latest_(taxonomy->skill_count()) {}

uint32_t VacancyRows::EntryOf(const Requirement& requirement) {
  uint32_t& latest = latest_[requirement.skill.index()];
  for (uint32_t at = latest; at != 0; at = variants_[at - 1].next) {
    const Variant& known = variants_[at - 1];
    if (known.importance == requirement.importance && known.share == requirement.share) {
      return at - 1;
    }
  }
  weighted_.Add({RequirementWeight(requirement, *taxonomy_, params_), requirement.skill});
  variants_.push_back({requirement.share, requirement.importance, latest});
  latest = static_cast<uint32_t>(variants_.size());
  return latest - 1;
}

void VacancyRows::Add(std::span<const Requirement> requirements, uint32_t number) {
  double total = 0;
  words_.Edit([&](auto& words) {
    const size_t head = words.size();
    words.insert(words.end(), {number, 0, 0});
    for (const Requirement& requirement : requirements) {
      const uint32_t entry = EntryOf(requirement);
      words.push_back(entry);
      total += weighted_[entry].weight;
    }
    const auto halves = std::bit_cast<std::array<uint32_t, 2>>(total);
    std::copy(halves.begin(), halves.end(), &words[head + 1]);
  });
  begin_.Add(static_cast<uint32_t>(words_.size()));
}

// Those of a skill stay in the order in which they came.
void VacancyRows::Finish() {
  LargeVector<uint32_t> first(latest_.size() + 1);
  for (const WeightedSkill& one : weighted_) ++first[one.skill.index() + 1];
  for (size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  LargeVector<WeightedSkill> sorted(weighted_.size());
  std::vector<uint32_t> renamed(weighted_.size());
  std::vector<uint32_t> next(first.begin(), first.end() - 1);
  for (uint32_t entry = 0; entry < renamed.size(); ++entry) {
    renamed[entry] = next[weighted_[entry].skill.index()]++;
    sorted[renamed[entry]] = weighted_[entry];
  }
  first_ = Column<uint32_t>(std::move(first));
  weighted_ = Column<WeightedSkill>(std::move(sorted));
  words_.Edit([&](auto& words) {
    for (size_t row = 0; row < size(); ++row) {
      for (uint32_t i = begin_[row] + kHead; i < begin_[row + 1]; ++i) words[i] = renamed[words[i]];
    }
  });
  latest_ = {};
  variants_ = {};
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
