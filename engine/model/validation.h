// Range checks that the records share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace overstap::model {

inline constexpr size_t kMaxIdBytes = 200;

absl::Status CheckId(std::string_view id);
// Empty or "AM" and two digits.
absl::Status CheckRegion(std::string_view region);
// Empty or four digits, the first not 0: a full postcode says too much about a person.
absl::Status CheckPostcode(std::string_view postcode);
absl::Status CheckRange(std::string_view field, double value, double low, double high);
// One to four digits.
bool IsIscoPrefix(std::string_view code);
absl::Status CheckLevel(std::optional<int> level);
absl::Status CheckHours(std::optional<int> hours_min, std::optional<int> hours_max);

}  // namespace overstap::model
