// Where a postcode or a town is.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "engine/model/geo.h"

namespace overstap::model {

// Exactly one of postcode and name says which place it is.
struct Place {
  std::string postcode;  // four digits
  std::string name;      // of a town, as its source writes it (CheckTown)
  std::string region;    // arbeidsmarktregio in which it lies; empty when unknown
  GeoPoint point;        // its middle

  friend bool operator==(const Place&, const Place&) = default;
};

// What tells it from other places: the postcode, or the name and, after a comma, the region, so
// that towns of one name in two regions are two places.
std::string IdOf(const Place& place);

// What says best where a record is: its postcode, else its town; empty when neither is known.
inline const std::string& NarrowestPlace(const std::string& postcode, const std::string& town) {
  return postcode.empty() ? town : postcode;
}

// Whether the point lies in the box around the European part of the Netherlands: latitude 50.7 to
// 53.7, longitude 3.2 to 7.3.
bool IsInNetherlands(const GeoPoint& point);

inline constexpr size_t kMaxTownBytes = 80;

// Empty or what can be the name of a town: at most kMaxTownBytes, no control characters, and no
// digit but a first one, as in "1e Exloermond": a house number says too much about a person.
absl::Status CheckTown(std::string_view name);

// kInvalidArgument naming the field that is missing, there twice or out of its range. A point
// outside of the Netherlands is none of a Dutch place.
absl::Status Validate(const Place& place);

}  // namespace overstap::model
