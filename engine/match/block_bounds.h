// For every term, how much any document of a block of documents can have of it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/match/column.h"
#include "engine/match/kernels.h"

namespace overstap::match {

// What a query sums over. Blocks are numbered from 0. A term that one block in kDense has, or more,
// has a byte for every block; other terms have lists, ascending by block, which marks cut into
// ranges that a query can be limited to. Immutable after Finish; thread-safe.
class BlockBounds {
 public:
  static constexpr uint32_t kMaxBlocks = 1U << 20;
  static constexpr uint32_t kMaxRange = 1'536;  // blocks between marks
  static constexpr size_t kDense = 16;
  // A share of 0..1 as a whole number, rounded up: what is summed is never less than the truth.
  static constexpr uint32_t kOne = 65'534;
  static uint32_t RoundedUp(double share);

  // The largest share of a block in units of 1/kOne, 1..65535, with the block, counted from the
  // origin of its range, as Kernels::add_list has it.
  using Bound = uint32_t;
  static uint32_t BlockOf(Bound bound) { return bound & 0xFFFF; }
  static uint32_t ShareOf(Bound bound) { return bound >> 16; }
  // From where on the blocks are counted of the range that begins with `mark`: a multiple of
  // Kernels::kTile, and the same for many ranges.
  static uint32_t OriginOf(uint32_t mark) { return mark / kOriginStep * kOriginStep; }

  // Sums are of strength * share in units of 1 / (4095 * kOne), each divided by kStep. Strengths
  // times shares of a block add up to kMost at most; a term may add kRounding more. Of kMaxTerms
  // the sums are not too large for 16 bits.
  static constexpr uint32_t kStep = 1U << 16;
  static constexpr uint32_t kMost = 8;
  static constexpr uint32_t kRounding = 4'095 / 255 + 2;
  static constexpr size_t kMaxTerms = 1'800;
  static_assert(kMost * 4'095 + kMaxTerms * kRounding < 1U << 16);

  BlockBounds() = default;
  // `marks`: ascending block numbers, at most kMaxRange apart, 0 the first and the number of
  // blocks, less than kMaxBlocks, the last.
  BlockBounds(size_t term_count, std::span<const uint32_t> marks);

  // Blocks ascending, each pair of term and block once.
  void Add(uint32_t term, uint32_t block, double share) {
    while (block >= marks_[mark_ + 1]) EndRange();
    terms_ = block == last_ ? terms_ + 1 : 1;
    last_ = block;
    most_terms_ = std::max(most_terms_, terms_);
    lists_[term].push_back((block - OriginOf(marks_[mark_])) | RoundedUp(share) << 16);
  }
  void Finish();

  // What to sum up for a term that has a byte for every block, up to a multiple of Kernels::kTile;
  // `strength` is 0..4095. Such a term has no list.
  std::optional<DenseTerm> DenseOf(uint32_t term, uint32_t strength) const {
    const uint32_t slot = dense_slots_[term];
    if (slot == 0) return std::nullopt;
    return DenseTerm{dense_shares_.data() + (slot - 1) * stride_,
                     FactorOf(dense_tops_[slot - 1], strength)};
  }
  // What the term has from one mark to another.
  std::span<const Bound> Of(uint32_t term, size_t mark, size_t end_mark) const {
    const uint32_t* const begin = begin_.data() + size_t{term} * mark_count_;
    return std::span(bounds_).subspan(begin[mark], begin[end_mark] - begin[mark]);
  }
  // Asks for what Of reads first, and then for what it returns, before they are needed.
  void PrefetchBegin(uint32_t term, size_t mark) const {
    PrefetchLine(begin_.data() + size_t{term} * mark_count_ + mark);
  }
  void PrefetchBounds(uint32_t term, size_t mark, size_t end_mark) const {
    constexpr size_t kLine = 64 / sizeof(Bound);
    const auto list = Of(term, mark, end_mark);
    for (size_t i = 0; i < list.size(); i += kLine) PrefetchLine(list.data() + i);
  }

  size_t term_count() const { return term_count_; }
  size_t most_terms() const { return most_terms_; }  // that a block has
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.term_count_);
    visit(self.mark_count_);
    visit(self.most_terms_);
    visit(self.begin_);
    visit(self.bounds_);
    visit(self.stride_);
    visit(self.dense_slots_);
    visit(self.dense_tops_);
    visit(self.dense_shares_);
  }
  // Whether lists are of blocks between `marks`, which is all that their use asks.
  bool IsSound(size_t term_count, std::span<const uint32_t> marks) const;

  size_t MemoryBytes() const;

 private:
  static constexpr uint32_t kTop = 255;  // a byte that is the largest share of its term
  static constexpr uint32_t kOriginStep = 64'000;
  static_assert(kOriginStep + kMaxRange <= 1U << 16 && kOriginStep % Kernels::kTile == 0);
  static uint32_t FactorOf(uint32_t top, uint32_t strength);
  void EndRange();
  void AddDense(uint32_t term);
  bool IsDenseSound(size_t block_count) const;

  std::vector<uint32_t> marks_;            // until Finish
  size_t mark_ = 0;                        // where the range that is being added begins
  std::vector<std::vector<Bound>> lists_;  // until Finish
  LargeVector<uint32_t> begins_;           // until Finish: by term and mark, in lists_
  uint32_t last_ = 0;                      // block that was added to
  size_t terms_ = 0;                       // of it
  size_t term_count_ = 0;
  size_t mark_count_ = 0;
  size_t most_terms_ = 0;
  Column<uint32_t> begin_;  // by term and mark, in bounds_
  Column<Bound> bounds_;
  size_t stride_ = 0;             // bytes of a term
  Column<uint32_t> dense_slots_;  // by term, counted from 1; 0 where it has a list
  Column<uint16_t> dense_tops_;   // by slot, the largest share
  Column<uint8_t> dense_shares_;  // by slot and block
};

}  // namespace overstap::match
