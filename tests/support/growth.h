// How the time of something grows with what it is given.
#pragma once

#include <algorithm>
#include <ctime>
#include <limits>

namespace overstap {

// Processor time of `work(16 * size)` over that of `work(size)`, of each the least of three times:
// about 16 when the time grows with the size, up to 40 where the larger one leaves the cache, and
// 256 when it grows with the square of the size.
template <class Work>
double GrowthOverSixteen(const Work& work, int size) {
  const auto least = [&work](int of) {
    double clocks = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 3; ++round) {
      const std::clock_t begin = std::clock();
      work(of);
      clocks = std::min(clocks, static_cast<double>(std::clock() - begin));
    }
    return std::max(clocks, 1.0);
  };
  return least(16 * size) / least(size);
}

}  // namespace overstap
