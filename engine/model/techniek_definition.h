// Which occupations are technical. The line is contested, so it is a named, versioned definition.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace overstap::model {

// What the lists of a definition are about.
enum class TechniekBasis : uint8_t {
  kIsco,    // prefixes of ISCO-08 codes
  kBrc,     // prefixes of BRC 2014 codes, which a crosswalk from ISCO-08 gives
  kSkills,  // URIs of groups of skills and knowledge
};

// By codes: an occupation is technical when the longest prefix of its code that stands in either
// list stands in `include`. By skills: when at least `least_share` of its requirement weight (idf)
// is of skills in or under a group of `include` and not of `exclude`. An occupation without a code
// or without requirements is not: its state is unknown.
struct TechniekDefinition {
  std::string name;     // "techniek-isco"
  std::string version;  // "2026-11"
  std::string summary;  // what it takes as technical
  std::string source;   // who says so
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  TechniekBasis basis = TechniekBasis::kIsco;
  double least_share = 0.5;  // for kSkills, (0, 1]

  bool IncludesCode(std::string_view code) const;
  // Text in which everything stands that decides; equal definitions, equal text.
  std::string Canonical() const;

  friend bool operator==(const TechniekDefinition&, const TechniekDefinition&) = default;
};

std::optional<TechniekBasis> ParseTechniekBasis(
    std::string_view name);  // "isco", "brc2014", "skills"

// kInvalidArgument for a missing name, version or list, a code that is not of one to four digits,
// or a share out of its range.
absl::Status Validate(const TechniekDefinition& definition);

}  // namespace overstap::model
