#include "engine/model/geo.h"

#include <gtest/gtest.h>

#include <cmath>

namespace overstap::model {
namespace {

TEST(GeoTest, KnownDistances) {
  const GeoPoint amsterdam{52.37, 4.90};
  const GeoPoint groningen{53.22, 6.57};
  EXPECT_NEAR(DistanceKm(amsterdam, groningen), 147, 2);
  EXPECT_DOUBLE_EQ(DistanceKm(amsterdam, amsterdam), 0);
  EXPECT_DOUBLE_EQ(DistanceKm(amsterdam, groningen), DistanceKm(groningen, amsterdam));
  EXPECT_NEAR(DistanceKm({0, 0}, {0, 180}), 20015, 1);  // half the way round
}

TEST(GeoTest, RefusesPlacesThatDoNotExist) {
  EXPECT_TRUE(Validate(GeoPoint{90, 180}).ok());
  EXPECT_FALSE(Validate(GeoPoint{90.1, 0}).ok());
  EXPECT_FALSE(Validate(GeoPoint{0, -181}).ok());
  EXPECT_FALSE(Validate(GeoPoint{std::nan(""), 0}).ok());
}

}  // namespace
}  // namespace overstap::model
