// JSON that a record carries as text.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace overstap::service {

// The same object in the one form that equal objects have: keys ascending, no spaces.
// kInvalidArgument, naming `field`, for text that is no JSON object, is not UTF-8 or nests deeper
// than 32.
absl::StatusOr<std::string> CanonicalJsonObject(std::string_view field, std::string_view text);

}  // namespace overstap::service
