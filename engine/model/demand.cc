#include "engine/model/demand.h"

#include <array>

#include "base/enum_names.h"
#include "base/status_macros.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {

constexpr std::array<std::string_view, 5> kTensionNames = {"zeer ruim", "ruim", "gemiddeld", "krap",
                                                           "zeer krap"};
constexpr std::array<std::string_view, 3> kBasisNames = {"occupation", "isco", "brc2014"};
constexpr double kMostVacancies = 1e7;

absl::Status CheckCode(const Demand& demand) {
  if (demand.basis == DemandBasis::kOccupation) {
    if (!demand.code.empty()) return absl::OkStatus();
    return absl::InvalidArgumentError("occupation is empty");
  }
  if (IsIscoPrefix(demand.code)) return absl::OkStatus();
  return absl::InvalidArgumentError(demand.basis == DemandBasis::kIsco
                                        ? "isco must be one to four digits, as \"7212\""
                                        : "brc must be one to four digits, as \"0721\"");
}

}  // namespace

std::string_view TensionName(Tension tension) { return EnumName(kTensionNames, tension); }

std::optional<Tension> ParseTension(std::string_view name) {
  return ParseEnum<Tension>(kTensionNames, name);
}

std::string_view DemandBasisName(DemandBasis basis) { return EnumName(kBasisNames, basis); }

absl::Status Validate(const Demand& demand) {
  OVERSTAP_RETURN_IF_ERROR(CheckId(demand.id));
  OVERSTAP_RETURN_IF_ERROR(CheckCode(demand));
  OVERSTAP_RETURN_IF_ERROR(CheckRegion(demand.region));
  if (demand.source.empty()) return absl::InvalidArgumentError("source is empty");
  if (demand.open_vacancies) {
    OVERSTAP_RETURN_IF_ERROR(CheckRange(
        "open_vacancies", static_cast<double>(*demand.open_vacancies), 0, kMostVacancies));
  }
  if (demand.open_vacancies || demand.tension) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "neither open_vacancies nor tension is there; leave the record out when both are unknown");
}

}  // namespace overstap::model
