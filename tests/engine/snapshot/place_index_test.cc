#include "engine/snapshot/place_index.h"

#include <gtest/gtest.h>

#include "engine/snapshot/loader.h"
#include "tests/support/fake_store.h"
#include "tests/support/tiny_taxonomy.h"

namespace overstap::snapshot {
namespace {

const PlaceIndex& Places() {
  static const PlaceIndex* const kPlaces = new PlaceIndex({
      {"1012", "", "AM18", {52.37, 4.89}},
      {"", "'s-Gravenhage", "AM22", {52.08, 4.31}},
      {"", "Bergen (NH)", "AM17", {52.67, 4.70}},
      {"", "Bergen, L", "AM31", {51.60, 6.05}},
      {"", "Bergen (L)", "AM31", {51.60, 6.05}},
      {"", "Druten", "", {51.89, 5.60}},
      {"", "Kerk Avezaath", "", {51.89, 5.39}},
      {"", "Kerk-Avezaath", "", {51.90, 5.38}},
  });
  return *kPlaces;
}

std::string Found(std::string_view place, std::string_view region = "") {
  const model::Place* const found = Places().Find(place, region);
  return found == nullptr ? "" : model::IdOf(*found);
}

TEST(PlaceIndexTest, FindsPostcodesAndTownsHoweverTheyAreWritten) {
  EXPECT_EQ(Found("1012"), "1012");
  EXPECT_EQ(Found("1013"), "");
  EXPECT_EQ(Found("druten"), "Druten");
  EXPECT_EQ(Found(" DRÚTEN "), "Druten");
  EXPECT_EQ(Found("'s Gravenhage"), "'s-Gravenhage, AM22");
  EXPECT_EQ(Found("Den Haag"), "'s-Gravenhage, AM22");
  EXPECT_EQ(Found(""), "");
  EXPECT_EQ(Found("?"), "");
  EXPECT_EQ(PlaceIndex().Find("1012", ""), nullptr);
}

TEST(PlaceIndexTest, NameOfSeveralPlacesIsUnknownUnlessTheRegionTells) {
  EXPECT_EQ(Found("Bergen"), "");
  EXPECT_EQ(Found("Bergen (NH)"), "Bergen (NH), AM17");
  EXPECT_EQ(Found("bergen nh"), "Bergen (NH), AM17");
  EXPECT_EQ(Found("Bergen", "AM17"), "Bergen (NH), AM17");
  EXPECT_EQ(Found("Bergen", "AM31"), "Bergen (L), AM31");
  EXPECT_EQ(Found("Bergen", "AM01"), "");
  EXPECT_EQ(Found("Kerk Avezaath"), "Kerk Avezaath");  // a kilometre apart
}

TEST(PlaceIndexTest, RegionOfAPlaceIsTakenOnlyWhenNoneIsGiven) {
  EXPECT_EQ(Places().RegionOf("1012", ""), "AM18");
  EXPECT_EQ(Places().RegionOf("1012", "AM01"), "AM01");
  EXPECT_EQ(Places().RegionOf("Druten", ""), "");
  EXPECT_EQ(Places().RegionOf("9999", ""), "");
}

// What is loaded after a change of places, and what is made of the snapshot before it, agree.
TEST(PlaceIndexTest, RowsHaveTheRegionOfTheirPlace) {
  store::FakeStore store;
  const Source source = ParseTinyWorld("occupation lasser isco 7212 : mig").value();
  ASSERT_TRUE(store.PutTaxonomy(source.taxonomy, "tiny-1").ok());
  model::Vacancy vacancy;
  vacancy.id = "v";
  vacancy.postcode = "1012";
  model::Profile profile;
  profile.id = "p";
  profile.place = "druten";
  store.contents.vacancies["v"] = vacancy;
  store.contents.profiles["p"] = profile;
  const auto before = Load(store, TinyParameters()).value();
  EXPECT_EQ(before->vacancies()[0].vacancy.region, "");
  store.contents.places["1012"] = {"1012", "", "AM18", {52.37, 4.89}};
  store.contents.places["Druten, AM07"] = {"", "Druten", "AM07", {51.89, 5.60}};
  const auto after = LoadOther(store, *before).value();
  EXPECT_FALSE(after->SharesTermsWith(*before));
  EXPECT_EQ(after->places().size(), 2u);
  EXPECT_EQ(after->vacancies()[0].vacancy.region, "AM18");
  EXPECT_EQ(after->vacancies()[0].Record()->region, "");
  EXPECT_EQ(after->profiles()[0].profile.region, "AM07");
  RecordChanges changes;
  vacancy.id = "w";
  changes.vacancies.push_back({"w", vacancy});
  profile.id = "q";
  changes.profiles.push_back({"q", profile});
  const auto live = LoadChanges(store, *after, std::move(changes)).value();
  EXPECT_EQ(live->vacancies()[1].vacancy.region, "AM18");
  EXPECT_EQ(live->profiles()[1].profile.region, "AM07");
  const auto same = LoadOther(store, *after).value();
  EXPECT_TRUE(same->SharesTermsWith(*after));
}

}  // namespace
}  // namespace overstap::snapshot
