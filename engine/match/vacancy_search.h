// One query on a VacancyIndex, from its start to its end.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/search_scratch.h"
#include "engine/match/top_list.h"
#include "engine/match/vacancy_index.h"

namespace overstap::match {

class VacancySearch {
 public:
  // All outlive the search.
  VacancySearch(const VacancyIndex& index, const ExpandedProfile& profile,
                const VacancyWanted& wanted, size_t limit, const Cut& cut);

  std::vector<Ranked> Run(SearchWay way);  // once

  // What BoundSearch asks for.
  bool MayPass(uint32_t strip) const {
    return any_traits_ || index_.traits_.MayPass(strip, wanted_);
  }
  void Prefetch(uint32_t strip) const;
  void Look(std::span<const uint32_t> strips);
  void Finish();

 private:
  static constexpr uint32_t kStrip = VacancyIndex::kStrip;
  static constexpr size_t kAhead = 16;  // documents that are scored together

  bool IsByPostings(SearchWay way) const;
  bool IsQuickestByPostings() const;
  void SearchByPostings();
  // Sums of the documents from a mark to the next.
  void AddUp(size_t mark);
  // Counts documents of the strips in, with sums from those of strip `first` on.
  void AddRange(StripRanges::Range strips, uint32_t first);
  // Keeps, of those that are added up from document `first` on, what may be among the best.
  void Collect(uint32_t first);
  // The same of those with a sum of at least `least` and less than `end`.
  void CollectSome(uint32_t first, int32_t least, int32_t end);
  // Leaves out what does not pass of those kept from one on.
  void LeaveOutOthers(size_t begin);
  // Leaves out of those kept what cannot be among the best, best first.
  void Prune();
  // Orders those kept from one on, as many of the best as are scored together.
  void OrderPromising(size_t begin);
  std::span<const Promising> Best() const;  // those of them that are scored first
  void PrefetchBegins() const;              // of their rows
  void PrefetchRows() const;
  void SearchByBounds();
  // Scores those kept, in order as OrderPromising(0) makes, of whose bounds a score of 1 is
  // `units`.
  void ScorePromising(double units);
  // Whether it is worth it to find out first which weights are of what the person has: not when
  // few are scored.
  bool UsesMatched() const { return cut_.least == 0; }
  void AddMatched();
  double ScoreOf(uint32_t position) const {
    return UsesMatched() ? index_.rows_.Score(profile_, scratch_.matched, position)
                         : index_.rows_.Score(profile_, position);
  }
  uint32_t PassMask(uint32_t strip) const;
  void PrefetchTraits(uint32_t strip) const;  // what PassMask reads

  const VacancyIndex& index_;
  const ExpandedProfile& profile_;
  const VacancyWanted& wanted_;
  const size_t limit_;
  const Cut& cut_;
  const bool any_traits_;  // all pass, wherever they are
  const bool all_pass_;    // and whatever point in their place that is, and none is gone
  const Kernels& kernels_;
  SearchScratch& scratch_;
  TopList top_;
  int32_t error_ = 0;  // more than sums of two documents with one score differ by
  int32_t least_ = 1;  // sum that may be among the best
};

}  // namespace overstap::match
