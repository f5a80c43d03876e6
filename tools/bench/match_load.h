// A national load of vacancies and people that do not exist, in memory, for measuring the index.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/match/held_skills.h"
#include "engine/match/profile_index.h"
#include "engine/match/transfer.h"
#include "engine/match/vacancy_index.h"
#include "engine/model/geo.h"
#include "taxonomy/taxonomy.h"

namespace overstap::bench {

// Equal recipes give equal loads.
struct LoadRecipe {
  uint32_t seed = 2026;
  size_t vacancies = 400'000;
};

// 13,900 skills in a hierarchy and 3,000 occupations in 430 groups of work that share skills; how
// often a skill or an occupation occurs follows Zipf's law, and so does the size of 35 regions. A
// vacancy asks 5 to 25 skills, nearly all of its occupation.
class MatchLoad {
 public:
  static absl::StatusOr<MatchLoad> Make(const LoadRecipe& recipe);

  const Taxonomy& taxonomy() const { return taxonomy_; }
  static constexpr uint16_t kRegions = 35;
  // Of each region, which has so many; those of region r are r * kPointsOfRegion and what follows.
  static constexpr uint32_t kPointsOfRegion = 200;

  // Refer to this load, which outlives them.
  std::vector<match::IndexedVacancy> Vacancies() const;
  size_t posting_count() const { return requirements_.size(); }

  // What somebody has who did an occupation at random and learnt a little beside it: 15 skills.
  std::vector<match::HeldSkill> Person(uint32_t number) const;
  match::ProfileTraits PersonTraits(uint32_t number) const;
  // Only vacancies, of those that are wanted, at most so far from a point of the region.
  void AddRadius(uint32_t number, uint16_t region, double km, match::VacancyWanted* wanted) const;

 private:
  MatchLoad() = default;
  void AddVacancies(const LoadRecipe& recipe);

  uint32_t seed_ = 0;
  Taxonomy taxonomy_;
  std::vector<double> work_chances_;   // cumulative, by place in work_order_
  std::vector<uint32_t> work_order_;   // occupations, the most common first
  std::vector<double> skill_chances_;  // cumulative, by place in skill_order_
  std::vector<uint32_t> skill_order_;
  std::vector<Requirement> requirements_;  // of all vacancies, one after the other
  std::vector<size_t> begin_;
  std::vector<match::VacancyTraits> traits_;
  std::vector<model::SpherePoint> points_;  // by number
};

}  // namespace overstap::bench
