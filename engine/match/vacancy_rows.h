// What vacancies ask, one after the other, for the exact score.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/match/params.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// A weight that occurs, once for all vacancies that have it.
struct WeightedSkill {
  double weight = 0;  // w(r), as RequirementWeight gives it
  SkillId skill;
};

// Immutable after the last Add; thread-safe.
class VacancyRows {
 public:
  VacancyRows(const Taxonomy* taxonomy, const ScoringParams& params);

  // `requirements` as in RequirementSet.
  void Add(std::span<const Requirement> requirements);

  size_t size() const { return totals_.size(); }
  std::span<const uint32_t> RowOf(size_t row) const {
    return std::span(entries_).subspan(begin_[row], begin_[row + 1] - begin_[row]);
  }
  const WeightedSkill& operator[](uint32_t entry) const { return weighted_[entry]; }
  double TotalOf(size_t row) const { return totals_[row]; }  // sum of w(r)

  // Exactly Coverage of the same requirements; 0 when that is nothing.
  double Score(const ExpandedProfile& profile, size_t row) const {
    double covered = 0;
    for (const uint32_t entry : RowOf(row)) {
      const WeightedSkill& asked = weighted_[entry];
      covered += asked.weight * profile.Strength(asked.skill);
    }
    return totals_[row] > 0 ? covered / totals_[row] : 0;
  }

  size_t MemoryBytes() const;

 private:
  struct Variant {
    float share = 0;
    Importance importance = Importance::kEssential;
    uint32_t entry = 0;
  };
  uint32_t EntryOf(const Requirement& requirement);

  const Taxonomy* taxonomy_;
  ScoringParams params_;
  std::vector<std::vector<Variant>> variants_;  // by skill
  std::vector<WeightedSkill> weighted_;
  std::vector<uint32_t> entries_;  // indices in weighted_
  std::vector<size_t> begin_{0};
  std::vector<double> totals_;
};

}  // namespace overstap::match
