// Random choices that are the same on every platform.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace overstap::generate {

// std::mt19937_64 and std::seed_seq are defined bit by bit by the standard; the distributions of
// the standard library are not, so these are own ones, in whole numbers. Not thread-safe.
class Random {
 public:
  // A stream of its own for each record: record 7 stays the same when more records are asked for.
  Random(uint64_t seed, std::string_view kind, uint64_t index);

  // 0..bound-1, each equally likely; `bound` is more than 0.
  uint64_t Below(uint64_t bound);
  // low..high, both included.
  int Between(int low, int high);
  // True in `percent` of 100 cases.
  bool Percent(int percent) { return Below(100) < static_cast<uint64_t>(percent); }
  // Index of a weight, in proportion to it; at least one weight is more than 0, none is negative.
  size_t Weighted(std::span<const int> weights);

  // `items` is not empty.
  template <class Items>
  const auto& Pick(const Items& items) {
    return items[Below(std::size(items))];
  }

  template <class Item>
  void Shuffle(std::vector<Item>* items) {
    for (size_t left = items->size(); left > 1; --left) {
      std::swap((*items)[left - 1], (*items)[Below(left)]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace overstap::generate
