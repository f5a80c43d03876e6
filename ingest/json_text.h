// JSON that comes from outside.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"

namespace overstap::ingest {

inline constexpr size_t kMaxJsonDepth = 32;

// One JSON object (RFC 8259). kInvalidArgument, saying what and where, for anything else: text
// that is not UTF-8, nesting deeper than kMaxJsonDepth, a key that an object has twice, a number
// that does not fit a double, a string with U+0000. Memory stays in proportion to the text.
// Thread-safe.
absl::StatusOr<nlohmann::json> ParseJsonObject(std::string_view text);

// The same for a value of any kind.
absl::StatusOr<nlohmann::json> ParseJson(std::string_view text);

}  // namespace overstap::ingest
