#include "engine/match/bound_search.h"

namespace overstap::match {
namespace {

constexpr uint32_t kGroup = 16;  // strips
constexpr double kBoundUnits = double{kStrengthOne} * BlockBounds::kOne;

// Of sums that are below 2^31, which is what processors compare.
uint32_t Largest(const uint32_t* sums, uint32_t count) {
  int32_t largest = 0;
  if (count == kGroup) {
    for (uint32_t i = 0; i < kGroup; ++i)
      largest = std::max(largest, static_cast<int32_t>(sums[i]));
  } else {
    for (uint32_t i = 0; i < count; ++i) largest = std::max(largest, static_cast<int32_t>(sums[i]));
  }
  return static_cast<uint32_t>(largest);
}

}  // namespace

void BoundSearch::SumUp() {
  first_ = marks_[scratch_.marks.front().begin];
  scratch_.sums.assign(marks_[scratch_.marks.back().end] - first_, 0);
  uint32_t* const sums = scratch_.sums.data();
  for (const StripRanges::Range& range : scratch_.marks) {
    for (const QueryTerm& term : scratch_.terms) bounds_.PrefetchBegin(term.term, range.begin);
    for (const QueryTerm& term : scratch_.terms) bounds_.PrefetchBounds(term.term, range.begin);
    for (const QueryTerm& term : scratch_.terms) {
      const uint32_t strength = term.strength;
      for (const auto& bound : bounds_.Of(term.term, range.begin, range.end)) {
        sums[bound.block - first_] += strength * bound.share;
      }
    }
  }
}

void BoundSearch::AddGroups() {
  scratch_.groups.clear();
  for (const StripRanges::Range& range : scratch_.ranges) {
    for (uint32_t strip = range.begin; strip < range.end; strip += kGroup) {
      const uint32_t end = std::min(strip + kGroup, range.end);
      const uint32_t bound = Largest(SumAt(strip), end - strip);
      if (bound > 0) scratch_.groups.push_back({bound, strip, end});
    }
  }
}

void BoundSearch::TakeSeeds(size_t count) {
  scratch_.survivors.clear();
  const auto first_group = scratch_.groups.begin() + static_cast<ptrdiff_t>(seeded_);
  count = std::min(count, scratch_.groups.size() - seeded_);
  const auto middle = first_group + static_cast<ptrdiff_t>(count);
  std::partial_sort(first_group, middle, scratch_.groups.end(), HasMore);
  seeded_ += count;
  for (auto group = first_group; group != middle; ++group) {
    uint32_t* const first = SumAt(group->strip);
    uint32_t* const best = std::max_element(first, first + (group->end - group->strip));
    const uint32_t strip = group->strip + static_cast<uint32_t>(best - first);
    scratch_.survivors.push_back({*best, strip, strip + 1});
    *best = 0;
  }
}

void BoundSearch::CollectSurvivors(double threshold) {
  scratch_.survivors.clear();
  const auto least = static_cast<uint32_t>(LeastUnits(threshold, kBoundUnits));
  for (const Candidate& group : scratch_.groups) {
    if (group.bound < least) continue;
    for (uint32_t strip = group.strip; strip < group.end; ++strip) {
      const uint32_t bound = *SumAt(strip);
      if (bound >= least) scratch_.survivors.push_back({bound, strip, strip + 1});
    }
  }
  std::make_heap(scratch_.survivors.begin(), scratch_.survivors.end(), HasLess);
}

BoundSearch::Batch BoundSearch::NextBatch(double threshold) {
  Batch batch;
  const auto least = static_cast<uint32_t>(LeastUnits(threshold, kBoundUnits));
  auto& heap = scratch_.survivors;
  while (batch.second < kBatch && !heap.empty() && heap.front().bound >= least) {
    batch.first[batch.second++] = heap.front().strip;
    std::pop_heap(heap.begin(), heap.end(), HasLess);
    heap.pop_back();
  }
  return batch;
}

}  // namespace overstap::match
