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

#include "engine/match/block_bounds.h"
#include "engine/match/search_scratch.h"
#include "engine/match/strip_ranges.h"
#include "engine/match/top_list.h"

namespace overstap::match {

class BoundSearch {
 public:
  static constexpr size_t kBatch = 4;  // strips

  // Looks for terms(), ranges and marks of `scratch`. All outlive the search.
  BoundSearch(const BlockBounds& bounds, std::span<const uint32_t> marks, SearchScratch* scratch)
      : bounds_(bounds), marks_(marks), scratch_(*scratch) {}

  // Calls looker->Prefetch(strip), and later looker->Look(strips) with 1..kBatch of them, which
  // offers documents to `top`, until `top` holds the best of all.
  template <class Looker>
  void Run(const TopList& top, size_t limit, Looker* looker);

 private:
  using Batch = std::pair<std::array<uint32_t, kBatch>, size_t>;

  // What no document of each strip scores more than.
  void SumUp();
  void AddGroups();
  // The best strips of the next `count` best groups, in place of which 0 is left.
  void TakeSeeds(size_t count);
  // The strips that can hold something better, as a heap.
  void CollectSurvivors(double threshold);
  // The most promising survivors that can hold something better.
  Batch NextBatch(double threshold);

  uint32_t* SumAt(uint32_t strip) { return scratch_.sums.data() + (strip - first_); }

  const BlockBounds& bounds_;
  const std::span<const uint32_t> marks_;
  SearchScratch& scratch_;
  uint32_t first_ = 0;  // strip
  size_t seeded_ = 0;   // groups
};

template <class Looker>
void BoundSearch::Run(const TopList& top, size_t limit, Looker* looker) {
  if (scratch_.ranges.empty()) return;
  SumUp();
  AddGroups();
  const auto look_at_all = [&](Batch batch) {
    looker->Look(std::span(batch.first).first(batch.second));
  };
  Batch batch;
  // A filter may leave nothing of the first strips. Without a threshold all strips survive; with
  // the first one that there is after that, still many.
  bool is_low = false;
  for (size_t count = 3 + limit / 8; seeded_ < scratch_.groups.size(); count *= 2) {
    TakeSeeds(count);
    for (const Candidate& seed : scratch_.survivors) {
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
    const Batch found = NextBatch(top.Threshold());
    for (size_t i = 0; i < found.second; ++i) looker->Prefetch(found.first[i]);
    return found;
  };
  for (batch = next(); batch.second > 0;) look_at_all(std::exchange(batch, next()));
}

}  // namespace overstap::match
