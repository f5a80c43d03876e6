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

// The same point on a sphere of radius 1 around 0, for many distances.
struct SpherePoint {
  double x = 0;
  double y = 0;
  double z = 0;

  friend bool operator==(const SpherePoint&, const SpherePoint&) = default;
};

SpherePoint OnSphere(const GeoPoint& point);

// How far apart two points are in a measure that grows with the distance and is quick to compute:
// the square of the sine of half the angle, 0 to 1. Symmetric to the last bit, and the same number
// wherever it is computed.
double Apart(const SpherePoint& a, const SpherePoint& b);
// Apart of points that are so many km apart, 0 or more; 1 for all that is farther than half round.
double ApartOf(double km);
// km of what Apart says.
double KmOf(double apart);

}  // namespace overstap::model
