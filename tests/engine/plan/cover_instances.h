// Cover problems made at random, the same for the same seed.
#pragma once

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

#include "engine/plan/cover.h"

namespace overstap::plan {

class CoverInstances {
 public:
  explicit CoverInstances(uint32_t seed) : random_(seed) {}

  int Number(int low, int high) {
    return low + static_cast<int>(random_() % static_cast<uint32_t>(high - low + 1));
  }
  bool Chance(int percent) { return Number(1, 100) <= percent; }

  // Whole costs, so that sums are exact in any order.
  CoverProblem Next(int bits, int items, bool with_budget) {
    CoverProblem problem;
    for (int bit = 0; bit < bits; ++bit) {
      if (Chance(75)) problem.goal |= uint64_t{1} << bit;
    }
    for (int i = 0; i < items; ++i) {
      CoverItem item;
      for (int k = Number(1, 3); k > 0; --k) item.gives |= uint64_t{1} << Number(0, bits - 1);
      if (Chance(25)) item.needs = (uint64_t{1} << Number(0, bits - 1)) & ~item.gives;
      item.cost = Number(0, 12);
      item.budget = Number(0, 9);
      problem.items.push_back(item);
    }
    if (with_budget) problem.budget = Number(0, 25);
    return problem;
  }

  // Start days for some of the items; they live as long as this.
  void AddStarts(CoverProblem* problem) {
    problem->repeats_after = 20;
    for (CoverItem& item : problem->items) {
      if (Chance(40)) continue;
      std::vector<double>& starts = starts_.emplace_back();
      for (int k = Number(1, 3); k > 0; --k) starts.push_back(Number(-10, 30));
      std::sort(starts.begin(), starts.end());
      item.starts = starts;
    }
  }

  // `goals` bits that one item each makes sure of, and `items` that give one to four of them.
  template <class Mask>
  CoverProblemOf<Mask> Large(int goals, int items, int needs_percent = 0) {
    CoverProblemOf<Mask> problem;
    for (int i = 0; i < items + goals; ++i) {
      CoverItemOf<Mask> item;
      const int count = i < items ? Number(1, 4) : 1;
      for (int k = 0; k < count; ++k) {
        item.gives |= BitMask<Mask>(i < items ? Number(0, goals - 1) : i - items);
      }
      if (i < items && Chance(needs_percent)) {
        item.needs = BitMask<Mask>(Number(0, goals - 1)) & ~item.gives;
      }
      item.cost = i < items ? Number(1, 12) * CountBits(item.gives) : 20;
      item.budget = Number(0, 30) * 50;
      problem.goal |= item.gives;
      problem.items.push_back(item);
    }
    return problem;
  }

 private:
  std::mt19937 random_;
  std::deque<std::vector<double>> starts_;
};

}  // namespace overstap::plan
