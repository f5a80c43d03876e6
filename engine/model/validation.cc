#include "engine/model/validation.h"

#include <algorithm>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::model {
namespace {

bool AllDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

absl::Status CheckId(std::string_view id) {
  if (id.empty()) return absl::InvalidArgumentError("id is missing or empty");
  if (id.size() > kMaxIdBytes) {
    return absl::InvalidArgumentError(StrCat("id is longer than ", kMaxIdBytes, " bytes"));
  }
  return absl::OkStatus();
}

absl::Status CheckRegion(std::string_view region) {
  if (region.empty()) return absl::OkStatus();
  if (region.size() == 4 && region.starts_with("AM") && AllDigits(region.substr(2))) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      StrCat("region '", region, "' is not a code such as AM06 (AM01 to AM35)"));
}

absl::Status CheckPostcode(std::string_view postcode) {
  if (postcode.empty()) return absl::OkStatus();
  if (postcode.size() == 4 && AllDigits(postcode) && postcode[0] != '0') return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat("postcode '", postcode, "' must be the four digits only, such as 8011"));
}

absl::Status CheckRange(std::string_view field, double value, double low, double high) {
  if (value >= low && value <= high) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat(field, " is ", value, "; it must be between ", low, " and ", high));
}

bool IsIscoPrefix(std::string_view code) {
  return !code.empty() && code.size() <= 4 && AllDigits(code);
}

absl::Status CheckLevel(std::optional<int> level) {
  return level ? CheckRange("level", *level, 1, 4) : absl::OkStatus();
}

absl::Status CheckHours(std::optional<int> hours_min, std::optional<int> hours_max) {
  if (hours_min) OVERSTAP_RETURN_IF_ERROR(CheckRange("hours_min", *hours_min, 0, 80));
  if (hours_max) OVERSTAP_RETURN_IF_ERROR(CheckRange("hours_max", *hours_max, 0, 80));
  if (hours_min && hours_max && *hours_min > *hours_max) {
    return absl::InvalidArgumentError("hours_min is more than hours_max");
  }
  return absl::OkStatus();
}

}  // namespace overstap::model
