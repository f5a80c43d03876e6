#include "service/shared_work.h"

#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "gtest/gtest.h"

namespace overstap::service {
namespace {

TEST(SharedWorkTest, EachPieceOnce) {
  SharedWork shared;
  for (size_t pieces = 0; pieces < 300; ++pieces) {
    std::vector<std::atomic<int>> times(pieces);
    shared.Run(pieces, [&](size_t piece) { ++times[piece]; });
    for (const auto& done : times) ASSERT_EQ(done, 1);
  }
}

// The first piece here waits until the other thread has one.
TEST(SharedWorkTest, AnotherThreadHelps) {
  SharedWork shared;
  std::mutex mutex;
  std::set<std::thread::id> threads;
  std::atomic<int> begun = 0;
  shared.Run(2, [&](size_t) {
    {
      const std::lock_guard lock(mutex);
      threads.insert(std::this_thread::get_id());
    }
    ++begun;
    while (begun < 2) std::this_thread::yield();
  });
  EXPECT_EQ(threads.size(), 2u);
}

// One that does not come, since it helps somebody else, is not waited for.
TEST(SharedWorkTest, NobodyWaitsForAHelperThatIsBusy) {
  SharedWork shared;
  std::atomic<bool> helper_has_one = false;
  std::atomic<bool> other_ended = false;
  std::thread first([&] {
    std::atomic<int> begun = 0;
    shared.Run(2, [&](size_t) {
      if (++begun == 2) helper_has_one = true;
      while (begun < 2 || !other_ended) std::this_thread::yield();
    });
  });
  while (!helper_has_one) std::this_thread::yield();
  std::atomic<int> done = 0;
  shared.Run(50, [&](size_t) { ++done; });
  EXPECT_EQ(done, 50);
  other_ended = true;
  first.join();
}

}  // namespace
}  // namespace overstap::service
