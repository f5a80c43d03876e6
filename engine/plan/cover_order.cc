#include "engine/plan/cover_order.h"

#include <algorithm>
#include <utility>

namespace overstap::plan {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr size_t kFew = 12;        // items, of which every set has a place in a table
constexpr size_t kMostLatest = 8;  // courses with starts that it is known of when to be ready for

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
CoverOrder<Mask>::CoverOrder(const CoverProblemOf<Mask>& problem) : problem_(problem) {
  for (uint32_t i = 0; i < problem.items.size(); ++i) {
    const CoverItemOf<Mask>& item = problem.items[i];
    all_.push_back({item.gives, item.needs, item.cost, 0, 0, i, !item.starts.empty()});
  }
}

template <class Mask>
OrderFound CoverOrder<Mask>::Search(std::span<const uint32_t> items, Needs needs, EndLimit limit,
                                    size_t max_work) {
  limit_ = limit;
  Unroll();
  Arrange(items, needs);
  is_any_enough_ = needs == Needs::kIgnored;
  most_work_ = work_ + max_work;
  best_ = {};
  order_.clear();
  next_.clear();
  ends_.Clear(items.size());
  Taken none;
  for (const Course& course : courses_) none.left += course.cost;
  if (limit_.Allows(none.left) && SetLatest()) Visit(none);
  return std::move(best_);
}

template <class Mask>
void CoverOrder<Mask>::Arrange(std::span<const uint32_t> items, Needs needs) {
  Mask needed = 0;
  Mask ignored = ~Mask(0);
  if (needs == Needs::kMet) {
    ignored = 0;
    for (const uint32_t item : items) needed |= all_[item].needs;
  }
  const auto place = [&](const Course& course) {
    if (course.has_starts) return 0;
    if ((course.gives & needed) == Mask(0) && IsWithin(course.needs, ignored)) return 2;
    return 1;
  };
  courses_.clear();
  size_t bound = 0;
  for (int at = 0; at < 3; ++at) {
    if (at == 2) bound = courses_.size();
    for (const uint32_t item : items) {
      if (place(all_[item]) == at) courses_.push_back(all_[item]);
    }
  }
  before_.assign(std::min(bound, kMostLatest), 0);
  if (needs == Needs::kIgnored) {
    for (Course& course : courses_) course.needs = 0;
  }
  SetBefore();
}

// A course comes before another one when it alone gives something that the other one needs.
template <class Mask>
void CoverOrder<Mask>::SetBefore() {
  for (size_t i = 0; i < before_.size(); ++i) {
    ForEachBit(courses_[i].needs, [&](int bit) {
      const Mask need = BitMask<Mask>(bit);
      size_t givers = 0;
      size_t giver = 0;
      for (size_t j = 0; j < courses_.size(); ++j) {
        if (j == i || !IsWithin(need, courses_[j].gives)) continue;
        ++givers;
        giver = j;
      }
      if (givers == 1 && giver < before_.size()) before_[i] |= uint64_t{1} << giver;
    });
  }
}

// Finds the begins up to the limit: the starts, then those that come back as BeginOf says.
template <class Mask>
void CoverOrder<Mask>::Unroll() {
  if (limit_.end <= horizon_ || limit_.end == kInfinity) return;
  horizon_ = limit_.end;
  begins_.clear();
  for (Course& course : all_) {
    const std::span<const double> starts = problem_.items[course.item].starts;
    course.first_begin = static_cast<uint32_t>(begins_.size());
    double begin = starts.empty() ? kInfinity : 0;
    for (double years = 0; begin <= horizon_; years += problem_.repeats_after) {
      for (const double start : starts) {
        begin = start + years - problem_.begin;
        const bool comes_back = years == 0 || start > starts.back() - problem_.repeats_after;
        if (comes_back && begin >= 0 && begin <= horizon_) begins_.push_back(begin);
      }
    }
    course.last_begin = static_cast<uint32_t>(begins_.size());
  }
}

// BeginOf, as a cost; infinite beyond the limit.
template <class Mask>
double CoverOrder<Mask>::BeginOfCourse(const Course& course, double ready) const {
  if (!course.has_starts) return ready;
  if (limit_.end > horizon_) {
    return BeginOf(problem_.items[course.item].starts, problem_.begin + ready,
                   problem_.repeats_after) -
           problem_.begin;
  }
  for (uint32_t i = course.first_begin; i < course.last_begin; ++i) {
    if (begins_[i] >= ready) return begins_[i];
  }
  return kInfinity;
}

// The last one for an end; minus infinity when there is none.
template <class Mask>
double CoverOrder<Mask>::LatestBegin(const Course& course, double end) const {
  if (!course.has_starts) return end - course.cost;
  for (uint32_t i = course.last_begin; i-- > course.first_begin;) {
    if (begins_[i] + course.cost <= end) return begins_[i];
  }
  return -kInfinity;
}

// False: nobody is ready soon enough.
template <class Mask>
bool CoverOrder<Mask>::SetLatest() {
  latest_.clear();
  if (limit_.end == kInfinity) return true;
  latest_.resize(size_t{1} << before_.size(), -kInfinity);
  latest_[0] = limit_.or_equal ? limit_.end + EndLimit::kTiny : limit_.end - EndLimit::kTiny;
  for (uint64_t left = 1; left < latest_.size(); ++left) {
    ForEachBit(left, [&](int bit) {
      const auto first = static_cast<size_t>(bit);
      if ((before_[first] & left) != 0) return;
      const double then = latest_[left ^ uint64_t{1} << first];
      latest_[left] = std::max(latest_[left], LatestBegin(courses_[first], then));
    });
    if (latest_[left] < 0) return false;
  }
  return true;
}

template <class Mask>
bool CoverOrder<Mask>::IsTooLate(const Taken& taken) const {
  if (!limit_.Allows(taken.end + taken.left)) return true;
  return !latest_.empty() && taken.end > latest_[~IndexOf(taken.courses) & (latest_.size() - 1)];
}

template <class Mask>
void CoverOrder<Mask>::Visit(const Taken& taken) {
  if (order_.size() == courses_.size()) {
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
    const double begin = BeginOfCourse(course, taken.end);
    if (!limit_.Allows(begin + course.cost)) return false;
    if (!IsWithin(course.needs, taken.have)) continue;
    const Next next = {begin, begin + course.cost, position};
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
