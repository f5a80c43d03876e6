#include "engine/match/block_bounds.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overstap::match {

uint32_t BlockBounds::RoundedUp(double share) {
  // More than what rounding in sums of doubles can amount to.
  constexpr double kSlack = 1 + 1e-9;
  return static_cast<uint32_t>(std::min(std::ceil(share * kOne * kSlack), kOne + 1.0));
}

// The product with kTop is the largest share times the strength, in units of sums.
uint32_t BlockBounds::FactorOf(uint32_t top, uint32_t strength) {
  constexpr uint32_t kDivisor = kStep / 256 * kTop;
  return (top * strength + kDivisor - 1) / kDivisor;
}

BlockBounds::BlockBounds(size_t term_count, std::span<const uint32_t> marks)
    : marks_(marks.begin(), marks.end()),
      lists_(term_count),
      begins_(term_count * marks.size()),
      term_count_(term_count),
      mark_count_(marks.size()) {}

void BlockBounds::EndRange() {
  ++mark_;
  for (size_t term = 0; term < term_count_; ++term) {
    begins_[term * mark_count_ + mark_] = static_cast<uint32_t>(lists_[term].size());
  }
}

void BlockBounds::AddDense(uint32_t term) {
  std::vector<Bound>& list = lists_[term];
  uint32_t* const begins = begins_.data() + size_t{term} * mark_count_;
  uint32_t top = 0;
  for (const Bound bound : list) top = std::max(top, ShareOf(bound));
  dense_tops_.Add(static_cast<uint16_t>(top));
  dense_slots_.Edit([&](auto& slots) { slots[term] = static_cast<uint32_t>(dense_tops_.size()); });
  dense_shares_.Edit([&](auto& shares) {
    const size_t first = shares.size();
    shares.resize(first + stride_);
    for (size_t mark = 0; mark + 1 < mark_count_; ++mark) {
      const size_t origin = first + OriginOf(marks_[mark]);
      for (uint32_t i = begins[mark]; i < begins[mark + 1]; ++i) {
        const uint32_t share = (ShareOf(list[i]) * kTop + top - 1) / top;
        shares[origin + BlockOf(list[i])] = static_cast<uint8_t>(share);
      }
    }
  });
  std::fill_n(begins, mark_count_, 0);
  std::vector<Bound>().swap(list);
}

void BlockBounds::Finish() {
  while (mark_ + 1 < mark_count_) EndRange();
  const size_t blocks = marks_.back();
  stride_ = (blocks + Kernels::kTile - 1) / Kernels::kTile * Kernels::kTile;
  dense_slots_ = Column<uint32_t>(LargeVector<uint32_t>(term_count_));
  for (uint32_t term = 0; term < term_count_; ++term) {
    if (!lists_[term].empty() && lists_[term].size() * kDense >= blocks) AddDense(term);
  }
  size_t count = 0;
  for (const auto& list : lists_) count += list.size();
  LargeVector<Bound> bounds;
  bounds.reserve(count);
  for (size_t term = 0; term < term_count_; ++term) {
    uint32_t* const begins = begins_.data() + term * mark_count_;
    for (size_t mark = 0; mark < mark_count_; ++mark) {
      begins[mark] += static_cast<uint32_t>(bounds.size());
    }
    bounds.insert(bounds.end(), lists_[term].begin(), lists_[term].end());
    std::vector<Bound>().swap(lists_[term]);
  }
  lists_ = {};
  marks_ = {};
  begin_ = Column<uint32_t>(std::exchange(begins_, {}));
  bounds_ = Column<Bound>(std::move(bounds));
}

bool BlockBounds::IsSound(size_t term_count, std::span<const uint32_t> marks) const {
  if (term_count_ != term_count || mark_count_ != marks.size() || marks.empty()) return false;
  if (begin_.size() != term_count * mark_count_) return false;
  uint32_t at = 0;
  for (size_t i = 0; i < begin_.size(); ++i) {
    const size_t mark = i % mark_count_;
    if (begin_[i] < at || begin_[i] > bounds_.size() || (mark == 0 && begin_[i] != at))
      return false;
    for (; at < begin_[i]; ++at) {
      const uint32_t block = OriginOf(marks[mark - 1]) + BlockOf(bounds_[at]);
      if (block < marks[mark - 1] || block >= marks[mark]) return false;
    }
  }
  return at == bounds_.size() && IsDenseSound(marks.back());
}

bool BlockBounds::IsDenseSound(size_t block_count) const {
  if (stride_ < block_count || stride_ % Kernels::kTile != 0) return false;
  if (dense_slots_.size() != term_count_) return false;
  for (const uint32_t slot : dense_slots_) {
    if (slot > dense_tops_.size()) return false;
  }
  // No overflow: there are as many bytes as a multiple of them says.
  return dense_tops_.empty() ? dense_shares_.empty()
                             : dense_shares_.size() / dense_tops_.size() == stride_ &&
                                   dense_shares_.size() % dense_tops_.size() == 0;
}

size_t BlockBounds::MemoryBytes() const {
  return begin_.bytes() + bounds_.bytes() + dense_slots_.bytes() + dense_tops_.bytes() +
         dense_shares_.bytes();
}

}  // namespace overstap::match
