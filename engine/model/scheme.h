// A regeling: money or help for learning, with the dates between which it holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"

namespace overstap::model {

// Stored by name, never by number.
enum class SchemeStatus : uint8_t { kOpen, kClosed, kProposed };
enum class SchemeFor : uint8_t { kWorker, kEmployer, kBoth };

std::string_view SchemeStatusName(SchemeStatus status);
std::optional<SchemeStatus> ParseSchemeStatus(std::string_view name);
std::string_view SchemeForName(SchemeFor who);
std::optional<SchemeFor> ParseSchemeFor(std::string_view name);

struct Scheme {
  std::string id;  // 1..200 bytes, unique
  std::string name;
  absl::CivilDay valid_from;
  std::optional<absl::CivilDay> valid_until;  // last day; unknown: still holds
  SchemeStatus status = SchemeStatus::kProposed;
  SchemeFor who = SchemeFor::kBoth;
  std::optional<double> max_eur;
  std::string conditions_json;  // a JSON object, as the source gives it
  std::string source;

  friend bool operator==(const Scheme&, const Scheme&) = default;
};

// kInvalidArgument naming the field that is out of its range.
absl::Status Validate(const Scheme& scheme);

// Money that exists on that day: open and between its dates. A closed or proposed scheme never is.
bool IsAvailable(const Scheme& scheme, absl::CivilDay today);

}  // namespace overstap::model
