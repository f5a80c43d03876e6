// Processor time of one piece of work, and a table of many.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace overstap::bench {

// Of this thread; what other programs do meanwhile does not count.
double CpuMicroseconds(const std::function<void()>& work);

// The least of `rounds` times, without what it takes to take the time.
double LeastMicroseconds(const std::function<void()>& work, int rounds);

// The head of a Markdown table, whose rows PrintRow prints. `unit` names one piece of work.
void PrintHead(std::string_view unit);
// Median, 99th percentile and mean in microseconds; `times` is not empty.
void PrintRow(std::string_view name, std::vector<double> times);

}  // namespace overstap::bench
