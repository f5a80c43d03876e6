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

void BlockBounds::Finish(std::span<const uint32_t> marks) {
  mark_count_ = marks.size();
  LargeVector<uint32_t> begins;
  begins.reserve(lists_.size() * mark_count_);
  size_t count = 0;
  for (const auto& list : lists_) count += list.size();
  LargeVector<Bound> bounds;
  bounds.reserve(count);
  for (auto& list : lists_) {
    size_t at = 0;
    for (const uint32_t mark : marks) {
      while (at < list.size() && list[at].block < mark) ++at;
      begins.push_back(static_cast<uint32_t>(bounds.size() + at));
    }
    bounds.insert(bounds.end(), list.begin(), list.end());
    std::vector<Bound>().swap(list);
  }
  lists_ = {};
  begin_ = Column<uint32_t>(std::move(begins));
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
      if (bounds_[at].block < marks[mark - 1] || bounds_[at].block >= marks[mark]) return false;
    }
  }
  return at == bounds_.size();
}

size_t BlockBounds::MemoryBytes() const { return begin_.bytes() + bounds_.bytes(); }

}  // namespace overstap::match
