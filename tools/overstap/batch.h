// Many questions from a file, an answer a line.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace overstap::cli {

// How long the engine took for each question.
class Latencies {
 public:
  // Runs `ask` and notes how long it took.
  template <class Ask>
  auto Time(Ask ask) {
    const auto begin = std::chrono::steady_clock::now();
    auto answer = ask();
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - begin;
    microseconds_.push_back(spent.count());
    return answer;
  }

  // "latency_us n=1000 p50=… p90=… p99=… mean=…"
  std::string Summary() const;

 private:
  std::vector<double> microseconds_;
};

// Calls `answer` with every line that is not empty and not a comment, and prints what it gives, a
// line each. A line that is refused is reported on stderr with file and line, and the rest goes on;
// kInvalidArgument when every line was refused. `path` "-" reads standard input.
absl::Status AnswerLines(
    const std::string& path,
    const std::function<absl::StatusOr<std::string>(std::string_view)>& answer);

}  // namespace overstap::cli
