#include "service/call_guard.h"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "service/serial_worker.h"

namespace overstap::service {
namespace {

using std::chrono::hours;
using std::chrono::system_clock;

TEST(CallGuardTest, IsOkWhileSomebodyWaits) {
  bool cancelled = false;
  const CallGuard guard(system_clock::now() + hours(1), [&cancelled] { return cancelled; });
  EXPECT_TRUE(guard.Check().ok());
  cancelled = true;
  EXPECT_EQ(guard.Check().code(), absl::StatusCode::kCancelled);
}

TEST(CallGuardTest, ADeadlineThatPassedComesFirst) {
  const CallGuard guard(system_clock::now() - hours(1), [] { return true; });
  EXPECT_EQ(guard.Check().code(), absl::StatusCode::kDeadlineExceeded);
}

TEST(CallGuardTest, NoDeadlineNeverPasses) {
  const CallGuard guard(CallGuard::TimePoint::max(), [] { return false; });
  EXPECT_TRUE(guard.Check().ok());
}

TEST(SerialWorkerTest, RunsEverythingInOrderBeforeItEnds) {
  std::vector<int> ran;
  {
    SerialWorker worker;
    for (int i = 0; i < 1000; ++i) worker.Post([&ran, i] { ran.push_back(i); });
  }
  ASSERT_EQ(ran.size(), 1000U);
  for (size_t i = 0; i < ran.size(); ++i) ASSERT_EQ(ran[i], static_cast<int>(i));
}

TEST(SerialWorkerTest, ATaskMayPostATask) {
  std::atomic<int> ran = 0;
  {
    SerialWorker worker;
    worker.Post([&] {
      ++ran;
      worker.Post([&] { ++ran; });
    });
  }
  EXPECT_EQ(ran, 2);
}

TEST(SerialWorkerTest, InTheBackgroundATaskBeginsWhenNothingIsUrgent) {
  int looks = 0;
  int looks_before = 0;
  {
    SerialWorker worker([&looks] { return ++looks < 3; });
    worker.Post([&] { looks_before = looks; });
  }
  EXPECT_EQ(looks_before, 3);
}

}  // namespace
}  // namespace overstap::service
