// What vacancies ask, one after the other, for the exact score.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/column.h"
#include "engine/match/held_skills.h"
#include "engine/match/params.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// A weight that occurs, once for all vacancies that have it.
struct WeightedSkill {
  double weight = 0;  // w(r), as RequirementWeight gives it
  SkillId skill;
  uint32_t reserved = 0;
};

// Immutable after Finish; thread-safe.
class VacancyRows {
 public:
  // Without a row.
  VacancyRows() = default;
  VacancyRows(const Taxonomy* taxonomy, const ScoringParams& params);

  // `requirements` as in RequirementSet; `number` is for the caller.
  void Add(std::span<const Requirement> requirements, uint32_t number);

  // After the last Add. Until then there is nothing to read but size().
  void Finish();

  size_t size() const { return begin_.size() - 1; }
  std::span<const uint32_t> RowOf(size_t row) const {
    return std::span(words_).subspan(begin_[row] + kHead, begin_[row + 1] - begin_[row] - kHead);
  }
  const WeightedSkill& operator[](uint32_t entry) const { return weighted_[entry]; }
  uint32_t NumberOf(size_t row) const { return words_[begin_[row]]; }
  double TotalOf(size_t row) const {  // sum of w(r)
    const uint32_t* const at = words_.data() + begin_[row];
    return std::bit_cast<double>(std::array<uint32_t, 2>{at[1], at[2]});
  }

  // The weights of the skills that a person has, as a bit for each entry.
  class Matched {
   public:
    bool Has(uint32_t entry) const { return (bits_[entry / 64] >> entry % 64 & 1) != 0; }

   private:
    friend class VacancyRows;
    std::vector<uint64_t> bits_;
  };
  // Adds what the person has to `matched`, and takes it out again.
  void AddMatched(std::span<const SkillId> skills, Matched* matched) const;
  void ClearMatched(std::span<const SkillId> skills, Matched* matched) const;

  // Exactly Coverage of the same requirements; 0 when that is nothing.
  double Score(const ExpandedProfile& profile, size_t row) const {
    double covered = 0;
    AddCovered(profile, RowOf(row), &covered);
    return ScoreOf(covered, row);
  }
  // The same, without looking at weights of what the person does not have. `matched` holds what the
  // person has.
  double Score(const ExpandedProfile& profile, const Matched& matched, size_t row) const;

  // Asks for what Prefetch reads, and then for what Score reads, before they are needed.
  void PrefetchBegin(size_t row) const { PrefetchLine(begin_.data() + row); }
  void Prefetch(size_t row) const {
    constexpr uint32_t kLine = 16;  // words
    const uint32_t end = begin_[row + 1];
    for (uint32_t i = begin_[row]; i < end; i += kLine) PrefetchLine(words_.data() + i);
    PrefetchLine(words_.data() + end - 1);
  }

  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.weighted_);
    visit(self.first_);
    visit(self.words_);
    visit(self.begin_);
  }
  // Whether rows are of what there is, and their numbers below `number_end`.
  bool IsSound(size_t skill_count, size_t number_end) const;
  size_t LongestRow() const;  // requirements
  size_t MemoryBytes() const;

 private:
  static constexpr uint32_t kHead = 3;  // words: number and total

  struct Variant {
    float share = 0;
    Importance importance = Importance::kEssential;
    uint32_t next = 0;  // 1 + entry of another one of the skill; 0: the last
  };
  uint32_t EntryOf(const Requirement& requirement);
  // Adds to `covered` what the person has of `entries`, in their order.
  void AddCovered(const ExpandedProfile& profile, std::span<const uint32_t> entries,
                  double* covered) const {
    for (const uint32_t entry : entries) {
      const WeightedSkill& asked = weighted_[entry];
      *covered += asked.weight * profile.Strength(asked.skill);
    }
  }
  double ScoreOf(double covered, size_t row) const {
    const double total = TotalOf(row);
    return total > 0 ? covered / total : 0;
  }

  const Taxonomy* taxonomy_ = nullptr;
  ScoringParams params_;
  std::vector<uint32_t> latest_;    // by skill, 1 + entry of its last variant; until Finish
  std::vector<Variant> variants_;   // by entry, until Finish
  Column<WeightedSkill> weighted_;  // ascending by skill
  Column<uint32_t> first_;          // in weighted_, by skill; then their number
  Column<uint32_t> words_;          // of each row its head and then indices in weighted_
  Column<uint32_t> begin_{{0}};     // by row, in words_
};

}  // namespace overstap::match
