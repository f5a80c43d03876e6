#include "engine/model/techniek_definition.h"

#include <algorithm>

#include "absl/strings/str_join.h"
#include "base/strings.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {

size_t LongestPrefix(const std::vector<std::string>& prefixes, std::string_view code) {
  size_t longest = 0;
  for (const std::string& prefix : prefixes) {
    if (code.starts_with(prefix)) longest = std::max(longest, prefix.size());
  }
  return longest;
}

}  // namespace

std::optional<TechniekBasis> ParseTechniekBasis(std::string_view name) {
  if (name == "isco") return TechniekBasis::kIsco;
  if (name == "brc2014") return TechniekBasis::kBrc;
  if (name == "skills") return TechniekBasis::kSkills;
  return std::nullopt;
}

absl::Status Validate(const TechniekDefinition& definition) {
  if (definition.name.empty())
    return absl::InvalidArgumentError("a techniek definition needs a name");
  if (definition.version.empty())
    return absl::InvalidArgumentError("a techniek definition needs a version");
  if (definition.include.empty())
    return absl::InvalidArgumentError("a techniek definition includes nothing");
  if (!(definition.least_share > 0 && definition.least_share <= 1)) {
    return absl::InvalidArgumentError("least_share must be more than 0 and at most 1");
  }
  if (definition.basis == TechniekBasis::kSkills) return absl::OkStatus();
  for (const auto* list : {&definition.include, &definition.exclude}) {
    for (const std::string& prefix : *list) {
      if (IsIscoPrefix(prefix)) continue;
      return absl::InvalidArgumentError(
          StrCat("'", prefix, "' is not a code of one to four digits"));
    }
  }
  return absl::OkStatus();
}

std::string TechniekDefinition::Canonical() const {
  std::string text = StrCat(name, " ", version, " +", absl::StrJoin(include, ","), " -",
                            absl::StrJoin(exclude, ","));
  if (basis == TechniekBasis::kBrc) StrAppend(&text, " by brc2014");
  if (basis == TechniekBasis::kSkills) StrAppend(&text, " by skills from ", least_share);
  return text;
}

bool TechniekDefinition::IncludesCode(std::string_view code) const {
  return LongestPrefix(include, code) > LongestPrefix(exclude, code);
}

}  // namespace overstap::model
