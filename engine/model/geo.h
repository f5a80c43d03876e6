// Where things are.
#pragma once

#include "absl/status/status.h"

namespace overstap::model {

struct GeoPoint {
  double latitude = 0;   // degrees, -90..90
  double longitude = 0;  // degrees, -180..180

  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

absl::Status Validate(const GeoPoint& point);

// Great-circle distance in km (haversine on a sphere of 6,371 km; within 0.5 % of the ellipsoid).
double DistanceKm(const GeoPoint& a, const GeoPoint& b);

}  // namespace overstap::model
