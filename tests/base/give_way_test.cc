#include "base/give_way.h"

#include <gtest/gtest.h>

#include <thread>

namespace overstap {
namespace {

using Duration = GiveWayScope::Duration;
using std::chrono::milliseconds;

// Work in the background whose time passes only while it sleeps, or where the test says so.
class GiveWayTest : public testing::Test {
 protected:
  // How long GiveWay waits.
  Duration Waited() {
    const GiveWayScope::Time before = now_;
    GiveWay();
    return now_ - before;
  }
  GiveWayScope::Watch Watch() {
    return {[this] { return now_; }, [this](Duration time) { now_ += time; }};
  }
  std::function<bool()> UrgentUntil(Duration end) {
    return [this, end = now_ + end] { return now_ < end; };
  }

  GiveWayScope::Time now_;
};

TEST_F(GiveWayTest, WaitsForNothingWithoutAScope) {
  {
    const GiveWayScope scope([] { return true; }, Watch());
  }
  EXPECT_EQ(Waited(), Duration());
}

TEST_F(GiveWayTest, WaitsForNothingWhenNothingIsUrgent) {
  const GiveWayScope scope([] { return false; }, Watch());
  EXPECT_EQ(Waited(), Duration());
}

TEST_F(GiveWayTest, WaitsUntilNothingIsUrgentAnyMore) {
  const GiveWayScope scope(UrgentUntil(milliseconds(7)), Watch());
  EXPECT_EQ(Waited(), milliseconds(7));
  EXPECT_EQ(Waited(), Duration());
}

TEST_F(GiveWayTest, WhatIsUrgentWithoutEndSlowsItDownAndDoesNotStopIt) {
  const GiveWayScope scope([] { return true; }, Watch());
  Duration worked{};
  const GiveWayScope::Time begin = now_;
  for (int i = 0; i < 1'000; ++i) {
    Waited();
    now_ += milliseconds(1);
    worked += milliseconds(1);
  }
  EXPECT_EQ((now_ - begin) / worked, 5);
}

TEST_F(GiveWayTest, WaitsAnewWhenItWorkedLongEnough) {
  const GiveWayScope scope([] { return true; }, Watch());
  EXPECT_EQ(Waited(), GiveWayScope::kMostWait);
  now_ += GiveWayScope::kLeastWork - milliseconds(1);
  EXPECT_EQ(Waited(), Duration());
  now_ += milliseconds(1);
  EXPECT_EQ(Waited(), GiveWayScope::kMostWait);
}

TEST_F(GiveWayTest, OfScopesInEachOtherTheInnerOneCounts) {
  const GiveWayScope outer([] { return true; }, Watch());
  {
    const GiveWayScope inner(UrgentUntil(milliseconds(3)), Watch());
    EXPECT_EQ(Waited(), milliseconds(3));
  }
  EXPECT_EQ(Waited(), GiveWayScope::kMostWait);
}

TEST_F(GiveWayTest, AScopeIsOfItsThreadOnly) {
  const GiveWayScope scope([] { return true; }, Watch());
  std::thread([this] { EXPECT_EQ(Waited(), Duration()); }).join();
}

TEST_F(GiveWayTest, WithoutAWatchOfATestItLooksAgainUntilNothingIsUrgent) {
  int looks = 0;
  const GiveWayScope scope([&looks] { return ++looks < 3; });
  GiveWay();
  EXPECT_EQ(looks, 3);
}

}  // namespace
}  // namespace overstap
