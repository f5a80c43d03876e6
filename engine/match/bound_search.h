// Strips of documents that may hold the best for a query, most promising first.
//
// Strengths of terms times the largest shares of a strip add up to what no document of the strip
// scores more than. Strips are looked into until none can hold something better (Mallia, Suel and
// Tonellotto, Faster Learned Sparse Retrieval with Block-Max Pruning, SIGIR 2024).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/match/block_bounds.h"
#include "engine/match/kernels.h"
#include "engine/match/search_scratch.h"
#include "engine/match/strip_ranges.h"
#include "engine/match/top_list.h"

namespace overstap::match {

class BoundSearch {
 public:
  static constexpr size_t kBatch = 8;  // strips

  // Looks for terms(), ranges and marks of `scratch`. All outlive the search.
  BoundSearch(const BlockBounds& bounds, std::span<const uint32_t> marks, SearchScratch* scratch)
      : bounds_(bounds), marks_(marks), scratch_(*scratch), kernels_(ChosenKernels()) {}

  // Calls looker->Prefetch(strip), unless looker->MayPass(strip) says that nothing of the strip is
  // in question, and later looker->Look(strips) with 1..kBatch of them, which offers documents to
  // `top`, then or in looker->Finish(), until `top` holds the best of all.
  template <class Looker>
  void Run(const TopList& top, size_t limit, Looker* looker);

 private:
  // Sums are in units of 1 / kBoundUnits.
  static constexpr double kBoundUnits =
      double{kStrengthOne} * BlockBounds::kOne / BlockBounds::kStep;
  static constexpr size_t kFewGroups = 3;
  static constexpr size_t kTimes = 4;
  using Batch = std::pair<std::array<uint32_t, kBatch>, size_t>;

  using RangeIterator = std::vector<StripRanges::Range>::const_iterator;

  // What no document of each strip in question scores more than.
  void SumUp();
  void SplitTerms();
  // The same between two marks, of the ranges from `range` on. Gives the first that goes on.
  RangeIterator SumUp(StripRanges::Range marks, RangeIterator range);
  void SumDense(StripRanges::Range strips);
  void AddLists(StripRanges::Range marks);
  // The strips with a sum of at least `least` and less than `end`, most promising first, roughly.
  void CollectSurvivors(uint32_t least, uint32_t end);
  void OrderSurvivors(uint32_t least);
  // The most promising survivors that can hold something better and for which may_pass(strip).
  template <class MayPass>
  Batch NextBatch(double threshold, MayPass may_pass);

  uint16_t* SumAt(uint32_t strip) { return scratch_.sums.data() + (strip - first_); }

  const BlockBounds& bounds_;
  const std::span<const uint32_t> marks_;
  SearchScratch& scratch_;
  const Kernels& kernels_;
  uint32_t first_ = 0;   // strip, an origin of bounds
  uint32_t summed_ = 0;  // strips before it have sums, if they are in question
  size_t next_ = 0;      // survivor
  uint32_t shift_ = 0;   // survivors are in order of bound >> shift_
};

template <class Looker>
void BoundSearch::Run(const TopList& top, size_t limit, Looker* looker) {
  if (scratch_.ranges.empty()) return;
  SumUp();
  const auto next = [&] {
    const Batch found =
        NextBatch(top.Threshold(), [&](uint32_t strip) { return looker->MayPass(strip); });
    for (size_t i = 0; i < found.second; ++i) looker->Prefetch(found.first[i]);
    return found;
  };
  const auto least_sum = [&] {
    return static_cast<uint32_t>(LeastUnits(top.Threshold(), kBoundUnits));
  };
  // Few strips first, since the best of what is in them leaves out most of the others. A filter may
  // leave little of them: then more and more.
  size_t groups = kFewGroups + limit / 2;
  for (uint32_t end = LargeSums::kNoEnd; end > least_sum(); groups *= kTimes) {
    const uint32_t least = std::max(least_sum(), scratch_.large_sums.Reached(groups));
    if (least >= end) continue;
    CollectSurvivors(least, end);
    for (Batch batch = next(); batch.second > 0;) {
      const Batch now = std::exchange(batch, next());
      looker->Look(std::span(now.first).first(now.second));
    }
    looker->Finish();
    end = least;
  }
}

template <class MayPass>
BoundSearch::Batch BoundSearch::NextBatch(double threshold, MayPass may_pass) {
  Batch batch;
  const auto least = static_cast<uint32_t>(LeastUnits(threshold, kBoundUnits));
  const size_t most = threshold > 0 ? kBatch : kBatch / 2;
  for (; batch.second < most && next_ < scratch_.ordered.size(); ++next_) {
    const Survivor& next = scratch_.ordered[next_];
    if (next.bound >> shift_ < least >> shift_) break;
    if (next.bound < least || !may_pass(next.strip)) continue;
    batch.first[batch.second++] = next.strip;
  }
  return batch;
}

}  // namespace overstap::match
