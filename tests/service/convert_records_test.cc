#include "service/convert_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <string>

#include "base/strings.h"
#include "tests/service/random_records.h"

namespace overstap::service {
namespace {

using ::testing::HasSubstr;

// Through the message and through its bytes.
template <class Record>
void ExpectRoundTrip(const Record& record) {
  const auto message = ToProto(record);
  const auto back = FromProto(message);
  ASSERT_TRUE(back.ok()) << back.status() << message.DebugString();
  EXPECT_EQ(*back, record) << message.DebugString();
  auto copy = message;
  copy.Clear();
  ASSERT_TRUE(copy.ParseFromString(message.SerializeAsString()));
  EXPECT_EQ(FromProto(copy).value(), record);
}

TEST(ConvertRecordsTest, RandomRecordsComeBackTheSame) {
  RandomRecords random(20261121);
  for (int i = 0; i < 300; ++i) {
    ExpectRoundTrip(random.Vacancy());
    ExpectRoundTrip(random.Profile());
    ExpectRoundTrip(random.Course());
    ExpectRoundTrip(random.Scheme());
    ExpectRoundTrip(random.Region());
    ExpectRoundTrip(random.Place());
  }
}

template <class Message>
void ExpectRefused(const Message& message, std::string_view field) {
  const auto record = FromProto(message);
  ASSERT_FALSE(record.ok()) << message.ShortDebugString();
  EXPECT_EQ(record.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(record.status().message()), HasSubstr(std::string(field)));
}

// A valid message with one thing changed.
template <class Message>
Message With(Message message, const std::function<void(Message*)>& change) {
  change(&message);
  return message;
}

v1::Vacancy AVacancy() {
  v1::Vacancy message;
  message.set_id("v1");
  return message;
}

v1::Profile AProfile() {
  v1::Profile message;
  message.set_id("p1");
  message.add_occupations()->set_occupation_uri("urn:o");
  message.mutable_occupations(0)->set_years(3);
  message.add_skills()->set_uri("urn:s");
  message.mutable_skills(0)->set_kind(v1::EVIDENCE_KIND_WORK);
  return message;
}

v1::Course ACourse() {
  v1::Course message;
  message.set_id("c1");
  message.set_title("Lassen niveau 1");
  message.add_skill_uris("urn:s");
  message.set_hours(40);
  message.set_weeks(4);
  message.set_price_eur(0);
  message.set_form(v1::COURSE_FORM_AVOND);
  return message;
}

v1::Scheme AScheme() {
  v1::Scheme message;
  message.set_id("slim");
  message.set_name("SLIM");
  message.mutable_valid_from()->set_year(2020);
  message.mutable_valid_from()->set_month(1);
  message.mutable_valid_from()->set_day(1);
  message.set_status(v1::SCHEME_STATUS_OPEN);
  message.set_audience(v1::SCHEME_AUDIENCE_EMPLOYER);
  return message;
}

TEST(ConvertRecordsTest, TheSmallestRecordsAreTaken) {
  EXPECT_TRUE(FromProto(AVacancy()).ok());
  EXPECT_TRUE(FromProto(AProfile()).ok());
  EXPECT_TRUE(FromProto(ACourse()).ok());
  EXPECT_TRUE(FromProto(AScheme()).ok());
}

TEST(ConvertRecordsTest, EmptyMessagesAreRefused) {
  ExpectRefused(v1::Vacancy(), "id");
  ExpectRefused(v1::Profile(), "id");
  ExpectRefused(v1::Course(), "hours");
  ExpectRefused(v1::Scheme(), "valid_from");
  ExpectRefused(v1::Region(), "code");
  ExpectRefused(v1::Place(), "point");
}

TEST(ConvertRecordsTest, AbsentNumbersStayUnknownAndZeroIsZero) {
  v1::Vacancy message = AVacancy();
  EXPECT_EQ(FromProto(message)->hours_min, std::nullopt);
  message.set_hours_min(0);
  EXPECT_EQ(FromProto(message)->hours_min, 0);
  v1::Profile person = AProfile();
  EXPECT_EQ(FromProto(person)->radius_km, std::nullopt);
  person.set_radius_km(0);
  EXPECT_EQ(FromProto(person)->radius_km, 0.0);
}

TEST(ConvertRecordsTest, RequiredNumbersMayNotBeAbsent) {
  ExpectRefused(
      With<v1::Profile>(AProfile(), [](auto* m) { m->mutable_occupations(0)->clear_years(); }),
      "years");
  ExpectRefused(With<v1::Course>(ACourse(), [](auto* m) { m->clear_hours(); }), "hours");
  ExpectRefused(With<v1::Course>(ACourse(), [](auto* m) { m->clear_weeks(); }), "weeks");
  ExpectRefused(With<v1::Course>(ACourse(), [](auto* m) { m->clear_price_eur(); }), "price_eur");
}

TEST(ConvertRecordsTest, EnumValuesThatAreMissingOrUnknownAreRefused) {
  v1::Vacancy vacancy = AVacancy();
  vacancy.add_skills()->set_uri("urn:s");
  ExpectRefused(vacancy, "importance is missing");
  for (const int number : {5, 99, -1, std::numeric_limits<int>::max()}) {
    const std::string shown = StrCat("value ", number);
    vacancy.mutable_skills(0)->set_importance(static_cast<v1::Importance>(number));
    ExpectRefused(vacancy, shown);
    const int more = number == 5 ? 8 : number;
    ExpectRefused(
        With<v1::Profile>(AProfile(),
                          [more](auto* m) {
                            m->mutable_skills(0)->set_kind(static_cast<v1::EvidenceKind>(more));
                          }),
        StrCat("value ", more));
    const int form = number == 5 ? 6 : number;
    ExpectRefused(
        With<v1::Course>(ACourse(),
                         [form](auto* m) { m->set_form(static_cast<v1::CourseForm>(form)); }),
        StrCat("value ", form));
    ExpectRefused(
        With<v1::Scheme>(
            AScheme(), [number](auto* m) { m->set_status(static_cast<v1::SchemeStatus>(number)); }),
        shown);
    ExpectRefused(With<v1::Scheme>(AScheme(),
                                   [number](auto* m) {
                                     m->set_audience(static_cast<v1::SchemeAudience>(number));
                                   }),
                  shown);
  }
}

TEST(ConvertRecordsTest, NumbersThatAreNoNumbersAreRefused) {
  for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity(),
                           -std::numeric_limits<double>::infinity(), -1.0, 1e300}) {
    ExpectRefused(With<v1::Course>(ACourse(), [bad](auto* m) { m->set_hours(bad); }), "hours");
    ExpectRefused(With<v1::Course>(ACourse(), [bad](auto* m) { m->set_weeks(bad); }), "weeks");
    ExpectRefused(With<v1::Course>(ACourse(), [bad](auto* m) { m->set_price_eur(bad); }), "price");
    ExpectRefused(With<v1::Profile>(AProfile(), [bad](auto* m) { m->set_radius_km(bad); }),
                  "radius_km");
    ExpectRefused(With<v1::Scheme>(AScheme(), [bad](auto* m) { m->set_max_eur(bad); }), "max_eur");
    v1::Region region;
    region.set_code("AM01");
    region.set_name("Groningen");
    region.mutable_centroid()->set_latitude(bad == -1.0 ? 91 : bad);
    ExpectRefused(region, "latitude");
    v1::Place place;
    place.set_postcode("8011");
    place.mutable_point()->set_latitude(52);
    place.mutable_point()->set_longitude(bad);
    ExpectRefused(place, bad > -180 && bad < 180 ? "Netherlands" : "longitude");
  }
}

TEST(ConvertRecordsTest, IdsAndTextsOfAMegabyteAreRefusedOrKeptWhole) {
  const std::string huge(1 << 20, 'x');
  ExpectRefused(With<v1::Vacancy>(AVacancy(), [&](auto* m) { m->set_id(huge); }), "id");
  ExpectRefused(With<v1::Vacancy>(AVacancy(), [&](auto* m) { m->set_region(huge); }), "region");
  ExpectRefused(With<v1::Profile>(AProfile(), [&](auto* m) { m->set_postcode(huge); }), "postcode");
  const auto kept = FromProto(With<v1::Vacancy>(AVacancy(), [&](auto* m) { m->set_text(huge); }));
  ASSERT_TRUE(kept.ok());
  EXPECT_EQ(kept->text, huge);
}

v1::Date DateOf(int year, int month, int day) {
  v1::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

TEST(ConvertRecordsTest, DaysThatDoNotExistAreRefused) {
  for (const v1::Date& date :
       {DateOf(0, 0, 0), DateOf(2026, 2, 29), DateOf(2026, 4, 31), DateOf(2026, 13, 1),
        DateOf(2026, 0, 1), DateOf(0, 1, 1), DateOf(-5, 1, 1), DateOf(10000, 1, 1),
        DateOf(2026, 1, 32), DateOf(2147483647, 2147483647, 2147483647)}) {
    ExpectRefused(With<v1::Vacancy>(AVacancy(), [&](auto* m) { *m->mutable_closes() = date; }),
                  "closes");
    ExpectRefused(With<v1::Course>(ACourse(), [&](auto* m) { *m->add_starts() = date; }), "starts");
    ExpectRefused(With<v1::Scheme>(AScheme(), [&](auto* m) { *m->mutable_valid_from() = date; }),
                  "valid_from");
  }
  const auto leap = FromProto(
      With<v1::Vacancy>(AVacancy(), [](auto* m) { *m->mutable_closes() = DateOf(2028, 2, 29); }));
  EXPECT_EQ(leap->closes, absl::CivilDay(2028, 2, 29));
}

TEST(ConvertRecordsTest, ConditionsMustBeAnObject) {
  ExpectRefused(With<v1::Scheme>(AScheme(), [](auto* m) { m->set_conditions_json("[1]"); }),
                "conditions_json");
  const auto scheme = FromProto(
      With<v1::Scheme>(AScheme(), [](auto* m) { m->set_conditions_json("{ \"b\":1,\"a\":2}"); }));
  EXPECT_EQ(scheme->conditions_json, R"({"a":2,"b":1})");
}

TEST(ConvertRecordsTest, RandomBytesNeverCrash) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes =
        ToProto(RandomRecords(static_cast<unsigned>(i)).Course()).SerializeAsString();
    for (int flips = 0; flips < 3; ++flips) {
      bytes[std::uniform_int_distribution<size_t>(0, bytes.size() - 1)(random)] =
          static_cast<char>(byte(random));
    }
    v1::Course course;
    if (!course.ParseFromString(bytes)) continue;
    const auto record = FromProto(course);
    if (record.ok()) {
      EXPECT_TRUE(model::Validate(*record).ok());
    }
  }
}

}  // namespace
}  // namespace overstap::service
