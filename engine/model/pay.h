// What work pays, in one measure.
#pragma once

#include <cstdint>
#include <optional>

#include "absl/status/status.h"

namespace overstap::model {

// Pay is gross, in whole euros a month of a week of this many hours, so that part-time and
// full-time work can be compared.
inline constexpr int kFullTimeHours = 40;
// What counts as pay; what is outside of it is a mistake.
inline constexpr int kLeastPay = 500;
inline constexpr int kMostPay = 50'000;

// What an amount is for; a day is of 8 hours, a month of 52/12 weeks.
enum class PayPeriod : uint8_t { kHour, kDay, kWeek, kFourWeeks, kMonth, kYear };

// Euros in a month of full-time weeks, to the nearest whole euro. Amounts for a day or longer are
// taken to be of full-time work already. Nothing when it is outside of kLeastPay..kMostPay.
std::optional<int> PayAMonth(double euros, PayPeriod period);

// kInvalidArgument when one is out of its range, or the least is above the most.
absl::Status CheckPay(std::optional<int> pay_min, std::optional<int> pay_max);

// The figure that stands for both in comparisons: the middle, or the only one that is known.
std::optional<int> MiddleOf(std::optional<int> pay_min, std::optional<int> pay_max);

}  // namespace overstap::model
