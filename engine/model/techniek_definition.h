// Which occupations are technical. The line is contested, so it is a named, versioned definition.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace overstap::model {

// An occupation is technical when the longest prefix of its ISCO-08 code that stands in either
// list stands in `include`. An occupation without a code is not: its state is unknown.
struct TechniekDefinition {
  std::string name;     // "techniek-isco"
  std::string version;  // "2026-11"
  std::string summary;  // what it takes as technical
  std::string source;   // who says so
  std::vector<std::string> include;
  std::vector<std::string> exclude;

  bool IncludesCode(std::string_view isco_code) const;
  // Text in which everything stands that decides; equal definitions, equal text.
  std::string Canonical() const;

  friend bool operator==(const TechniekDefinition&, const TechniekDefinition&) = default;
};

// kInvalidArgument for a missing name, version or list, or a code that is no ISCO-08 prefix.
absl::Status Validate(const TechniekDefinition& definition);

}  // namespace overstap::model
