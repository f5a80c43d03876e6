// What a request line asks for.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace overstap::http {

inline constexpr size_t kMaxTargetBytes = 8000;

// "/v1/skills/a%2Fb?page=2" is the path "/v1/skills/a%2Fb", the segments "v1", "skills", "a/b" and
// the query {"page", "2"}.
struct Target {
  std::string path;                   // as it was sent, without the query
  std::vector<std::string> segments;  // decoded; "/" has none, a '/' at the end adds an empty one
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
};

// kInvalidArgument for text that is no path (RFC 3986), a '%' that two hexadecimal digits do not
// follow, and what decodes to control characters or to anything but UTF-8; kOutOfRange beyond
// kMaxTargetBytes.
absl::StatusOr<Target> ParseTarget(std::string_view text);

// The same text with every byte encoded that is not a letter, digit or one of "-._~".
std::string PercentEncode(std::string_view text);

}  // namespace overstap::http
