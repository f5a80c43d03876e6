#include "tools/overstap/console_progress.h"

#include <unistd.h>

#include <iostream>
#include <string>

#include "base/strings.h"

namespace overstap::cli {
namespace {

constexpr auto kQuiet = std::chrono::seconds(2);
constexpr auto kBetweenDraws = std::chrono::milliseconds(100);
constexpr auto kBetweenLines = std::chrono::seconds(5);
constexpr int kBarWidth = 30;

std::string Describe(std::string_view activity, int64_t done, int64_t total) {
  if (total <= 0) return StrCat(activity, ": ", done);
  const auto filled = static_cast<size_t>(done * kBarWidth / total);
  return StrCat(activity, " [", std::string(filled, '#'), std::string(kBarWidth - filled, '.'),
                "] ", done, "/", total);
}

}  // namespace

ConsoleProgress::ConsoleProgress()
    : terminal_(isatty(STDERR_FILENO) == 1), next_(Clock::now() + kQuiet) {}

ConsoleProgress::~ConsoleProgress() {
  if (shown_ && terminal_) std::cerr << "\n";
}

void ConsoleProgress::Update(std::string_view activity, int64_t done, int64_t total) {
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  shown_ = true;
  if (terminal_) {
    next_ = now + kBetweenDraws;
    std::cerr << "\r" << Describe(activity, done, total) << "\033[K" << std::flush;
  } else {
    next_ = now + kBetweenLines;
    std::cerr << Describe(activity, done, total) << "\n";
  }
}

}  // namespace overstap::cli
