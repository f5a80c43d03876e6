// Progress on stderr: a bar on a terminal, a line now and then elsewhere.
#pragma once

#include <chrono>
#include <string_view>

#include "base/progress.h"

namespace overstap::cli {

// Silent for the first two seconds. Ends its line when it goes out of scope. Not thread-safe.
class ConsoleProgress final : public Progress {
 public:
  ConsoleProgress();
  ~ConsoleProgress() override;

  void Update(std::string_view activity, int64_t done, int64_t total) override;

 private:
  using Clock = std::chrono::steady_clock;

  bool terminal_;
  bool shown_ = false;
  Clock::time_point next_;
};

}  // namespace overstap::cli
