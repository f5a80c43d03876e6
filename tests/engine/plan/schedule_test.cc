#include "engine/plan/schedule.h"

#include <gtest/gtest.h>

namespace overstap::plan {
namespace {

constexpr absl::CivilDay kStart(2026, 11, 21);

double Number(absl::CivilDay day) { return static_cast<double>(day - absl::CivilDay(1970, 1, 1)); }

TEST(ScheduleTest, OneAfterTheOtherOnTheDaysThereAre) {
  const std::vector<double> starts = {Number(kStart + 30), Number(kStart + 60)};
  const std::vector<CourseToPlan> courses = {{starts, 1}, {{}, 0.5}, {starts, 2}};
  const std::vector<CourseDays> days = Schedule(courses, kStart);
  ASSERT_EQ(days.size(), 3u);
  EXPECT_EQ(days[0].begin, kStart + 30);
  EXPECT_EQ(days[0].waiting_days, 30);
  EXPECT_EQ(days[1].begin, kStart + 37);
  EXPECT_EQ(days[1].basis, StartBasis::kAnyDay);
  EXPECT_EQ(days[1].end, kStart + 41);  // half a week is four days
  EXPECT_EQ(days[2].begin, kStart + 60);
  EXPECT_EQ(days[2].basis, StartBasis::kListed);
}

TEST(ScheduleTest, TheOrderThatEndsFirst) {
  const std::vector<double> late = {Number(kStart + 70)};
  const std::vector<double> early = {Number(kStart + 7)};
  const std::vector<CourseToPlan> courses = {{late, 4}, {early, 4}, {{}, 1}};
  const auto always = [](size_t, uint32_t) { return true; };
  EXPECT_EQ(EarliestOrder(courses, kStart, always), (std::vector<size_t>{2, 1, 0}));
  // The second needs the first: after that its day comes back a year later.
  const auto in_turn = [](size_t i, uint32_t taken) { return i != 1 || (taken & 1U) != 0; };
  EXPECT_EQ(EarliestOrder(courses, kStart, in_turn).back(), 1u);
}

TEST(ScheduleTest, AnOrderThatIsAsGoodStays) {
  const std::vector<CourseToPlan> courses = {{{}, 4}, {{}, 2}, {{}, 1}};
  const auto always = [](size_t, uint32_t) { return true; };
  EXPECT_EQ(EarliestOrder(courses, kStart, always), (std::vector<size_t>{0, 1, 2}));
}

}  // namespace
}  // namespace overstap::plan
