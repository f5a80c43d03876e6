#include "engine/match/bound_search.h"

#include <array>

namespace overstap::match {
namespace {

constexpr uint32_t kTile = Kernels::kTile;
constexpr uint16_t kMost = 65'535;  // of a sum

uint32_t DownToTile(uint32_t strip) { return strip / kTile * kTile; }
uint32_t UpToTile(uint32_t strip) { return DownToTile(strip + kTile - 1); }

}  // namespace

void BoundSearch::SumUp() {
  first_ = BlockBounds::OriginOf(marks_[scratch_.marks.front().begin]);
  // What is summed up at once may go beyond the last strip.
  const size_t count = UpToTile(marks_[scratch_.marks.back().end]) - first_ + kTile;
  if (scratch_.sums.size() < count) scratch_.sums.resize(count);
  SplitTerms();
  scratch_.large_sums.Begin(scratch_.sums.data(), kernels_);
  summed_ = first_;
  auto range = scratch_.ranges.cbegin();
  for (const StripRanges::Range& covered : scratch_.marks) {
    for (uint32_t begin = covered.begin; begin < covered.end;) {
      uint32_t end = begin + 1;
      const uint32_t origin = BlockBounds::OriginOf(marks_[begin]);
      while (end < covered.end && BlockBounds::OriginOf(marks_[end]) == origin) ++end;
      range = SumUp({begin, end}, range);
      begin = end;
    }
  }
}

void BoundSearch::SplitTerms() {
  scratch_.dense.clear();
  scratch_.listed.clear();
  for (const QueryTerm& term : scratch_.terms) {
    if (const auto dense = bounds_.DenseOf(term.term, term.strength)) {
      scratch_.dense.push_back(*dense);
    } else {
      scratch_.listed.push_back(term);
    }
  }
}

BoundSearch::RangeIterator BoundSearch::SumUp(StripRanges::Range marks, RangeIterator range) {
  const StripRanges::Range strips = {marks_[marks.begin], marks_[marks.end]};
  const auto of_chunk = [&](const StripRanges::Range& whole) {
    return StripRanges::Range{std::max(whole.begin, strips.begin), std::min(whole.end, strips.end)};
  };
  // Sums of too many terms may be too large to hold: nothing is left out.
  const bool is_any =
      std::min(scratch_.terms.size(), bounds_.most_terms()) > BlockBounds::kMaxTerms;
  auto end = range;
  while (end != scratch_.ranges.end() && end->begin < strips.end) SumDense(of_chunk(*end++));
  if (!is_any) AddLists(marks);
  for (auto at = range; at != end; ++at) {
    const StripRanges::Range summed = of_chunk(*at);
    if (is_any) std::fill(SumAt(summed.begin), SumAt(summed.end), kMost);
    scratch_.large_sums.Add(summed.begin - first_, summed.end - first_);
  }
  return end != range && (end - 1)->end > strips.end ? end - 1 : end;
}

// Also where there is no dense term, so that sums begin with 0.
void BoundSearch::SumDense(StripRanges::Range strips) {
  const uint32_t begin = std::max(DownToTile(strips.begin), summed_);
  summed_ = std::max(UpToTile(strips.end), summed_);
  if (begin < summed_) {
    kernels_.sum_dense(scratch_.dense, begin, summed_ - begin, SumAt(begin));
  }
}

// Between marks there may be more than what is in question: that is not looked at.
void BoundSearch::AddLists(StripRanges::Range marks) {
  constexpr size_t kAhead = 4;       // lists
  constexpr size_t kMostAhead = 32;  // of short ones
  constexpr size_t kBoundsAhead = 128;
  const auto& listed = scratch_.listed;
  const auto list = [&](size_t i) { return bounds_.Of(listed[i].term, marks.begin, marks.end); };
  uint16_t* const sums = SumAt(BlockBounds::OriginOf(marks_[marks.begin]));
  for (const QueryTerm& term : listed) bounds_.PrefetchBegin(term.term, marks.begin);
  size_t next = 0;    // list to ask for
  size_t bounds = 0;  // asked for and not added yet
  for (size_t i = 0; i < listed.size(); ++i) {
    const auto is_soon = [&] {
      return next <= i + kAhead || (bounds < kBoundsAhead && next <= i + kMostAhead);
    };
    for (; next < listed.size() && is_soon(); ++next) {
      bounds_.PrefetchBounds(listed[next].term, marks.begin, marks.end);
      bounds += list(next).size();
    }
    kernels_.add_list(list(i), listed[i].strength, sums);
    bounds -= list(i).size();
  }
}

void BoundSearch::CollectSurvivors(uint32_t least, uint32_t end) {
  scratch_.survivors.clear();
  scratch_.large_sums.ForEach(least, end, [&](uint32_t strip, uint32_t sum) {
    scratch_.survivors.push_back({sum, first_ + strip});
  });
  OrderSurvivors(least);
}

// By counting, as there may be thousands of which hundreds are looked into.
void BoundSearch::OrderSurvivors(uint32_t least) {
  constexpr uint32_t kBuckets = 256;
  auto& survivors = scratch_.survivors;
  uint32_t most = least;
  for (const Survivor& survivor : survivors) most = std::max(most, survivor.bound);
  shift_ = 0;
  while ((most >> shift_) - (least >> shift_) >= kBuckets) ++shift_;
  const uint32_t top = most >> shift_;
  std::array<uint32_t, kBuckets + 1> begins{};
  for (const Survivor& survivor : survivors) ++begins[top - (survivor.bound >> shift_) + 1];
  for (uint32_t i = 1; i < kBuckets; ++i) begins[i] += begins[i - 1];
  scratch_.ordered.resize(survivors.size());
  for (const Survivor& survivor : survivors) {
    scratch_.ordered[begins[top - (survivor.bound >> shift_)]++] = survivor;
  }
  next_ = 0;
}

}  // namespace overstap::match
