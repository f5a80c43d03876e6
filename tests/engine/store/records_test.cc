#include "engine/store/records.h"

#include <gmock/gmock.h>

#include <limits>

#include "engine/store/concept_record.h"
#include "tests/engine/store/store_test_support.h"

namespace overstap::store {
namespace {

using ::testing::HasSubstr;
using testing::Random;

absl::StatusOr<ConceptSource> DecodeConcept(std::string uri, std::string_view bytes) {
  return ConceptDecoder().Decode(std::move(uri), bytes);
}

template <class Record, class Decode>
void ExpectRoundTrip(const Record& record, const std::string& id, Decode decode) {
  const absl::StatusOr<std::string> bytes = Encode(record);
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  const absl::StatusOr<Record> again = decode(id, *bytes);
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_EQ(*again, record);
  EXPECT_EQ(*Encode(*again), *bytes);
}

TEST(Records, EveryFieldComesBack) {
  ExpectRoundTrip(testing::FullVacancy("v"), "v", DecodeVacancy);
  ExpectRoundTrip(testing::FullProfile("p"), "p", DecodeProfile);
  ExpectRoundTrip(testing::FullCourse("c"), "c", DecodeCourse);
  ExpectRoundTrip(testing::FullScheme("s"), "s", DecodeScheme);
  ExpectRoundTrip(testing::FullRegion("AM06"), "AM06", DecodeRegion);
  ExpectRoundTrip(testing::FullDemand("d"), "d", DecodeDemand);
  ExpectRoundTrip(testing::FullPlace("Zwolle"), "Zwolle, AM06", DecodePlace);
  ExpectRoundTrip(model::Place{"8011", "", "", {52.5, 6.1}}, "8011", DecodePlace);
}

TEST(Records, AbsentStaysAbsent) {
  ExpectRoundTrip(testing::BareVacancy("v"), "v", DecodeVacancy);
  model::Profile profile;
  profile.id = "p";
  ExpectRoundTrip(profile, "p", DecodeProfile);
  model::Course course;
  course.id = "c";
  ExpectRoundTrip(course, "c", DecodeCourse);
  model::Scheme scheme;
  scheme.id = "s";
  ExpectRoundTrip(scheme, "s", DecodeScheme);
  model::Region region;
  region.code = "AM01";
  ExpectRoundTrip(region, "AM01", DecodeRegion);
  model::Demand demand;
  demand.id = "d";
  ExpectRoundTrip(demand, "d", DecodeDemand);
  ConceptSource entry;
  entry.uri = "urn:1";
  ExpectRoundTrip(entry, "urn:1", DecodeConcept);
}

TEST(Records, AbsentIsNotZero) {
  model::Vacancy zero = testing::BareVacancy("v");
  zero.hours_min = 0;
  zero.published = absl::CivilDay(1970, 1, 1);
  ExpectRoundTrip(zero, "v", DecodeVacancy);
  EXPECT_NE(*Encode(zero), *Encode(testing::BareVacancy("v")));
}

TEST(Records, RandomRecordsComeBack) {
  Random random(7);
  for (int i = 0; i < 2000; ++i) {
    const model::Vacancy vacancy = testing::RandomVacancy(&random);
    ExpectRoundTrip(vacancy, vacancy.id, DecodeVacancy);
    const model::Profile profile = testing::RandomProfile(&random);
    ExpectRoundTrip(profile, profile.id, DecodeProfile);
    const model::Course course = testing::RandomCourse(&random);
    ExpectRoundTrip(course, course.id, DecodeCourse);
    const model::Scheme scheme = testing::RandomScheme(&random);
    ExpectRoundTrip(scheme, scheme.id, DecodeScheme);
    const model::Region region = testing::RandomRegion(&random);
    ExpectRoundTrip(region, region.code, DecodeRegion);
    const model::Demand demand = testing::RandomDemand(&random);
    ExpectRoundTrip(demand, demand.id, DecodeDemand);
    const model::Place place = testing::RandomPlace(&random);
    ExpectRoundTrip(place, model::IdOf(place), DecodePlace);
    const ConceptSource entry = testing::RandomConcept(&random);
    ExpectRoundTrip(entry, entry.uri, DecodeConcept);
  }
}

// The bytes of format 1. When this fails, either undo the change or raise kFormatVersion.
TEST(Records, BytesAreThoseOfTheFormat) {
  model::Vacancy vacancy = testing::BareVacancy("v");
  vacancy.skills = {{"u", Importance::kOptional}};
  vacancy.hours_min = 24;
  vacancy.closes = absl::CivilDay(1969, 12, 31);
  EXPECT_EQ(*Encode(vacancy), std::string("\x0a\x06Lasser"
                                          "\x1a\x05\x0a\x01u\x10\x04"
                                          "\x30\x18"
                                          "\x50\x01",
                                          19));
}

TEST(Records, OneDecoderReadsManyConcepts) {
  Random random(8);
  ConceptDecoder decoder;
  for (int i = 0; i < 200; ++i) {
    const ConceptSource entry = testing::RandomConcept(&random);
    const absl::StatusOr<ConceptSource> again = decoder.Decode(entry.uri, *Encode(entry));
    ASSERT_TRUE(again.ok()) << again.status();
    ASSERT_EQ(*again, entry);
  }
}

TEST(Records, RefusesWhatCouldNotBeReadBack) {
  model::Vacancy vacancy = testing::FullVacancy("v");
  vacancy.text = "Latin-1: caf\xe9";
  const absl::Status status = Encode(vacancy).status();
  EXPECT_TRUE(absl::IsInvalidArgument(status)) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("text"));

  EXPECT_TRUE(absl::IsInvalidArgument(Encode(testing::BareVacancy("")).status()));
  EXPECT_TRUE(absl::IsInvalidArgument(Encode(testing::BareVacancy("\xff")).status()));
  EXPECT_TRUE(
      absl::IsInvalidArgument(Encode(testing::BareVacancy(std::string(201, 'x'))).status()));

  model::Scheme scheme = testing::FullScheme("s");
  scheme.valid_from = absl::CivilDay(std::numeric_limits<int32_t>::max(), 1, 1);
  EXPECT_TRUE(absl::IsInvalidArgument(Encode(scheme).status()));

  model::Course course = testing::FullCourse("c");
  course.requires_ = {"fine", "\xc0\x80"};
  EXPECT_THAT(std::string(Encode(course).status().message()), HasSubstr("requires"));

  ConceptSource entry;
  entry.uri = "urn:1";
  entry.labels = {{Language('N', 'L'), LabelKind::kPreferred, "x"}};
  EXPECT_TRUE(absl::IsInvalidArgument(Encode(entry).status()));
}

TEST(Records, DamagedBytesAreDataLossOrAnotherRecordButNeverACrash) {
  Random random(9);
  int refused = 0;
  const auto damage = [&random](std::string bytes) {
    if (bytes.empty()) return bytes;
    if (random() % 4 == 0) bytes.resize(random() % bytes.size());
    for (size_t i = random() % 4; i > 0 && !bytes.empty(); --i) {
      bytes[random() % bytes.size()] = static_cast<char>(random());
    }
    return bytes;
  };
  const auto check = [&refused](const absl::Status& status) {
    if (status.ok()) return;
    EXPECT_TRUE(absl::IsDataLoss(status)) << status;
    ++refused;
  };
  for (int i = 0; i < 3000; ++i) {
    check(DecodeVacancy("v", damage(*Encode(testing::RandomVacancy(&random)))).status());
    check(DecodeProfile("p", damage(*Encode(testing::RandomProfile(&random)))).status());
    check(DecodeCourse("c", damage(*Encode(testing::RandomCourse(&random)))).status());
    check(DecodeScheme("s", damage(*Encode(testing::RandomScheme(&random)))).status());
    check(DecodeRegion("r", damage(*Encode(testing::RandomRegion(&random)))).status());
    check(DecodePlace("r", damage(*Encode(testing::RandomPlace(&random)))).status());
    check(DecodeConcept("u", damage(*Encode(testing::RandomConcept(&random)))).status());
  }
  EXPECT_GT(refused, 1000);
}

TEST(Records, EnumeratorOfANewerProgramIsNotTakenForAnother) {
  // Course.form is field 10.
  EXPECT_TRUE(absl::IsDataLoss(DecodeCourse("c", std::string("\x50\x63", 2)).status()));
  EXPECT_TRUE(absl::IsDataLoss(DecodeCourse("c", "").status()));
}

}  // namespace
}  // namespace overstap::store
