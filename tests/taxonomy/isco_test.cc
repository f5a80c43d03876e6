#include "taxonomy/isco.h"

#include <gtest/gtest.h>

namespace overstap {
namespace {

TEST(IscoTest, LevelsFollowTheMajorGroups) {
  EXPECT_EQ(IscoSkillLevel("7212"), 2);
  EXPECT_EQ(IscoSkillLevel("2512"), 4);
  EXPECT_EQ(IscoSkillLevel("3113"), 3);
  EXPECT_EQ(IscoSkillLevel("9333"), 1);
  EXPECT_EQ(IscoSkillLevel("1321"), 4);
  EXPECT_EQ(IscoSkillLevel("1412"), 3);
  EXPECT_EQ(IscoSkillLevel("0110"), 4);
  EXPECT_EQ(IscoSkillLevel("0210"), 2);
  EXPECT_EQ(IscoSkillLevel("0310"), 1);
}

TEST(IscoTest, WhatIsNoCodeHasNoLevel) {
  for (const char* text : {"", "0", "72123", "72a", "-1", "é", "07"}) {
    EXPECT_EQ(IscoSkillLevel(text), std::nullopt) << text;
  }
}

TEST(IscoTest, ProximityCountsSharedDigits) {
  EXPECT_DOUBLE_EQ(IscoProximity("7212", "7212"), 1);
  EXPECT_DOUBLE_EQ(IscoProximity("7212", "7223"), .5);
  EXPECT_DOUBLE_EQ(IscoProximity("7212", "8212"), 0);
  EXPECT_DOUBLE_EQ(IscoProximity("", "7212"), 0);
}

}  // namespace
}  // namespace overstap
