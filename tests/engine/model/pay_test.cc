#include "engine/model/pay.h"

#include <gtest/gtest.h>

#include <limits>

namespace overstap::model {
namespace {

TEST(PayTest, AMonthOfFullTimeWeeks) {
  EXPECT_EQ(PayAMonth(15, PayPeriod::kHour), 2600);
  EXPECT_EQ(PayAMonth(120, PayPeriod::kDay), 2600);
  EXPECT_EQ(PayAMonth(600, PayPeriod::kWeek), 2600);
  EXPECT_EQ(PayAMonth(2400, PayPeriod::kFourWeeks), 2600);
  EXPECT_EQ(PayAMonth(2600, PayPeriod::kMonth), 2600);
  EXPECT_EQ(PayAMonth(31'200, PayPeriod::kYear), 2600);
}

TEST(PayTest, WhatCannotBeIsUnknown) {
  EXPECT_EQ(PayAMonth(324, PayPeriod::kHour), std::nullopt);
  EXPECT_EQ(PayAMonth(14'706, PayPeriod::kWeek), std::nullopt);
  EXPECT_EQ(PayAMonth(0, PayPeriod::kYear), std::nullopt);
  EXPECT_EQ(PayAMonth(-2600, PayPeriod::kMonth), std::nullopt);
  EXPECT_EQ(PayAMonth(1e300, PayPeriod::kMonth), std::nullopt);
  EXPECT_EQ(PayAMonth(std::numeric_limits<double>::quiet_NaN(), PayPeriod::kHour), std::nullopt);
}

TEST(PayTest, Ranges) {
  EXPECT_TRUE(CheckPay(std::nullopt, std::nullopt).ok());
  EXPECT_TRUE(CheckPay(kLeastPay, kMostPay).ok());
  EXPECT_FALSE(CheckPay(kLeastPay - 1, std::nullopt).ok());
  EXPECT_FALSE(CheckPay(std::nullopt, kMostPay + 1).ok());
  EXPECT_FALSE(CheckPay(3000, 2999).ok());
}

TEST(PayTest, OneFigureForBoth) {
  EXPECT_EQ(MiddleOf(2600, 3000), 2800);
  EXPECT_EQ(MiddleOf(2600, std::nullopt), 2600);
  EXPECT_EQ(MiddleOf(std::nullopt, 3000), 3000);
  EXPECT_EQ(MiddleOf(std::nullopt, std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace overstap::model
