#include "service/convert_dates.h"

#include "base/strings.h"

namespace overstap::service {

absl::StatusOr<absl::CivilDay> FromProto(std::string_view field, const v1::Date& date) {
  constexpr int kLastYear = 9999;
  const absl::CivilDay day(date.year(), date.month(), date.day());
  // CivilDay turns 31 February into 3 March; such a day is not what the sender meant.
  const bool exists =
      day.year() == date.year() && day.month() == date.month() && day.day() == date.day();
  if (!exists || date.year() < 1 || date.year() > kLastYear) {
    return absl::InvalidArgumentError(StrCat(field, " is ", date.year(), "-", date.month(), "-",
                                             date.day(), ", a day that does not exist"));
  }
  return day;
}

v1::Date ToProto(absl::CivilDay day) {
  v1::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

}  // namespace overstap::service
