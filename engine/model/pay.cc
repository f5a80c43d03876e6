#include "engine/model/pay.h"

#include <cmath>

#include "base/status_macros.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {

constexpr double kWeeksAYear = 52;
constexpr double kWeeksAMonth = kWeeksAYear / 12;
constexpr double kDaysAWeek = 5;

double MonthsIn(PayPeriod period) {
  switch (period) {
    case PayPeriod::kHour:
      return 1 / (kWeeksAMonth * kFullTimeHours);
    case PayPeriod::kDay:
      return 1 / (kWeeksAMonth * kDaysAWeek);
    case PayPeriod::kWeek:
      return 1 / kWeeksAMonth;
    case PayPeriod::kFourWeeks:
      return 4 / kWeeksAMonth;
    case PayPeriod::kMonth:
      return 1;
    case PayPeriod::kYear:
      return 12;
  }
  return 1;
}

}  // namespace

std::optional<int> PayAMonth(double euros, PayPeriod period) {
  const double month = std::round(euros / MonthsIn(period));
  if (!(month >= kLeastPay && month <= kMostPay)) return std::nullopt;
  return static_cast<int>(month);
}

absl::Status CheckPay(std::optional<int> pay_min, std::optional<int> pay_max) {
  if (pay_min) OVERSTAP_RETURN_IF_ERROR(CheckRange("pay_min", *pay_min, kLeastPay, kMostPay));
  if (pay_max) OVERSTAP_RETURN_IF_ERROR(CheckRange("pay_max", *pay_max, kLeastPay, kMostPay));
  if (pay_min && pay_max && *pay_min > *pay_max) {
    return absl::InvalidArgumentError("pay_min is more than pay_max");
  }
  return absl::OkStatus();
}

std::optional<int> MiddleOf(std::optional<int> pay_min, std::optional<int> pay_max) {
  if (pay_min && pay_max) return (*pay_min + *pay_max) / 2;
  return pay_min ? pay_min : pay_max;
}

}  // namespace overstap::model
