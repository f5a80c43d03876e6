#include "engine/plan/cover_begins.h"

#include <algorithm>

namespace overstap::plan {

void CoverBegins::Know(double horizon) {
  if (horizon <= horizon_ || horizon == kInfinity) return;
  horizon_ = horizon;
  begins_.clear();
  for (Item& item : items_) {
    if (!item.has_starts) continue;
    begins_.push_back(-kInfinity);
    item.first = static_cast<uint32_t>(begins_.size());
    double begin = 0;
    for (double years = 0; begin <= horizon_; years += repeats_after_) {
      for (const double start : item.starts) {
        begin = start + years - begin_;
        const bool comes_back = years == 0 || start > item.starts.back() - repeats_after_;
        if (comes_back && begin >= 0 && begin <= horizon_) begins_.push_back(begin);
      }
    }
    item.last = static_cast<uint32_t>(begins_.size()) - 1;
    begins_.push_back(kInfinity);
  }
}

void LatestReady::Clear(EndLimit limit) {
  items_.clear();
  latest_.assign(1, limit.LastEnd());
}

bool LatestReady::Push(uint32_t item, uint64_t before) {
  items_.push_back({item, before});
  return Extend();
}

void LatestReady::Pop() {
  const bool is_known = items_.size() <= kMost && size_t{1} << items_.size() == latest_.size();
  if (is_known) latest_.resize(latest_.size() / 2);
  items_.pop_back();
}

void LatestReady::SetLimit(EndLimit limit) {
  const std::vector<Item> items = items_;
  Clear(limit);
  for (const Item& item : items) Push(item.item, item.before);
}

// To the sets with the last item.
bool LatestReady::Extend() {
  const size_t half = latest_.size();
  if (items_.size() > kMost || latest_[0] == std::numeric_limits<double>::infinity()) return true;
  latest_.resize(2 * half, -std::numeric_limits<double>::infinity());
  for (uint64_t left = half; left < latest_.size(); ++left) {
    ForEachBit(left, [&](int bit) {
      const Item& first = items_[static_cast<size_t>(bit)];
      if ((first.before & left) != 0) return;
      const double then = latest_[left ^ uint64_t{1} << bit];
      latest_[left] = std::max(latest_[left], begins_.Last(first.item, then));
    });
  }
  return latest_.back() >= 0;
}

}  // namespace overstap::plan
