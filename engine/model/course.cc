#include "engine/model/course.h"

#include <array>

#include "base/enum_names.h"
#include "base/status_macros.h"
#include "engine/model/validation.h"

namespace overstap::model {
namespace {
constexpr std::array<std::string_view, 5> kFormNames = {"bbl", "bol", "avond", "online",
                                                        "werkplek"};
}  // namespace

std::string_view CourseFormName(CourseForm form) { return EnumName(kFormNames, form); }

std::optional<CourseForm> ParseCourseForm(std::string_view name) {
  return ParseEnum<CourseForm>(kFormNames, name);
}

absl::Status Validate(const Course& course) {
  OVERSTAP_RETURN_IF_ERROR(CheckId(course.id));
  OVERSTAP_RETURN_IF_ERROR(CheckRegion(course.region));
  OVERSTAP_RETURN_IF_ERROR(CheckLevel(course.level));
  OVERSTAP_RETURN_IF_ERROR(CheckRange("hours", course.hours, 0, 20000));
  OVERSTAP_RETURN_IF_ERROR(CheckRange("weeks", course.weeks, 0, 520));
  OVERSTAP_RETURN_IF_ERROR(CheckRange("price_eur", course.price_eur, 0, 1000000));
  if (course.seats) OVERSTAP_RETURN_IF_ERROR(CheckRange("seats", *course.seats, 0, 1000000));
  if (course.title.empty()) return absl::InvalidArgumentError("title is missing or empty");
  if (course.skills.empty()) {
    return absl::InvalidArgumentError("skills is empty: a course must teach something");
  }
  return absl::OkStatus();
}

}  // namespace overstap::model
