// One query on a VacancyIndex, from its start to its end.
//
// Strengths of skills times the largest shares of a strip add up to what no vacancy of the strip
// scores more than. Strips are looked into, most promising first, until none can hold something
// better (Mallia, Suel and Tonellotto, Faster Learned Sparse Retrieval with Block-Max Pruning,
// SIGIR 2024).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/match/top_list.h"
#include "engine/match/vacancy_index.h"

namespace overstap::match {

class VacancySearch {
 public:
  // All outlive the search.
  VacancySearch(const VacancyIndex& index, const ExpandedProfile& profile,
                const VacancyWanted& wanted, size_t limit);

  std::vector<Ranked> Run();

 private:
  static constexpr uint32_t kStrip = VacancyIndex::kStrip;
  static constexpr uint32_t kGroup = 16;  // strips

  struct Term {
    uint32_t skill = 0;
    uint32_t strength = 0;  // in units of 1/kStrengthOne, rounded up
  };
  // Places one after the other in the index, from one mark to another.
  struct Stretch {
    size_t mark = 0;
    size_t end_mark = 0;
    uint32_t begin = 0;  // strips
    uint32_t end = 0;
  };
  // A strip, or a group that begins with it, and what no vacancy in it scores more than.
  struct Candidate {
    uint32_t bound = 0;
    uint32_t strip = 0;
    uint32_t end = 0;
  };

  static bool HasMore(const Candidate& a, const Candidate& b) { return a.bound > b.bound; }

  void AddTerms();
  void AddStretches();
  // The bounds of all strips.
  void SumStretch(const Stretch& stretch);
  void AddGroups();
  // Scores the most promising of the best strips of the best groups, for a first threshold.
  void Seed();
  // The strips that can hold something better, best bound first.
  std::vector<Candidate> Survivors() const;
  void LookInto(uint32_t strip);
  // Calls visit(position, sum) for what passes in the strip; `sum` is in units of the strip.
  template <class Visit>
  void ForEachPassing(uint32_t strip, Visit visit) const;
  void Score(uint32_t position);
  double UnitsOf(uint32_t strip) const;  // in which its sums are 1
  uint32_t& SumOf(uint32_t strip) { return sums_[strip - stretches_.front().begin]; }
  uint32_t SumOf(uint32_t strip) const { return sums_[strip - stretches_.front().begin]; }

  const VacancyIndex& index_;
  const ExpandedProfile& profile_;
  const VacancyWanted& wanted_;
  const size_t limit_;
  TopList top_;
  std::vector<Term> terms_;         // most strength first
  std::vector<int16_t> strengths_;  // by skill
  std::vector<Stretch> stretches_;  // ascending
  std::vector<uint32_t> sums_;      // by strip, from the first stretch on
  std::vector<Candidate> groups_;
};

}  // namespace overstap::match
