#include "engine/model/place.h"

#include <algorithm>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/validation.h"

namespace overstap::model {

std::string IdOf(const Place& place) {
  if (place.name.empty()) return place.postcode;
  return place.region.empty() ? place.name : StrCat(place.name, ", ", place.region);
}

bool IsInNetherlands(const GeoPoint& point) {
  return point.latitude >= 50.7 && point.latitude <= 53.7 && point.longitude >= 3.2 &&
         point.longitude <= 7.3;
}

absl::Status CheckTown(std::string_view name) {
  if (name.size() > kMaxTownBytes) {
    return absl::InvalidArgumentError(
        StrCat("the name of a town is longer than ", kMaxTownBytes, " bytes"));
  }
  const auto is_wrong = [](char c) {
    return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) < ' ' || c == '\x7f';
  };
  const size_t first = !name.empty() && name[0] >= '1' && name[0] <= '9' ? 1 : 0;
  if (std::none_of(name.begin() + static_cast<std::ptrdiff_t>(first), name.end(), is_wrong)) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError("the name of a town holds no number: leave out the address");
}

absl::Status Validate(const Place& place) {
  if (place.postcode.empty() == place.name.empty()) {
    return absl::InvalidArgumentError("exactly one of postcode and name must say which place");
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPostcode(place.postcode));
  OVERSTAP_RETURN_IF_ERROR(CheckTown(place.name));
  OVERSTAP_RETURN_IF_ERROR(CheckRegion(place.region));
  OVERSTAP_RETURN_IF_ERROR(Validate(place.point));
  if (IsInNetherlands(place.point)) return absl::OkStatus();
  return absl::InvalidArgumentError(StrCat("the point ", place.point.latitude, ", ",
                                           place.point.longitude,
                                           " lies outside of the Netherlands"));
}

}  // namespace overstap::model
