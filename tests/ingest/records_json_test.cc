#include "ingest/records_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "base/strings.h"
#include "nlohmann/json.hpp"
#include "tests/ingest/sample_records.h"

namespace overstap::ingest {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ParseVacancyTest, ReadsEveryField) {
  const auto vacancy = ParseVacancy(kFullVacancy);
  ASSERT_TRUE(vacancy.ok()) << vacancy.status();
  model::Vacancy expected;
  expected.id = "v1";
  expected.title = "Lasser";
  expected.occupation_uri = "http://x/lasser";
  expected.skills = {{"http://x/a", Importance::kEssential}, {"http://x/b", Importance::kSomewhat}};
  expected.region = "AM06";
  expected.postcode = "8011";
  expected.place = "Zwolle";
  expected.hours_min = 24;
  expected.hours_max = 36;
  expected.pay_min = 2600;
  expected.pay_max = 3150;
  expected.level = 2;
  expected.published = absl::CivilDay(2026, 11, 1);
  expected.closes = absl::CivilDay(2026, 12, 31);
  expected.employer = "Staal BV";
  expected.text = "Wij zoeken\neen lasser.";
  EXPECT_EQ(*vacancy, expected);
}

TEST(ParseVacancyTest, NullIsTheSameAsAbsent) {
  const auto bare = ParseVacancy(R"({"id":"v","title":"t"})");
  const auto nulls = ParseVacancy(
      R"({"id":"v","title":"t","occupation":null,"skills":null,"region":null,"postcode":null,)"
      R"("hours_min":null,"hours_max":null,"level":null,"published":null,"closes":null,)"
      R"("employer":null,"text":null})");
  ASSERT_TRUE(bare.ok()) << bare.status();
  ASSERT_TRUE(nulls.ok()) << nulls.status();
  EXPECT_EQ(*bare, *nulls);
  EXPECT_EQ(bare->hours_min, std::nullopt);
  EXPECT_EQ(bare->published, std::nullopt);
}

TEST(ParseDemandTest, ReadsEveryField) {
  const auto demand = ParseDemand(kFullDemand);
  ASSERT_TRUE(demand.ok()) << demand.status();
  const model::Demand expected = {"uwv-7212-am06",
                                  model::DemandBasis::kIsco,
                                  "7212",
                                  "AM06",
                                  120,
                                  model::Tension::kVeryTight,
                                  absl::CivilDay(2026, 6, 30),
                                  "UWV"};
  EXPECT_EQ(*demand, expected);
}

TEST(ParseDemandTest, WhatIsAbsentIsUnknown) {
  const auto count = ParseDemand(
      R"({"id":"a","brc":"07","open_vacancies":0,"as_of":"2026-06-30","source":"CBS"})");
  ASSERT_TRUE(count.ok()) << count.status();
  EXPECT_EQ(count->basis, model::DemandBasis::kBrc);
  EXPECT_EQ(count->region, "");
  EXPECT_EQ(count->open_vacancies, 0);
  EXPECT_EQ(count->tension, std::nullopt);
  const auto tension = ParseDemand(
      R"({"id":"a","occupation":"http://x/lasser","tension":"ruim","as_of":"2026-06-30",)"
      R"("source":"UWV"})");
  ASSERT_TRUE(tension.ok()) << tension.status();
  EXPECT_EQ(tension->basis, model::DemandBasis::kOccupation);
  EXPECT_EQ(tension->code, "http://x/lasser");
  EXPECT_EQ(tension->open_vacancies, std::nullopt);
}

TEST(ParseProfileTest, ReadsEveryField) {
  const auto profile = ParseProfile(kFullProfile);
  ASSERT_TRUE(profile.ok()) << profile.status();
  model::Profile expected;
  expected.id = "p1";
  expected.occupations = {{"http://x/draadtrekker", 12.5, 2026}, {"http://x/kok", 1, std::nullopt}};
  expected.skills = {{"http://x/a", model::EvidenceKind::kPraktijkverklaring, 2020},
                     {"http://x/b", model::EvidenceKind::kClaimed, std::nullopt}};
  expected.region = "AM06";
  expected.postcode = "8011";
  expected.place = "Zwolle";
  expected.radius_km = 30.5;
  expected.hours_min = 16;
  expected.hours_max = 40;
  expected.level = 3;
  expected.certificates = {"VCA Basis"};
  expected.avoids = {"ploegendienst"};
  expected.cannot = {"http://x/c"};
  expected.dutch = model::LanguageLevel::kB1;
  expected.keep_until = absl::CivilDay(2027, 1, 31);
  EXPECT_EQ(*profile, expected);
}

TEST(ParseProfileTest, RefusesCitizenServiceNumbers) {
  for (const char* text : {R"({"id":"123456782"})", R"({"id":"p","region":"123456782"})",
                           R"({"id":"p","skills":[{"uri":"x/123456782","evidence":"work"}]})",
                           R"({"id":"p","note":"bsn \u0031\u0032\u003323456782 123456782"})"}) {
    const auto profile = ParseProfile(text);
    ASSERT_FALSE(profile.ok()) << text;
    EXPECT_THAT(std::string(profile.status().message()), HasSubstr("burgerservicenummer"));
    EXPECT_THAT(std::string(profile.status().message()), ::testing::Not(HasSubstr("123456782")));
  }
}

TEST(ParseCourseTest, ReadsEveryField) {
  const auto course = ParseCourse(kFullCourse);
  ASSERT_TRUE(course.ok()) << course.status();
  EXPECT_EQ(course->id, "c1");
  EXPECT_EQ(course->title, "CNC verspanen");
  EXPECT_EQ(course->provider, "ROC");
  EXPECT_EQ(course->provider_kind, "roc");
  EXPECT_EQ(course->credential, "mbo-certificaat");
  EXPECT_THAT(course->skills, ElementsAre("http://x/a", "http://x/b"));
  EXPECT_THAT(course->requires_, ElementsAre("http://x/c"));
  EXPECT_EQ(course->hours, 320);
  EXPECT_EQ(course->weeks, 16);
  EXPECT_EQ(course->price_eur, 1450.5);
  EXPECT_EQ(course->form, model::CourseForm::kBbl);
  EXPECT_EQ(course->level, 2);
  EXPECT_EQ(course->region, "AM06");
  EXPECT_THAT(course->starts, ElementsAre(absl::CivilDay(2027, 2, 1), absl::CivilDay(2028, 2, 29)));
  EXPECT_THAT(course->schemes, ElementsAre("slim"));
  EXPECT_EQ(course->crebo, "25297");
  EXPECT_EQ(course->seats, 12);
}

TEST(ParseSchemeTest, ReadsEveryField) {
  const auto scheme = ParseScheme(kFullScheme);
  ASSERT_TRUE(scheme.ok()) << scheme.status();
  model::Scheme expected;
  expected.id = "slim";
  expected.name = "SLIM";
  expected.valid_from = absl::CivilDay(2020, 3, 1);
  expected.valid_until = absl::CivilDay(2027, 12, 31);
  expected.status = model::SchemeStatus::kOpen;
  expected.who = model::SchemeFor::kEmployer;
  expected.max_eur = 25000;
  expected.conditions_json = R"({"a":{"max":0.5},"sector":["metaal","bouw"]})";
  expected.source = "https://example.org/slim";
  EXPECT_EQ(*scheme, expected);
}

TEST(ParseRegionTest, ReadsEveryField) {
  const auto region = ParseRegion(kFullRegion);
  ASSERT_TRUE(region.ok()) << region.status();
  EXPECT_EQ(*region, (model::Region{"AM06", "Regio Zwolle", {52.5, 6.1}}));
}

// What holds for all of them alike.
struct Parser {
  const char* name;
  const char* full;
  std::vector<std::string> required;
  std::function<absl::Status(std::string_view)> parse;
};

template <class Function>
Parser MakeParser(const char* name, const char* full, std::vector<std::string> required,
                  Function function) {
  return {name, full, std::move(required),
          [function](std::string_view text) { return function(text).status(); }};
}

class EveryParserTest : public ::testing::TestWithParam<Parser> {
 protected:
  absl::Status Parse(const json& object) const { return GetParam().parse(object.dump()); }
  void ExpectRefused(const json& object, std::string_view field) const {
    const absl::Status status = Parse(object);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << object.dump();
    EXPECT_THAT(std::string(status.message()), HasSubstr(std::string(field)));
  }
  const json full_ = json::parse(GetParam().full);
};

TEST_P(EveryParserTest, RefusesUnknownFields) {
  json object = full_;
  object["colour"] = "red";
  ExpectRefused(object, "'colour' is unknown");
}

TEST_P(EveryParserTest, MissingFieldsAreNamed) {
  for (const auto& item : full_.items()) {
    json object = full_;
    object.erase(item.key());
    const auto& required = GetParam().required;
    if (std::find(required.begin(), required.end(), item.key()) == required.end()) {
      EXPECT_TRUE(Parse(object).ok()) << item.key() << " is optional: " << Parse(object);
    } else {
      ExpectRefused(object, StrCat("'", item.key(), "' is missing"));
    }
  }
}

TEST_P(EveryParserTest, WrongTypesAreNamed) {
  const std::vector<json> others = {json("text"), json(1.25), json(true), json::array({json(1)}),
                                    json::object({{"a", 1}})};
  for (const auto& item : full_.items()) {
    for (const json& other : others) {
      if (other.type_name() == std::string_view(item.value().type_name()) && !other.is_array() &&
          item.key() != "conditions" && !item.value().is_string()) {
        continue;
      }
      if (other.is_string() && item.value().is_string()) continue;
      if (other.is_object() && item.key() == "conditions") continue;
      json object = full_;
      object[item.key()] = other;
      ExpectRefused(object, StrCat("'", item.key(), "'"));
    }
  }
}

TEST_P(EveryParserTest, RefusesHostileText) {
  const std::string full = GetParam().full;
  const auto& parse = GetParam().parse;
  EXPECT_FALSE(parse("").ok());
  EXPECT_FALSE(parse("[]").ok());
  EXPECT_FALSE(parse("{}").ok());
  EXPECT_FALSE(parse(full + full).ok());
  EXPECT_FALSE(parse(std::string(100000, '[')).ok());
  for (size_t length = 0; length < full.size(); ++length) {
    EXPECT_FALSE(parse(full.substr(0, length)).ok()) << length;
  }
  EXPECT_TRUE(parse(full).ok());
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, EveryParserTest,
    ::testing::Values(
        MakeParser("Vacancy", kFullVacancy, {"id", "title"}, ParseVacancy),
        MakeParser("Profile", kFullProfile, {"id"}, ParseProfile),
        MakeParser("Course", kFullCourse,
                   {"id", "title", "provider", "skills", "hours", "weeks", "price_eur", "form"},
                   ParseCourse),
        MakeParser("Scheme", kFullScheme,
                   {"id", "name", "valid_from", "status", "for", "conditions", "source"},
                   ParseScheme),
        MakeParser("Region", kFullRegion, {"code", "name", "latitude", "longitude"}, ParseRegion)),
    [](const auto& parser) { return parser.param.name; });

}  // namespace
}  // namespace overstap::ingest
