#include "engine/plan/cover_order.h"

#include <algorithm>

namespace overstap::plan {

template <class Mask>
OrderFound CoverOrder<Mask>::Search(std::span<const uint32_t> items, Needs needs, EndLimit limit,
                                    size_t max_work) {
  items_ = items;
  needs_ = needs;
  limit_ = limit;
  most_work_ = work_ + max_work;
  best_ = {};
  order_.clear();
  next_.clear();
  ends_.clear();
  Taken none;
  for (const uint32_t item : items) none.left += problem_.items[item].cost;
  Visit(none);
  return std::move(best_);
}

template <class Mask>
void CoverOrder<Mask>::Visit(const Taken& taken) {
  if (order_.size() == items_.size()) {
    best_.end = taken.end;
    best_.items = order_;
    limit_ = {taken.end, false};
    return;
  }
  if (work_ == most_work_) {
    best_.is_proven = false;
    return;
  }
  ++work_;
  const size_t first = next_.size();
  if (AddNext(taken)) {
    for (size_t i = first; i < next_.size() && !IsEnough(); ++i) {
      const Next next = next_[i];
      const CoverItemOf<Mask>& item = problem_.items[items_[next.position]];
      const Taken with_it = {taken.items | BitMask<Mask>(static_cast<int>(next.position)),
                             taken.have | item.gives, next.end, taken.left - item.cost};
      if (!limit_.Allows(with_it.end + with_it.left) || !IsNew(with_it)) continue;
      order_.push_back(items_[next.position]);
      Visit(with_it);
      order_.pop_back();
    }
  }
  next_.resize(first);
}

// False: the set was had as early before.
template <class Mask>
bool CoverOrder<Mask>::IsNew(const Taken& taken) {
  const auto [found, is_new] = ends_.try_emplace(taken.items, taken.end);
  if (!is_new && found->second <= taken.end) return false;
  found->second = taken.end;
  return true;
}

// Adds what may come next, the first to begin first. False: some item would end too late.
template <class Mask>
bool CoverOrder<Mask>::AddNext(const Taken& taken) {
  const size_t first = next_.size();
  Next soonest = {limit_.end, limit_.end, 0};  // to end
  for (uint32_t position = 0; position < items_.size(); ++position) {
    if (IsWithin(BitMask<Mask>(static_cast<int>(position)), taken.items)) continue;
    const CoverItemOf<Mask>& item = problem_.items[items_[position]];
    const double end = EndOf(problem_, item, taken.end);
    if (!limit_.Allows(end)) return false;
    if (!CanBegin(item, taken.have)) continue;
    const Next next = {end - item.cost, end, position};
    if (next.end < soonest.end) soonest = next;
    next_.push_back(next);
  }
  const auto waits = [&soonest](const Next& next) {
    return next.begin >= soonest.end && next.begin > soonest.begin;
  };
  const auto begin = next_.begin() + static_cast<std::ptrdiff_t>(first);
  next_.erase(std::remove_if(begin, next_.end(), waits), next_.end());
  std::sort(begin, next_.end(), [](const Next& a, const Next& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.position < b.position;
  });
  return true;
}

template class CoverOrder<uint64_t>;
template class CoverOrder<WideMask>;

}  // namespace overstap::plan
