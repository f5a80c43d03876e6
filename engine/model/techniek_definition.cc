#include "engine/model/techniek_definition.h"

#include <algorithm>

#include "absl/strings/str_join.h"
#include "base/strings.h"

namespace overstap::model {
namespace {

bool IsPrefix(std::string_view prefix) {
  return !prefix.empty() && prefix.size() <= 4 &&
         std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= '0' && c <= '9'; });
}

size_t LongestPrefix(const std::vector<std::string>& prefixes, std::string_view code) {
  size_t longest = 0;
  for (const std::string& prefix : prefixes) {
    if (code.starts_with(prefix)) longest = std::max(longest, prefix.size());
  }
  return longest;
}

}  // namespace

absl::Status Validate(const TechniekDefinition& definition) {
  if (definition.name.empty())
    return absl::InvalidArgumentError("a techniek definition needs a name");
  if (definition.version.empty())
    return absl::InvalidArgumentError("a techniek definition needs a version");
  if (definition.include.empty())
    return absl::InvalidArgumentError("a techniek definition includes nothing");
  for (const auto* list : {&definition.include, &definition.exclude}) {
    for (const std::string& prefix : *list) {
      if (IsPrefix(prefix)) continue;
      return absl::InvalidArgumentError(
          StrCat("'", prefix, "' is not an ISCO-08 code of one to four digits"));
    }
  }
  return absl::OkStatus();
}

std::string TechniekDefinition::Canonical() const {
  return StrCat(name, " ", version, " +", absl::StrJoin(include, ","), " -",
                absl::StrJoin(exclude, ","));
}

bool TechniekDefinition::IncludesCode(std::string_view isco_code) const {
  return LongestPrefix(include, isco_code) > LongestPrefix(exclude, isco_code);
}

}  // namespace overstap::model
