#include "tools/bench/timing.h"

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <limits>
#include <numeric>
#include <string>

namespace overstap::bench {
namespace {

double ThreadMicroseconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

}  // namespace

double CpuMicroseconds(const std::function<void()>& work) {
  const double start = ThreadMicroseconds();
  work();
  return ThreadMicroseconds() - start;
}

double LeastMicroseconds(const std::function<void()>& work, int rounds) {
  static const double kNothing = [] {
    double least = 1e9;
    for (int i = 0; i < 200; ++i) least = std::min(least, CpuMicroseconds([] {}));
    return least;
  }();
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < rounds; ++i) least = std::min(least, CpuMicroseconds(work) - kNothing);
  return least;
}

void PrintHead(std::string_view unit) {
  std::printf("| processor µs a %-10s |      p50 |      p99 |     mean |\n|---|---|---|---|\n",
              std::string(unit).c_str());
}

void PrintRow(std::string_view name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<size_t>(share * static_cast<double>(times.size() - 1))];
  };
  const double sum = std::accumulate(times.begin(), times.end(), 0.0);
  std::printf("| %-25s | %8.0f | %8.0f | %8.0f |\n", std::string(name).c_str(), at(0.5), at(0.99),
              sum / static_cast<double>(times.size()));
}

}  // namespace overstap::bench
