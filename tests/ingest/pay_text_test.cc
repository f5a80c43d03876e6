#include "ingest/pay_text.h"

#include <gtest/gtest.h>

#include <string>

namespace overstap::ingest {
namespace {

using model::PayPeriod;

constexpr auto kNone = std::nullopt;

TEST(PayTextTest, LeastAndMost) {
  EXPECT_EQ(ReadPayText("minimaal 2250 euro per maand"),
            (PayRange{2250, kNone, PayPeriod::kMonth}));
  EXPECT_EQ(ReadPayText("tot 1330 euro per week"), (PayRange{kNone, 1330, PayPeriod::kWeek}));
  EXPECT_EQ(ReadPayText("Vanaf 14,50 per uur"), (PayRange{14.5, kNone, PayPeriod::kHour}));
  EXPECT_EQ(ReadPayText("3000 bruto per maand"), (PayRange{3000, 3000, PayPeriod::kMonth}));
  EXPECT_EQ(ReadPayText("van 2500 tot 3000 euro per maand"),
            (PayRange{2500, 3000, PayPeriod::kMonth}));
}

TEST(PayTextTest, AmountsAsPeopleWriteThem) {
  EXPECT_EQ(ReadPayText("€ 2.500,- - € 3.200,50 p/m"), (PayRange{2500, 3200.5, PayPeriod::kMonth}));
  EXPECT_EQ(ReadPayText("EUR 42,000 - 48.000 per jaar"), (PayRange{42e3, 48e3, PayPeriod::kYear}));
  EXPECT_EQ(ReadPayText("uurloon: 16.75"), (PayRange{16.75, 16.75, PayPeriod::kHour}));
  EXPECT_EQ(ReadPayText("2400 per 4 weken"), (PayRange{2400, 2400, PayPeriod::kFourWeeks}));
  EXPECT_EQ(ReadPayText("2400 euro per vier weken"), (PayRange{2400, 2400, PayPeriod::kFourWeeks}));
  EXPECT_EQ(ReadPayText("2600 p.m."), (PayRange{2600, 2600, PayPeriod::kMonth}));
}

TEST(PayTextTest, NumbersThatAreNoMoney) {
  EXPECT_EQ(ReadPayText("2600 euro per maand bij 40 uur per week"),
            (PayRange{2600, 2600, PayPeriod::kMonth}));
  EXPECT_EQ(ReadPayText("15 per uur, 2 jaar ervaring"), (PayRange{15, 15, PayPeriod::kHour}));
}

TEST(PayTextTest, WhatIsNotClearIsUnknown) {
  for (const char* text :
       {"", "marktconform", "2500", "2500 euro", "per maand", "schaal 5: 2400 - 3100 per maand",
        "3000 - 2500 per maand", "van min tot 15 per uur", "15 per uur of 2600 per maand",
        "40 uur per week", "99999999999999999999 per maand", "1.2.3.4,5,6 . , - € per"}) {
    EXPECT_EQ(ReadPayText(text), kNone) << text;
  }
  std::string endless(10'000, '9');
  endless += " per uur";
  EXPECT_EQ(ReadPayText(endless), kNone);
}

TEST(PayTextTest, IntoAVacancy) {
  model::Vacancy vacancy;
  EXPECT_EQ(SetPay({15, 18, PayPeriod::kHour}, &vacancy), "");
  EXPECT_EQ(vacancy.pay_min, 2600);
  EXPECT_EQ(vacancy.pay_max, 3120);
  model::Vacancy impossible;
  EXPECT_NE(SetPay({324, kNone, PayPeriod::kHour}, &impossible), "");
  EXPECT_EQ(impossible.pay_min, kNone);
  model::Vacancy half;
  EXPECT_NE(SetPay({2600, 1e9, PayPeriod::kMonth}, &half), "");
  EXPECT_EQ(half.pay_min, 2600);
  EXPECT_EQ(half.pay_max, kNone);
  model::Vacancy turned;
  EXPECT_NE(SetPay({3000, 2000, PayPeriod::kMonth}, &turned), "");
  EXPECT_EQ(model::MiddleOf(turned.pay_min, turned.pay_max), kNone);
}

}  // namespace
}  // namespace overstap::ingest
