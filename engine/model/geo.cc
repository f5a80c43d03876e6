#include "engine/model/geo.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace overstap::model {
namespace {
constexpr double kEarthRadiusKm = 6371;
double Radians(double degrees) { return degrees * std::numbers::pi / 180; }
}  // namespace

absl::Status Validate(const GeoPoint& point) {
  // Written so that NaN fails too.
  if (!(point.latitude >= -90 && point.latitude <= 90)) {
    return absl::InvalidArgumentError("latitude must be between -90 and 90 degrees");
  }
  if (!(point.longitude >= -180 && point.longitude <= 180)) {
    return absl::InvalidArgumentError("longitude must be between -180 and 180 degrees");
  }
  return absl::OkStatus();
}

double DistanceKm(const GeoPoint& a, const GeoPoint& b) {
  const double half_latitude = std::sin(Radians(b.latitude - a.latitude) / 2);
  const double half_longitude = std::sin(Radians(b.longitude - a.longitude) / 2);
  const double h = half_latitude * half_latitude + std::cos(Radians(a.latitude)) *
                                                       std::cos(Radians(b.latitude)) *
                                                       half_longitude * half_longitude;
  return 2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace overstap::model
