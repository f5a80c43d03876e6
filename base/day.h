// Days as people and files write them.
#pragma once

#include <optional>
#include <string_view>

#include "absl/time/civil_time.h"

namespace overstap {

// "2026-11-21", exactly so; nothing for a day that does not exist and a year outside 1900..2200.
std::optional<absl::CivilDay> ParseDay(std::string_view text);

}  // namespace overstap
