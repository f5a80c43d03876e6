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
  return KmOf(h);
}

SpherePoint OnSphere(const GeoPoint& point) {
  const double latitude = Radians(point.latitude);
  const double longitude = Radians(point.longitude);
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

double Apart(const SpherePoint& a, const SpherePoint& b) {
  const double x = a.x - b.x;
  const double y = a.y - b.y;
  const double z = a.z - b.z;
  return (x * x + y * y + z * z) / 4;
}

double ApartOf(double km) {
  const double half = std::sin(std::min(km / (2 * kEarthRadiusKm), std::numbers::pi / 2));
  return half * half;
}

double KmOf(double apart) {
  return 2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(apart)));
}

}  // namespace overstap::model
