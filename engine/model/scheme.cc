#include "engine/model/scheme.h"

#include <array>

#include "base/enum_names.h"
#include "base/status_macros.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {

constexpr std::array<std::string_view, 3> kStatusNames = {"open", "closed", "proposed"};
constexpr std::array<std::string_view, 3> kForNames = {"worker", "employer", "both"};

}  // namespace

std::string_view SchemeStatusName(SchemeStatus status) { return EnumName(kStatusNames, status); }

std::optional<SchemeStatus> ParseSchemeStatus(std::string_view name) {
  return ParseEnum<SchemeStatus>(kStatusNames, name);
}

std::string_view SchemeForName(SchemeFor who) { return EnumName(kForNames, who); }

std::optional<SchemeFor> ParseSchemeFor(std::string_view name) {
  return ParseEnum<SchemeFor>(kForNames, name);
}

absl::Status Validate(const Scheme& scheme) {
  OVERSTAP_RETURN_IF_ERROR(CheckId(scheme.id));
  if (scheme.name.empty()) return absl::InvalidArgumentError("name is missing or empty");
  if (scheme.valid_until && *scheme.valid_until < scheme.valid_from) {
    return absl::InvalidArgumentError("valid_until is before valid_from");
  }
  if (scheme.max_eur) OVERSTAP_RETURN_IF_ERROR(CheckRange("max_eur", *scheme.max_eur, 0, 1e7));
  return absl::OkStatus();
}

bool IsAvailable(const Scheme& scheme, absl::CivilDay today) {
  return scheme.status == SchemeStatus::kOpen && scheme.valid_from <= today &&
         (!scheme.valid_until || today <= *scheme.valid_until);
}

}  // namespace overstap::model
