// Placing a group and reporting a region on the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "base/strings.h"
#include "tests/golden/golden_file.h"
#include "tests/golden/starter_store.h"

namespace overstap {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;

constexpr const char* kGroundHandler =
    "http://data.europa.eu/esco/occupation/3d974e0c-8ed9-47a7-aec2-ebdb34391c87";

constexpr const char* kPlaceShape = R"({"versions": {"taxonomy": "text", "data": "text",
    "parameters": "text"}, "as_of": "text", "techniek": "text|null", "people": "integer",
    "placed": "integer", "weeks": "number", "optimal": "boolean", "most_placed": "integer",
    "vacancies": "integer|null", "without_region": "integer", "courses_unlimited": "integer",
    "placements": [{"group": "text", "people": "integer", "occupation": {"uri": "text",
    "label": "text"}, "region": "text|null", "score": "number", "weeks": "number",
    "open_skills": "integer", "courses": [{"id": "text", "title": "text"}]}],
    "unplaced": [{"group": "text", "people": "integer", "reason": "text"}],
    "levers": [{"available": "integer", "more_used": "integer", "more_placed": "integer",
    "more_weeks": "number"}], "unknown_uris": []})";

constexpr const char* kReportShape = R"({"versions": {"taxonomy": "text", "data": "text",
    "parameters": "text"}, "as_of": "text", "region": "text", "region_name": "text|null",
    "techniek": "text|null", "people": "integer", "vacancies": "integer|null",
    "fewest_shown": "integer", "rounded_to": "integer",
    "surplus": [{"occupation": {"uri": "text", "label": "text"}, "people": "integer",
    "vacancies": "integer|null", "moves": "integer"}],
    "shortage": [{"occupation": {"uri": "text", "label": "text"}, "vacancies": "integer",
    "people": "integer|null", "tension": "text|null", "level": "integer|null", "moves": "integer",
    "courses": "integer", "course_starts": "integer", "seats": "integer|null"}],
    "moves": [{"origin": {"uri": "text", "label": "text"}, "destination": {"uri": "text",
    "label": "text"}, "people": "integer", "score": "number", "coverage": "number",
    "level_gap": "integer|null", "weeks": "number", "missing": "integer",
    "open_skills": "integer"}],
    "missing": [{"skill": {"uri": "text", "label": "text"}, "moves": "integer",
    "people": "integer", "courses": "integer"}],
    "courses": [{"course": {"id": "text", "title": "text"}, "weeks": "number",
    "unlocks": "integer", "serves": "integer", "people": "integer", "starts": "integer",
    "seats": "integer|null"}]})";

class GoldenCohortTest : public StarterStoreTest {
 protected:
  GoldenCohortTest() {
    folder_.Write("cohort.jsonl",
                  StrCat("# 300 people of a handler\n", GroundHandlers("grond", 300),
                         R"({"id":"onbekend","count":2,"region":"AM18"})", "\n"));
  }

  static std::string GroundHandlers(std::string_view id, int count) {
    return StrCat(R"({"id":")", id, R"(","count":)", count, R"(,"occupations":[{"uri":")",
                  kGroundHandler, R"(","years":9}],"region":"AM18","radius_km":40})", "\n");
  }

  // The starter store with `count` ground handlers more in AM18.
  std::string StoreWithGroundHandlers(int count) {
    const std::string store = folder_ / "store";
    std::filesystem::copy(StorePath(), store, std::filesystem::copy_options::recursive);
    std::string profiles;
    for (int i = 0; i < count; ++i) {
      StrAppend(&profiles, R"({"id":"extra-)", i, R"(","occupations":[{"uri":")", kGroundHandler,
                R"(","years":9}],"region":"AM18"})", "\n");
    }
    folder_.Write("profiles.jsonl", profiles);
    const ProgramResult result = RunProgram(
        OVERSTAP_PROGRAM, {"--store", store, "import", "profiles", folder_ / "profiles.jsonl"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return store;
  }

  const TempFolder folder_;
};

TEST_F(GoldenCohortTest, PlaceAGroup) {
  const Json json = RunJson({"place", folder_ / "cohort.jsonl"});
  EXPECT_EQ(Faults(json, kPlaceShape), "");
  ASSERT_FALSE(json["placements"].empty());
  ASSERT_FALSE(json["levers"].empty());
  ExpectGoldenJson("place.json", json);
  const ProgramResult text = Run({"place", folder_ / "cohort.jsonl"});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  ExpectGolden("place.txt", text.out);
}

TEST_F(GoldenCohortTest, PlaceRefusesAllOrNothing) {
  const auto refused = [this](const std::string& lines, const char* says) {
    folder_.Write("bad.jsonl", lines);
    const ProgramResult result = Run({"place", folder_ / "bad.jsonl"});
    EXPECT_EQ(result.exit_code, 3) << lines;
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, HasSubstr(says));
  };
  refused(GroundHandlers("a", 1) + "nonsense\n", "bad.jsonl:2");
  refused(GroundHandlers("a", 0), "count");
  refused("{\"id\":\"a\",\"name\":\"Jan\"}\n", "name");
  EXPECT_EQ(Run({"place", folder_ / "absent.jsonl"}).exit_code, 3);
  EXPECT_EQ(Run({"place"}).exit_code, 2);
  folder_.Write("empty.jsonl", "");
  EXPECT_EQ(RunJson({"place", folder_ / "empty.jsonl"})["people"], 0);
}

TEST_F(GoldenCohortTest, ReportARegion) {
  const std::string store = StoreWithGroundHandlers(40);
  const auto run = [&store](std::vector<std::string> options) {
    std::vector<std::string> all = {"--store", store, "--today", "2026-11-21"};
    all.insert(all.end(), options.begin(), options.end());
    const ProgramResult result = RunProgram(OVERSTAP_PROGRAM, all);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
  };
  const std::vector<std::string> question = {"report", "region", "AM18", "--limit", "4"};
  const std::string text = run(question);
  std::vector<std::string> as_json = question;
  as_json.push_back("--json");
  const Json json = Json::parse(run(as_json));
  EXPECT_EQ(Faults(json, kReportShape), "");
  ASSERT_EQ(json["surplus"].size(), 1u);
  EXPECT_EQ(json["surplus"][0]["people"].get<int>() % 5, 0);
  ASSERT_FALSE(json["moves"].empty());
  ExpectGoldenJson("report_region.json", json);
  ExpectGolden("report_region.txt", text);
}

TEST_F(GoldenCohortTest, AReportOfFewPeopleSaysNothingOfThem) {
  const Json json = RunJson({"report", "region", "AM06"});
  EXPECT_EQ(Faults(json, kReportShape), "");
  EXPECT_EQ(json["people"], 0);
  EXPECT_TRUE(json["surplus"].empty());
  EXPECT_FALSE(json["shortage"].empty());
  EXPECT_EQ(Run({"report", "region", "AM99"}).exit_code, 3);
  EXPECT_EQ(Run({"report", "region", "Zwolle"}).exit_code, 3);
  EXPECT_EQ(Run({"report", "region"}).exit_code, 2);
  EXPECT_EQ(Run({"report"}).exit_code, 2);
}

}  // namespace
}  // namespace overstap
