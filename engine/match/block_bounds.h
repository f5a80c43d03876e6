// For every term, how much any document of a block of documents can have of it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/column.h"

namespace overstap::match {

// Lists by term, ascending by block, which a query sums over. Blocks are numbered from 0; marks cut
// them into ranges that a query can be limited to. Immutable after Finish; thread-safe.
class BlockBounds {
 public:
  static constexpr uint32_t kMaxBlocks = 1U << 20;
  // A share of 0..1 as a whole number, rounded up: what is summed is never less than the truth.
  static constexpr uint32_t kOne = 4'094;
  static uint32_t RoundedUp(double share);

  // The largest share of a block.
  struct Bound {
    uint32_t block : 20;
    uint32_t share : 12;  // in units of 1/kOne, 1..4095
  };

  explicit BlockBounds(size_t term_count) : lists_(term_count), term_count_(term_count) {}

  // Blocks ascending, each pair of term and block once, less than kMaxBlocks.
  void Add(uint32_t term, uint32_t block, double share) {
    lists_[term].push_back({block & (kMaxBlocks - 1), RoundedUp(share) & 0xFFF});
  }
  // `marks`: ascending block numbers, 0 the first and the number of blocks the last.
  void Finish(std::span<const uint32_t> marks);

  // What the term has from one mark to another.
  std::span<const Bound> Of(uint32_t term, size_t mark, size_t end_mark) const {
    const uint32_t* const begin = begin_.data() + size_t{term} * mark_count_;
    return std::span(bounds_).subspan(begin[mark], begin[end_mark] - begin[mark]);
  }
  // Asks for what Of reads first, and then for what it returns, before they are needed.
  void PrefetchBegin(uint32_t term, size_t mark) const {
    __builtin_prefetch(begin_.data() + size_t{term} * mark_count_ + mark);
  }
  void PrefetchBounds(uint32_t term, size_t mark) const {
    __builtin_prefetch(bounds_.data() + begin_[size_t{term} * mark_count_ + mark]);
  }

  size_t term_count() const { return term_count_; }
  size_t bound_count() const { return bounds_.size(); }
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.term_count_);
    visit(self.mark_count_);
    visit(self.begin_);
    visit(self.bounds_);
  }
  // Whether lists are of blocks between `marks`, which is all that their use asks.
  bool IsSound(size_t term_count, std::span<const uint32_t> marks) const;

  size_t MemoryBytes() const;

 private:
  std::vector<std::vector<Bound>> lists_;  // until Finish
  size_t term_count_ = 0;
  size_t mark_count_ = 0;
  Column<uint32_t> begin_;  // by term and mark, in bounds_
  Column<Bound> bounds_;
};

}  // namespace overstap::match
