// Values that a record can and cannot have.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/strings.h"
#include "ingest/object_reader.h"
#include "ingest/records_json.h"
#include "nlohmann/json.hpp"
#include "tests/ingest/sample_records.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;

template <class Parse>
void ExpectAll(const char* full, const char* field, const std::vector<const char*>& values, bool ok,
               const Parse& parse) {
  for (const char* value : values) {
    json object = json::parse(full);
    object[field] = json::parse(value);
    const absl::Status status = parse(object.dump()).status();
    EXPECT_EQ(status.ok(), ok) << field << " = " << value << ": " << status;
    if (!ok) {
      EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
      EXPECT_NE(status.message().find(field), absl::string_view::npos) << status;
    }
  }
}

TEST(VacancyValuesTest, Ranges) {
  const auto refused = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullVacancy, field, values, false, ParseVacancy);
  };
  const auto accepted = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullVacancy, field, values, true, ParseVacancy);
  };
  refused("level", {"0", "5", "-1", "2.5", "1e10", "99999999999999999999", "-9223372036854775808"});
  accepted("level", {"1", "4", "3.0"});
  refused("hours_min", {"-1", "81", "37"});
  accepted("hours_min", {"0", "36"});
  refused("region", {"\"AM6\"", "\"am06\"", "\"AM006\"", "\"Zwolle\""});
  refused("postcode", {"\"8011AB\"", "\"801\"", "\"0801\"", "8011"});
  refused("closes",
          {"\"2026-10-31\"", "\"2026-02-30\"", "\"2026-13-01\"", "\"31-12-2026\"",
           "\"2026-12-31T00:00:00Z\"", "\"\"", "20261231", "\"-026-12-31\"", "\"9999-12-31\""});
  accepted("closes", {"\"2026-11-01\"", "\"2028-02-29\""});
  refused("skills", {"[{\"uri\":\"a\"}]", "[{\"importance\":\"essential\"}]",
                     "[{\"uri\":\"a\",\"importance\":\"high\"}]",
                     "[{\"uri\":\"a\",\"importance\":\"essential\",\"x\":1}]", "[\"a\"]", "{}"});
  accepted("skills", {"[]"});
  refused("id", {"\"\"", "1"});
}

TEST(DemandValuesTest, Ranges) {
  const auto refused = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullDemand, field, values, false, ParseDemand);
  };
  const auto accepted = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullDemand, field, values, true, ParseDemand);
  };
  refused("id", {"\"\"", "1"});
  refused("isco", {"\"72123\"", "\"72a\"", "7212", "\"C7212\""});
  accepted("isco", {"\"7\"", "\"0110\""});
  refused("brc", {"\"0721\""});          // beside isco
  refused("occupation", {"\"urn:x\""});  // beside isco
  refused("region", {"\"AM6\"", "\"Zwolle\"", "6"});
  refused("open_vacancies", {"-1", "10000001", "1.5", "\"12\"", "1e300"});
  accepted("open_vacancies", {"0", "10000000", "null"});
  refused("tension", {"\"Krap\"", "\"heel krap\"", "3"});
  accepted("tension", {"\"gemiddeld\"", "\"zeer ruim\"", "\"\"", "null"});
  refused("as_of", {"\"2026-02-30\"", "\"2026 Q1\"", "20260630", "null"});
  refused("source", {"\"\"", "null"});
  refused("krapte", {"1"});
  json nothing = json::parse(kFullDemand);
  nothing.erase("tension");
  nothing.erase("open_vacancies");
  EXPECT_FALSE(ParseDemand(nothing.dump()).ok());
  nothing = json::parse(kFullDemand);
  nothing.erase("isco");
  EXPECT_FALSE(ParseDemand(nothing.dump()).ok());
}

// Every beginning of a record is refused, and so is text that is not UTF-8 or nested too deep.
TEST(DemandValuesTest, BrokenText) {
  const std::string full = kFullDemand;
  for (size_t length = 0; length < full.size(); ++length) {
    EXPECT_FALSE(ParseDemand(full.substr(0, length)).ok()) << length;
  }
  std::string latin = full;
  latin.replace(latin.find("UWV"), 3, "\xe9\xe9n");
  EXPECT_FALSE(ParseDemand(latin).ok());
  EXPECT_FALSE(ParseDemand(std::string(100'000, '[')).ok());
  std::string huge = full;
  huge.replace(huge.find("uwv-"), 4, std::string(1 << 20, 'u'));
  EXPECT_FALSE(ParseDemand(huge).ok());
}

TEST(VacancyValuesTest, LongText) {
  json object = json::parse(kFullVacancy);
  object["text"] = std::string(1 << 20, 't');
  ASSERT_TRUE(ParseVacancy(object.dump()).ok());
  for (const char* field : {"id", "region", "postcode"}) {
    json bad = json::parse(kFullVacancy);
    bad[field] = std::string(1 << 20, 't');
    const absl::Status status = ParseVacancy(bad.dump()).status();
    EXPECT_FALSE(status.ok()) << field;
    EXPECT_LE(status.message().size(), 500u) << field;
  }
}

TEST(ProfileValuesTest, Ranges) {
  const auto refused = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullProfile, field, values, false, ParseProfile);
  };
  refused("radius_km", {"-0.5", "501", "1e308", "\"30\""});
  refused("certificates", {"[\"\"]", "\"VCA\"", "[3]"});
  refused("dutch", {"\"B3\"", "2"});
  refused("avoids", {"[\"\"]"});
  refused("cannot",
          {"[\"\"]", "\"mig\"", "[3]", StrCat("[\"", std::string(2001, 'x'), "\"]").c_str()});
  refused("occupations", {"[{\"uri\":\"a\"}]", "[{\"years\":1}]"});
  EXPECT_FALSE(ParseProfile(R"({"id":"p","occupations":[{"uri":"","years":1}]})").ok());
  const auto with_years = [](const char* years) {
    return ParseProfile(StrCat(R"({"id":"p","occupations":[{"uri":"a","years":)", years, "}]}"))
        .ok();
  };
  EXPECT_TRUE(with_years("0"));
  EXPECT_TRUE(with_years("70"));
  EXPECT_FALSE(with_years("70.1"));
  EXPECT_FALSE(with_years("-1"));
  EXPECT_FALSE(with_years("1e999"));
  EXPECT_FALSE(with_years("NaN"));
  const auto with_evidence = [](const char* evidence) {
    return ParseProfile(StrCat(R"({"id":"p","skills":[{"uri":"a","evidence":")", evidence, "\"}]}"))
        .ok();
  };
  for (const char* name :
       {"claimed", "work", "employer", "evc", "praktijkverklaring", "certificate", "diploma"}) {
    EXPECT_TRUE(with_evidence(name)) << name;
  }
  EXPECT_FALSE(with_evidence("Diploma"));
  EXPECT_FALSE(with_evidence(""));
}

TEST(CourseValuesTest, Ranges) {
  const auto refused = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullCourse, field, values, false, ParseCourse);
  };
  refused("skills", {"[]", "[1]", "[\"\"]", "\"http://x/a\""});
  refused("hours", {"-1", "20001"});
  refused("weeks", {"-1", "521"});
  refused("price_eur", {"-0.01", "1000001"});
  refused("form", {"\"BBL\"", "\"\""});
  refused("starts", {"[\"2027-02-29\"]", "[20270201]", "\"2027-02-01\""});
  ExpectAll(kFullCourse, "form", {"\"bol\"", "\"avond\"", "\"online\"", "\"werkplek\""}, true,
            ParseCourse);
}

TEST(SchemeValuesTest, Ranges) {
  const auto refused = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullScheme, field, values, false, ParseScheme);
  };
  refused("valid_until", {"\"2020-02-29\"", "\"x\""});
  refused("status", {"\"dead\""});
  refused("for", {"\"nobody\""});
  refused("max_eur", {"-1", "1e8"});
  refused("conditions", {"[]", "\"{}\""});
  ExpectAll(kFullScheme, "conditions", {"{}"}, true, ParseScheme);
}

TEST(RegionValuesTest, Ranges) {
  const auto refused = [](const char* field, const std::vector<const char*>& values) {
    ExpectAll(kFullRegion, field, values, false, ParseRegion);
  };
  refused("code", {"\"\"", "\"NL21\""});
  refused("name", {"\"\""});
  refused("latitude", {"90.1", "-91"});
  refused("longitude", {"180.5", "-181"});
}

}  // namespace
}  // namespace overstap::ingest
