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
  // `top`, until `top` holds the best of all.
  template <class Looker>
  void Run(const TopList& top, size_t limit, Looker* looker);

 private:
  // Sums are in units of 1 / kBoundUnits.
  static constexpr double kBoundUnits =
      double{kStrengthOne} * BlockBounds::kOne / BlockBounds::kStep;
  using Batch = std::pair<std::array<uint32_t, kBatch>, size_t>;

  using RangeIterator = std::vector<StripRanges::Range>::const_iterator;

  // What no document of each strip in question scores more than, and groups of them.
  void SumUp();
  void SplitTerms();
  // The same between two marks, of the ranges from `range` on. Gives the first that goes on.
  RangeIterator SumUp(StripRanges::Range marks, RangeIterator range);
  void SumDense(StripRanges::Range strips);
  void AddLists(StripRanges::Range marks);
  void AddGroups(StripRanges::Range strips);
  // The best strips of the next `count` best groups, in place of which 0 is left.
  void TakeSeeds(size_t count);
  // The strips that can hold something better, most promising first, roughly.
  void CollectSurvivors(double threshold);
  void OrderSurvivors(uint32_t least);
  // The most promising survivors that can hold something better and for which may_pass(strip).
  template <class MayPass>
  Batch NextBatch(double threshold, MayPass may_pass);

  uint16_t* SumAt(uint32_t strip) { return scratch_.sums.data() + (strip - first_); }

  const BlockBounds& bounds_;
  const std::span<const uint32_t> marks_;
  SearchScratch& scratch_;
  const Kernels& kernels_;
  uint32_t first_ = 0;   // strip, a multiple of Kernels::kTile
  uint32_t summed_ = 0;  // strips before it have sums, if they are in question
  size_t seeded_ = 0;    // groups
  size_t next_ = 0;      // survivor
  uint32_t shift_ = 0;   // survivors are in order of bound >> shift_
};

template <class Looker>
void BoundSearch::Run(const TopList& top, size_t limit, Looker* looker) {
  if (scratch_.ranges.empty()) return;
  SumUp();
  const auto look_at_all = [&](Batch batch) {
    looker->Look(std::span(batch.first).first(batch.second));
  };
  Batch batch;
  // A filter may leave nothing of the first strips. Without a threshold all strips survive; with
  // the first one that there is after that, still many.
  bool is_low = false;
  for (size_t count = 3 + limit / 8; seeded_ < scratch_.groups.size(); count *= 2) {
    TakeSeeds(count);
    for (const Survivor& seed : scratch_.survivors) {
      if (!looker->MayPass(seed.strip)) continue;
      looker->Prefetch(seed.strip);
      batch.first[batch.second++] = seed.strip;
      if (batch.second == kBatch) look_at_all(std::exchange(batch, {}));
    }
    if (batch.second > 0) look_at_all(std::exchange(batch, {}));
    if (top.Threshold() > 0 && !is_low) break;
    is_low = top.Threshold() == 0;
  }
  CollectSurvivors(top.Threshold());
  const auto next = [&] {
    const Batch found =
        NextBatch(top.Threshold(), [&](uint32_t strip) { return looker->MayPass(strip); });
    for (size_t i = 0; i < found.second; ++i) looker->Prefetch(found.first[i]);
    return found;
  };
  for (batch = next(); batch.second > 0;) look_at_all(std::exchange(batch, next()));
}

template <class MayPass>
BoundSearch::Batch BoundSearch::NextBatch(double threshold, MayPass may_pass) {
  Batch batch;
  const auto least = static_cast<uint32_t>(LeastUnits(threshold, kBoundUnits));
  for (; batch.second < kBatch && next_ < scratch_.ordered.size(); ++next_) {
    const Survivor& next = scratch_.ordered[next_];
    if (next.bound >> shift_ < least >> shift_) break;
    if (next.bound < least || !may_pass(next.strip)) continue;
    batch.first[batch.second++] = next.strip;
  }
  return batch;
}

}  // namespace overstap::match
