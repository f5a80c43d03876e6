// Which documents, or strips of them, have the largest sums, without a look at most of them.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/kernels.h"

namespace overstap::match {

// A number that `count` of the keys reach, the largest such one but for less than `lowest`, which
// is a power of 2; 0 when there are fewer. Keys are at most 32767; of more than 65535 keys it may
// be less.
uint32_t CountedLargest(const Kernels& kernels, std::span<const uint16_t> keys, size_t count,
                        uint32_t lowest);

// Documents in groups of kGroup, of each of which the largest sum is kept. One thread; kept from
// one search to the next.
class LargeSums {
 public:
  static constexpr uint32_t kGroup = Kernels::kGroup;
  static constexpr uint32_t kNoEnd = 65'536;  // more than any sum
  // Sums that are read, though not used, behind the last one.
  static constexpr size_t kBehind = kGroup;

  // Begins anew, with sums[i] of document i. `sums` outlives what follows.
  void Begin(const uint16_t* sums, const Kernels& kernels);
  // Documents from `begin` to `end`; no document twice.
  void Add(uint32_t begin, uint32_t end);
  // A number that the largest sums of `count` groups reach, and nearly the largest such one; 0 when
  // there are fewer groups.
  uint32_t Reached(size_t count) const {
    constexpr uint32_t kLowest = 8;  // less than sums are off
    return CountedLargest(*kernels_, std::span(largest_).first(count_), count, kLowest);
  }
  // Calls visit(document, sum) where the sum is at least `least` and less than `end`; both are 1 or
  // more and at most kNoEnd, and `least` is less than that.
  template <class Visit>
  void ForEach(uint32_t least, uint32_t end, Visit visit) const;

 private:
  // Groups of documents next to each other; the last one may be smaller.
  struct Run {
    uint32_t begin = 0;  // document
    uint32_t end = 0;
    size_t first = 0;  // group, in largest_
  };

  // Bit i: document begin + i, before `end`, has at least that.
  uint32_t MaskAtLeast(uint32_t begin, uint32_t end, uint32_t least) const;

  const uint16_t* sums_ = nullptr;
  const Kernels* kernels_ = nullptr;
  std::vector<uint16_t> largest_;  // by group; and kAtOnce that are read, though not used
  size_t count_ = 0;               // groups
  std::vector<Run> runs_;
};

template <class Visit>
void LargeSums::ForEach(uint32_t least, uint32_t end, Visit visit) const {
  for (const Run& run : runs_) {
    for (uint32_t first = run.begin; first < run.end; first += Kernels::kAtOnce * kGroup) {
      const uint16_t* const largest = largest_.data() + run.first + (first - run.begin) / kGroup;
      uint32_t reach = kernels_->at_least(largest, static_cast<uint16_t>(least));
      for (; reach != 0; reach &= reach - 1) {
        const uint32_t group = first + kGroup * static_cast<uint32_t>(std::countr_zero(reach));
        if (group >= run.end) break;
        uint32_t mask = MaskAtLeast(group, run.end, least);
        if (end < kNoEnd) mask &= ~MaskAtLeast(group, run.end, end);
        for (; mask != 0; mask &= mask - 1) {
          const uint32_t document = group + static_cast<uint32_t>(std::countr_zero(mask));
          visit(document, uint32_t{sums_[document]});
        }
      }
    }
  }
}

}  // namespace overstap::match
