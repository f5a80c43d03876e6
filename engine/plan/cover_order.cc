#include "engine/plan/cover_order.h"

#include <algorithm>
#include <utility>

namespace overstap::plan {
namespace {

constexpr size_t kFew = 12;  // items, of which every set has a place in a table

uint64_t IndexOf(uint64_t set) { return set; }
uint64_t IndexOf(const WideMask& set) { return set.words()[0]; }

}  // namespace

template <class Mask>
void EarliestEnds<Mask>::Clear(size_t items) {
  is_few_ = items <= kFew;
  of_many_.clear();
  ++round_;
  if (is_few_ && of_few_.size() < size_t{1} << items) of_few_.resize(size_t{1} << items, {0, 0});
}

template <class Mask>
bool EarliestEnds<Mask>::Add(const Mask& set, double end) {
  if (!is_few_) {
    const auto [found, is_new] = of_many_.try_emplace(set, end);
    if (!is_new && found->second <= end) return false;
    found->second = end;
    return true;
  }
  End& known = of_few_[IndexOf(set)];
  if (known.round == round_ && known.end <= end) return false;
  known = {end, round_};
  return true;
}

template <class Mask>
CoverOrder<Mask>::CoverOrder(const CoverProblemOf<Mask>& problem)
    : problem_(problem), begins_(problem), of_starts_(begins_), of_needs_(begins_) {
  of_starts_.Clear({});
}

template <class Mask>
bool CoverOrder<Mask>::Push(uint32_t item) {
  items_.push_back(item);
  return !begins_.HasStarts(item) || of_starts_.Push(item);
}

template <class Mask>
void CoverOrder<Mask>::Pop() {
  if (begins_.HasStarts(items_.back())) of_starts_.Pop();
  items_.pop_back();
}

template <class Mask>
void CoverOrder<Mask>::SetLimit(EndLimit limit) {
  begins_.Know(limit.end);
  of_starts_.SetLimit(limit);
}

template <class Mask>
OrderFound CoverOrder<Mask>::Find(EndLimit limit, size_t max_work) {
  return Search(Needs::kMet, limit, max_work);
}

template <class Mask>
bool CoverOrder<Mask>::MayEnd(EndLimit limit, size_t max_work) {
  const OrderFound found = Search(Needs::kIgnored, limit, max_work);
  return !found.items.empty() || !found.is_proven;
}

template <class Mask>
OrderFound CoverOrder<Mask>::Search(Needs needs, EndLimit limit, size_t max_work) {
  needs_ = needs;
  SetEnd(limit);
  most_work_ = work_ + max_work;
  best_ = {};
  order_.clear();
  next_.clear();
  ends_.Clear(items_.size());
  Arrange(needs);
  Taken none;
  for (const Course& course : courses_) none.left += course.cost;
  if (!IsTooLate(none)) Visit(none);
  return std::move(best_);
}

// The courses of the call, and which of them there is a latest time to be ready for.
template <class Mask>
void CoverOrder<Mask>::Arrange(Needs needs) {
  Mask needed = 0;
  for (const uint32_t item : items_) needed |= problem_.items[item].needs;
  const bool is_ignored = needs == Needs::kIgnored || needed == Mask(0);
  const auto kind = [&](uint32_t item) {
    if (begins_.HasStarts(item)) return 0;
    const CoverItemOf<Mask>& of = problem_.items[item];
    const bool has_to_do = !((of.gives & needed) == Mask(0)) || !(of.needs == Mask(0));
    return has_to_do && !is_ignored ? 1 : 2;
  };
  courses_.clear();
  size_t constrained = 0;
  for (const int next : {0, 1, 2}) {
    for (const uint32_t item : items_) {
      if (kind(item) != next) continue;
      const CoverItemOf<Mask>& of = problem_.items[item];
      courses_.push_back({item, of.gives, is_ignored ? Mask(0) : of.needs, of.cost});
    }
    if (next < 2) constrained = courses_.size();
  }
  latest_ = is_ignored ? &of_starts_ : &of_needs_;
  if (is_ignored) return;
  of_needs_.Clear(limit_);
  for (size_t i = 0; i < std::min(constrained, LatestReady::kMost); ++i) {
    of_needs_.Push(courses_[i].item, Before(i));
  }
}

// Courses that alone give something that the course needs.
template <class Mask>
uint64_t CoverOrder<Mask>::Before(size_t position) const {
  uint64_t before = 0;
  ForEachBit(courses_[position].needs, [&](int bit) {
    const Mask need = BitMask<Mask>(bit);
    size_t givers = 0;
    size_t giver = 0;
    for (size_t i = 0; i < courses_.size(); ++i) {
      if (i == position || !IsWithin(need, courses_[i].gives)) continue;
      ++givers;
      giver = i;
    }
    if (givers == 1 && giver < LatestReady::kMost) before |= uint64_t{1} << giver;
  });
  return before;
}

template <class Mask>
bool CoverOrder<Mask>::IsTooLate(const Taken& taken) const {
  return taken.end + taken.left > last_end_ || taken.end > latest_->Of(~IndexOf(taken.courses));
}

template <class Mask>
void CoverOrder<Mask>::Visit(const Taken& taken) {
  if (order_.size() == courses_.size()) {
    best_.end = taken.end;
    best_.items = order_;
    SetEnd({taken.end, false});
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
      const Course& course = courses_[next.position];
      const Taken with_it = {taken.courses | BitMask<Mask>(static_cast<int>(next.position)),
                             taken.have | course.gives, next.end, taken.left - course.cost};
      if (IsTooLate(with_it) || !ends_.Add(with_it.courses, with_it.end)) continue;
      order_.push_back(course.item);
      Visit(with_it);
      order_.pop_back();
    }
  }
  next_.resize(first);
}

// Adds what may come next, the first to begin first. False: some course would end too late.
template <class Mask>
bool CoverOrder<Mask>::AddNext(const Taken& taken) {
  const size_t first = next_.size();
  Next soonest = {limit_.end, limit_.end, 0};  // to end
  for (uint32_t position = 0; position < courses_.size(); ++position) {
    if (IsWithin(BitMask<Mask>(static_cast<int>(position)), taken.courses)) continue;
    const Course& course = courses_[position];
    const double begin = begins_.Next(course.item, taken.end, limit_.end);
    const double end = begin + course.cost;
    if (end > last_end_) return false;
    if (!IsWithin(course.needs, taken.have)) continue;
    if (end < soonest.end) soonest = {begin, end, position};
    next_.push_back({begin, end, position});
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
