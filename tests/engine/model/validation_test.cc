#include "engine/model/validation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "engine/model/course.h"
#include "engine/model/profile.h"
#include "engine/model/scheme.h"
#include "engine/model/techniek_definition.h"
#include "engine/model/vacancy.h"

namespace overstap::model {
namespace {

TEST(ValidationTest, RegionAndPostcode) {
  EXPECT_TRUE(CheckRegion("").ok());
  EXPECT_TRUE(CheckRegion("AM06").ok());
  for (const char* bad : {"AM6", "am06", "AM0x", "Zwolle", "AM006"}) {
    EXPECT_FALSE(CheckRegion(bad).ok()) << bad;
  }
  EXPECT_TRUE(CheckPostcode("8011").ok());
  for (const char* bad : {"8011AB", "0123", "801", "80 1"}) {
    EXPECT_FALSE(CheckPostcode(bad).ok()) << bad;
  }
}

TEST(ValidationTest, RangesNameTheField) {
  EXPECT_TRUE(CheckRange("weeks", 0, 0, 10).ok());
  EXPECT_TRUE(CheckRange("weeks", 10, 0, 10).ok());
  EXPECT_NE(CheckRange("weeks", 10.5, 0, 10).message().find("weeks"), absl::string_view::npos);
  EXPECT_FALSE(CheckRange("weeks", std::nan(""), 0, 10).ok());
  EXPECT_FALSE(CheckHours(40, 20).ok());
  EXPECT_FALSE(CheckHours(-1, std::nullopt).ok());
  EXPECT_FALSE(CheckLevel(5).ok());
  EXPECT_FALSE(CheckId(std::string(201, 'x')).ok());
}

TEST(ValidationTest, RecordsSayWhichFieldIsWrong) {
  Profile profile;
  EXPECT_FALSE(Validate(profile).ok());
  profile.id = "p";
  EXPECT_TRUE(Validate(profile).ok());
  profile.occupations = {{"t:a", 71, std::nullopt}};
  EXPECT_NE(Validate(profile).message().find("years"), absl::string_view::npos);

  Vacancy vacancy;
  vacancy.id = "v";
  EXPECT_TRUE(Validate(vacancy).ok());
  vacancy.published = absl::CivilDay(2026, 2, 2);
  vacancy.closes = absl::CivilDay(2026, 2, 1);
  EXPECT_FALSE(Validate(vacancy).ok());

  Course course;
  course.id = "c";
  course.title = "titel";
  EXPECT_FALSE(Validate(course).ok());  // teaches nothing
  course.skills = {"t:a"};
  EXPECT_TRUE(Validate(course).ok());
  course.weeks = -1;
  EXPECT_FALSE(Validate(course).ok());
}

TEST(SchemeTest, OnlyOpenSchemesWithinTheirDatesAreMoney) {
  Scheme scheme;
  scheme.valid_from = absl::CivilDay(2026, 1, 1);
  scheme.valid_until = absl::CivilDay(2026, 6, 30);
  scheme.status = SchemeStatus::kOpen;
  EXPECT_FALSE(IsAvailable(scheme, absl::CivilDay(2025, 12, 31)));
  EXPECT_TRUE(IsAvailable(scheme, absl::CivilDay(2026, 1, 1)));
  EXPECT_TRUE(IsAvailable(scheme, absl::CivilDay(2026, 6, 30)));
  EXPECT_FALSE(IsAvailable(scheme, absl::CivilDay(2026, 7, 1)));
  for (const SchemeStatus status : {SchemeStatus::kClosed, SchemeStatus::kProposed}) {
    scheme.status = status;
    EXPECT_FALSE(IsAvailable(scheme, absl::CivilDay(2026, 3, 1)));
  }
}

TEST(CourseTest, OfferedWhereThePersonIs) {
  Course course;
  EXPECT_TRUE(IsOfferedIn(course, "AM06"));
  course.region = "AM07";
  EXPECT_FALSE(IsOfferedIn(course, "AM06"));
  EXPECT_TRUE(IsOfferedIn(course, ""));
  course.form = CourseForm::kOnline;
  EXPECT_TRUE(IsOfferedIn(course, "AM06"));
}

TEST(TechniekDefinitionTest, TheLongestPrefixDecides) {
  TechniekDefinition definition;
  definition.name = "t";
  definition.version = "1";
  definition.include = {"31", "3155"};
  definition.exclude = {"315"};
  EXPECT_TRUE(definition.IncludesCode("3111"));
  EXPECT_FALSE(definition.IncludesCode("3153"));
  EXPECT_TRUE(definition.IncludesCode("3155"));
  EXPECT_FALSE(definition.IncludesCode("7212"));
  EXPECT_FALSE(definition.IncludesCode(""));
  EXPECT_TRUE(Validate(definition).ok());
  definition.exclude = {"31x"};
  EXPECT_FALSE(Validate(definition).ok());
  definition.exclude.clear();
  definition.include.clear();
  EXPECT_FALSE(Validate(definition).ok());
}

}  // namespace
}  // namespace overstap::model
