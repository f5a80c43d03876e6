#include "engine/match/block_bounds.h"

#include <algorithm>
#include <cmath>

namespace overstap::match {

uint32_t BlockBounds::RoundedUp(double share) {
  // More than what rounding in sums of doubles can amount to.
  constexpr double kSlack = 1 + 1e-9;
  return static_cast<uint32_t>(std::min(std::ceil(share * kOne * kSlack), kOne + 1.0));
}

void BlockBounds::Finish(std::span<const uint32_t> marks) {
  mark_count_ = marks.size();
  begin_.reserve(lists_.size() * mark_count_);
  size_t count = 0;
  for (const auto& list : lists_) count += list.size();
  bounds_.reserve(count);
  for (auto& list : lists_) {
    size_t at = 0;
    for (const uint32_t mark : marks) {
      while (at < list.size() && list[at].block < mark) ++at;
      begin_.push_back(static_cast<uint32_t>(bounds_.size() + at));
    }
    bounds_.insert(bounds_.end(), list.begin(), list.end());
    std::vector<Bound>().swap(list);
  }
}

size_t BlockBounds::MemoryBytes() const {
  return begin_.size() * sizeof(begin_[0]) + bounds_.size() * sizeof(Bound) +
         lists_.size() * sizeof(lists_[0]);
}

}  // namespace overstap::match
