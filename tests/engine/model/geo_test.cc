#include "engine/model/geo.h"

#include <gtest/gtest.h>

#include <random>

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

// The two measures of how far apart points are say the same, to a millimetre in the Netherlands.
TEST(GeoTest, ApartIsTheDistanceInAnotherMeasure) {
  std::mt19937 random(5);
  const auto between = [&](double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
  };
  for (int i = 0; i < 2000; ++i) {
    const GeoPoint a{between(50.7, 53.7), between(3.2, 7.3)};
    const GeoPoint b{between(50.7, 53.7), between(3.2, 7.3)};
    const double apart = Apart(OnSphere(a), OnSphere(b));
    EXPECT_EQ(apart, Apart(OnSphere(b), OnSphere(a)));
    EXPECT_NEAR(KmOf(apart), DistanceKm(a, b), 1e-6);
    EXPECT_NEAR(ApartOf(DistanceKm(a, b)), apart, 1e-12);
    EXPECT_EQ(Apart(OnSphere(a), OnSphere(a)), 0);
  }
  EXPECT_EQ(ApartOf(0), 0);
  EXPECT_EQ(ApartOf(30'000), 1);
}

}  // namespace
}  // namespace overstap::model
