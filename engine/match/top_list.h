// The best of what is offered, in any order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "engine/match/oracle.h"

namespace overstap::match {

// The order of every list of results: best first, equal scores in order of index.
inline bool Better(const Ranked& a, const Ranked& b) {
  return a.score != b.score ? a.score > b.score : a.index < b.index;
}

class TopList {
 public:
  // `limit` is at least 1. What scores less than `least` does not come in.
  explicit TopList(size_t limit, double least = 0) : limit_(limit), least_(least) {}

  void Offer(const Ranked& ranked) {
    if (ranked.score < least_) return;
    if (heap_.size() == limit_) {
      if (!Better(ranked, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), Better);
      heap_.back() = ranked;
    } else {
      heap_.push_back(ranked);
    }
    std::push_heap(heap_.begin(), heap_.end(), Better);
  }

  // What scores less than this cannot come in any more.
  double Threshold() const { return heap_.size() == limit_ ? heap_.front().score : least_; }

  std::vector<Ranked> Finish() {
    std::sort_heap(heap_.begin(), heap_.end(), Better);
    return std::move(heap_);
  }

 private:
  size_t limit_;
  double least_;
  std::vector<Ranked> heap_;  // the worst in front
};

}  // namespace overstap::match
