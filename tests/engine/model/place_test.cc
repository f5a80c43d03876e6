#include "engine/model/place.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "engine/model/profile.h"
#include "engine/model/vacancy.h"

namespace overstap::model {
namespace {

TEST(PlaceTest, SaysWhichPlaceExactlyOnce) {
  EXPECT_TRUE(Validate(Place{"8011", "", "AM06", {52.5, 6.1}}).ok());
  EXPECT_TRUE(Validate(Place{"", "Druten", "", {51.9, 5.6}}).ok());
  EXPECT_FALSE(Validate(Place{"", "", "", {52.5, 6.1}}).ok());
  EXPECT_FALSE(Validate(Place{"8011", "Zwolle", "", {52.5, 6.1}}).ok());
  EXPECT_FALSE(Validate(Place{"0011", "", "", {52.5, 6.1}}).ok());
  EXPECT_FALSE(Validate(Place{"8011", "", "06", {52.5, 6.1}}).ok());
}

TEST(PlaceTest, LiesInTheNetherlands) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const GeoPoint& point : {GeoPoint{50.2, 4.5},
                                {49.8, 6.45},
                                {52.5, 8.0},
                                {nan, 5.0},
                                {52.5, nan},
                                {std::numeric_limits<double>::infinity(), 5.0}}) {
    EXPECT_FALSE(Validate(Place{"8011", "", "", point}).ok());
  }
  EXPECT_EQ(Validate(Place{"1940", "", "", {50.2, 4.46}}).message(),
            "the point 50.2, 4.46 lies outside of the Netherlands");
}

TEST(PlaceTest, IdTellsTownsOfOneNameApart) {
  EXPECT_EQ(IdOf({"8011", "", "AM06", {}}), "8011");
  EXPECT_EQ(IdOf({"", "Bergen", "AM31", {}}), "Bergen, AM31");
  EXPECT_EQ(IdOf({"", "Bergen", "", {}}), "Bergen");
}

TEST(PlaceTest, TownHoldsNoAddress) {
  for (const char* town : {"", "Druten", "'s-Gravenhage", "Súdwest-Fryslân", "2e Exloërmond"}) {
    EXPECT_TRUE(CheckTown(town).ok()) << town;
  }
  for (const std::string& text : {std::string("Dorpsstraat 5"), std::string("1012 Amsterdam"),
                                  std::string("Druten\n"), std::string(81, 'a')}) {
    EXPECT_FALSE(CheckTown(text).ok()) << text;
  }
  Vacancy vacancy;
  vacancy.id = "v";
  vacancy.place = "Dorpsstraat 5";
  EXPECT_FALSE(Validate(vacancy).ok());
  Profile profile;
  profile.id = "p";
  profile.place = "Dorpsstraat 5";
  EXPECT_FALSE(Validate(profile).ok());
}

TEST(PlaceTest, PostcodeCountsBeforeTheTown) {
  Vacancy vacancy;
  vacancy.place = "Druten";
  EXPECT_EQ(FactsOf(vacancy).place, "Druten");
  vacancy.postcode = "8011";
  EXPECT_EQ(FactsOf(vacancy).place, "8011");
}

}  // namespace
}  // namespace overstap::model
