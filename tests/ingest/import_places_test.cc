// Postcodes and towns: own lines, and objects of centroids.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "base/strings.h"
#include "engine/snapshot/place_index.h"
#include "ingest/importer.h"
#include "tests/support/fake_store.h"
#include "tests/support/temp_folder.h"

namespace overstap::ingest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ImportPlacesTest : public ::testing::Test {
 protected:
  absl::StatusOr<ImportReport> ImportFile(const std::string& path,
                                          RecordKind kind = RecordKind::kPlaces,
                                          bool strict = false) {
    NoProgress progress;
    return ImportRecords({kind, path, strict}, &store_, &progress);
  }

  absl::StatusOr<ImportReport> Import(std::string_view text, bool strict = false) {
    folder_.Write("in.json", text);
    return ImportFile(folder_ / "in.json", RecordKind::kPlaces, strict);
  }

  TempFolder folder_;
  store::FakeStore store_;
};

TEST_F(ImportPlacesTest, ReadsOwnLines) {
  const auto report =
      Import(R"({"postcode":"1012","latitude":52.37,"longitude":4.89,"region":"AM18"})"
             "\n"
             R"({"name":"Druten","latitude":51.89,"longitude":5.6})"
             "\n"
             R"({"name":"Bergen","region":"AM17","latitude":52.67,"longitude":4.7})"
             "\n"
             R"({"name":"Bergen","region":"AM31","latitude":51.6,"longitude":6.05})");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->kind, "places");
  EXPECT_EQ(report->format, "overstap");
  EXPECT_EQ(report->accepted, 4);
  EXPECT_THAT(report->problems, IsEmpty());
  EXPECT_EQ(store_.contents.places.at("1012"), (model::Place{"1012", "", "AM18", {52.37, 4.89}}));
  EXPECT_EQ(store_.contents.places.at("Druten"), (model::Place{"", "Druten", "", {51.89, 5.6}}));
  EXPECT_THAT(store_.contents.places, SizeIs(4));
}

TEST_F(ImportPlacesTest, ReadsAnObjectOfCentroids) {
  const auto report = Import(
      "{\"1011\":{\"c\":[52.37,4.9]},\n \"Druten\":{\"c\":[51.89,5.6]},"
      "\"1940\":{\"c\":[50.2,4.46]}}");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->format, "centroids");
  EXPECT_EQ(report->read, 3);
  EXPECT_EQ(report->accepted, 2);
  EXPECT_EQ(report->refused, 1);
  ASSERT_THAT(report->problems, SizeIs(1));
  EXPECT_EQ(report->problems[0].file, "in.json");
  EXPECT_EQ(report->problems[0].code, "bad_record");
  EXPECT_EQ(report->problems[0].message,
            "'1940': the point 50.2, 4.46 lies outside of the Netherlands");
  EXPECT_EQ(store_.contents.places.at("1011").point, (model::GeoPoint{52.37, 4.9}));
  EXPECT_EQ(store_.contents.places.at("Druten").name, "Druten");
  EXPECT_FALSE(Import("{\"1011\":{\"c\":[52.37,4.9]},\"1940\":{\"c\":[50.2,4.46]}}", true).ok());
}

TEST_F(ImportPlacesTest, RefusesABadCentroidByItself) {
  const auto report = Import(
      R"({"1011":{"c":[52.37,4.9]},"1012":{"c":[52.37]},"1013":{"c":["52","4"]},"1014":[52.3,4.9],)"
      R"("1015":{"c":[4.9,52.37]},"1016":{"c":[52.37,4.9],"d":1},"1017":null,"12":{"c":[52,5]},)"
      R"("10171":{"c":[52,5]},"":{"c":[52,5]},"Laan 5":{"c":[52,5]},"1018":{"c":[1e999,5]},)"
      R"("1019":{"c":[52,5,0]}})");
  // A number that is too large for a double refuses the whole: it is no JSON that we read.
  EXPECT_FALSE(report.ok());
  const auto other = Import(
      R"({"1011":{"c":[52.37,4.9]},"1012":{"c":[52.37]},"1013":{"c":["52","4"]},"1014":[52.3,4.9],)"
      R"("1015":{"c":[4.9,52.37]},"1016":{"c":[52.37,4.9],"d":1},"1017":null,"12":{"c":[52,5]},)"
      R"("10171":{"c":[52,5]},"":{"c":[52,5]},"Laan 5":{"c":[52,5]},"1019":{"c":[52,5,0]}})");
  ASSERT_TRUE(other.ok()) << other.status();
  EXPECT_EQ(other->accepted, 1);
  EXPECT_EQ(other->refused, 11);
  EXPECT_THAT(store_.contents.places, SizeIs(1));
}

TEST_F(ImportPlacesTest, RefusesWhatIsNoPlaceByLine) {
  const auto report =
      Import(R"({"postcode":"1012","latitude":52.37,"longitude":4.89})"
             "\n"
             R"({"postcode":"1012","name":"Amsterdam","latitude":52.37,"longitude":4.89})"
             "\n"
             R"({"postcode":"1012AB","latitude":52.37,"longitude":4.89})"
             "\n"
             R"({"latitude":52.37,"longitude":4.89})"
             "\n"
             R"({"postcode":"1013","latitude":52.37})"
             "\n"
             R"({"postcode":"1013","latitude":"52.37","longitude":4.89})"
             "\n"
             R"({"postcode":"1013","latitude":51,"longitude":4.89,"street":"Laan"})"
             "\n"
             R"({"postcode":"1013","latitude":48.85,"longitude":2.35})"
             "\n"
             R"({"postcode":"1012","latitude":52.4,"longitude":4.89})");
  ASSERT_TRUE(report.ok()) << report.status();
  EXPECT_EQ(report->accepted, 2);
  EXPECT_EQ(report->refused, 7);
  EXPECT_EQ(report->problems.back().code, "duplicate_id");
  EXPECT_EQ(report->problems[6].line, 8);
  EXPECT_THAT(report->problems[6].message, HasSubstr("outside of the Netherlands"));
  EXPECT_EQ(store_.contents.places.at("1012").point.latitude, 52.4);
}

TEST_F(ImportPlacesTest, BrokenFilesAreRefusedAndChangeNothing) {
  const std::string whole = R"({"1011":{"c":[52.37,4.9]},"1012":{"c":[52.37,4.89]}})";
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(Import(whole.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(Import("[]").ok());
  EXPECT_FALSE(Import("{}").ok());
  EXPECT_FALSE(Import("{\"c\":[52,5]}").ok());
  EXPECT_FALSE(Import("{\"Bl\xe9rick\":{\"c\":[51.4,6.1]}}").ok());
  EXPECT_FALSE(Import(std::string("\xff\xfe{\0\"\0", 6)).ok());
  EXPECT_FALSE(Import("\x1f\x8b\x08").ok());
  EXPECT_FALSE(Import(StrCat("{\"1011\":{\"c\":", std::string(100'000, '['))).ok());
  // Larger than is read at once.
  EXPECT_FALSE(
      Import(StrCat("{\"1011\":{\"c\":[52.37,4.9]}", std::string(17 << 20, ' '), "}")).ok());
  EXPECT_THAT(store_.contents.places, IsEmpty());
}

class SharedPlacesTest : public ImportPlacesTest {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Shared("regions/pc4_centroids.json"))) {
      GTEST_SKIP() << "needs ../shared/data/regions";
    }
  }

  static std::string Shared(std::string_view name) {
    return StrCat(OVERSTAP_SOURCE_DIR, "/../shared/data/", name);
  }
};

// Three PO boxes lie in Belgium and Luxembourg; nothing else is refused.
TEST_F(SharedPlacesTest, CentroidsOfPostcodesAndTowns) {
  const auto postcodes = ImportFile(Shared("regions/pc4_centroids.json"));
  ASSERT_TRUE(postcodes.ok()) << postcodes.status();
  EXPECT_EQ(postcodes->refused, 3);
  EXPECT_EQ(postcodes->accepted, 4763);
  const auto towns = ImportFile(Shared("regions/place_centroids.json"));
  ASSERT_TRUE(towns.ok()) << towns.status();
  EXPECT_EQ(towns->refused, 0);
  EXPECT_EQ(towns->accepted, 2426);
  EXPECT_THAT(store_.contents.places, SizeIs(7189));
}

TEST_F(SharedPlacesTest, MostPostcodesOfVumProfilesAreKnown) {
  ASSERT_TRUE(ImportFile(Shared("regions/pc4_centroids.json")).ok());
  const auto profiles =
      ImportFile(Shared("vum/werkzoekende_profielen_1000.json"), RecordKind::kProfiles);
  ASSERT_TRUE(profiles.ok()) << profiles.status();
  EXPECT_EQ(profiles->accepted, 1000);
  std::vector<model::Place> records;
  for (const auto& [id, place] : store_.contents.places) records.push_back(place);
  const snapshot::PlaceIndex places(std::move(records));
  int with_postcode = 0;
  int found = 0;
  for (const auto& [id, profile] : store_.contents.profiles) {
    with_postcode += !profile.postcode.empty();
    found += places.Find(model::FactsOf(profile).place, "") != nullptr;
  }
  EXPECT_GT(with_postcode, 100);
  EXPECT_GT(found, with_postcode / 4);  // they are drawn at random from all numbers
  EXPECT_LE(found, with_postcode);
}

}  // namespace
}  // namespace overstap::ingest
