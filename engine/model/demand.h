// What the labour market asks: a dated figure of open vacancies and tension, as its source gives
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"

namespace overstap::model {

// The classes of UWV (Spanningsindicator), from many people per vacancy to few. Stored and sent by
// name, never by number.
enum class Tension : uint8_t {
  kVeryLoose,  // zeer ruim
  kLoose,      // ruim
  kAverage,    // gemiddeld
  kTight,      // krap
  kVeryTight,  // zeer krap
};

std::string_view TensionName(Tension tension);  // in Dutch: "zeer krap"
std::optional<Tension> ParseTension(std::string_view name);

inline bool IsTight(Tension tension) { return tension >= Tension::kTight; }
inline bool IsLoose(Tension tension) { return tension <= Tension::kLoose; }

// What a figure is about. Sent by name.
enum class DemandBasis : uint8_t {
  kOccupation,  // one occupation, by URI
  kIsco,        // a group of ISCO-08
  kBrc,         // a class, segment or group of BRC 2014
};

std::string_view DemandBasisName(DemandBasis basis);  // "occupation", "isco", "brc2014"

struct Demand {
  std::string id;
  DemandBasis basis = DemandBasis::kOccupation;
  std::string code;                       // a URI, or one to four digits
  std::string region;                     // such as "AM06"; empty: the whole country
  std::optional<int64_t> open_vacancies;  // 0..10,000,000; unknown: nothing
  std::optional<Tension> tension;         // unknown: nothing
  absl::CivilDay as_of;                   // day that the figure is of
  std::string source;                     // who says so

  friend bool operator==(const Demand&, const Demand&) = default;
};

// kInvalidArgument for a missing id, code or source, a code that is not of one to four digits, a
// region that is none, a number out of range, or a record that holds neither figure.
absl::Status Validate(const Demand& demand);

}  // namespace overstap::model
