// Something that teaches skills.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"

namespace overstap::model {

// Stored by name, never by number.
enum class CourseForm : uint8_t { kBbl, kBol, kAvond, kOnline, kWerkplek };

std::string_view CourseFormName(CourseForm form);
std::optional<CourseForm> ParseCourseForm(std::string_view name);

struct Course {
  std::string id;  // 1..200 bytes, unique
  std::string title;
  std::string provider;
  std::string provider_kind;           // roc, vakopleider, hogeschool, ...; empty when unknown
  std::string credential;              // what one gets: mbo-certificaat, ...; empty when unknown
  std::vector<std::string> skills;     // URIs of what it teaches
  std::vector<std::string> requires_;  // URIs of what one must be able to do to start
  double hours = 0;                    // study load in all, 0..20,000
  double weeks = 0;                    // shortest duration, 0..520
  double price_eur = 0;                // 0..1,000,000
  CourseForm form = CourseForm::kAvond;
  std::optional<int> level;  // ISCO skill level 1..4
  std::string region;        // arbeidsmarktregio; empty: offered everywhere
  std::vector<absl::CivilDay> starts;
  std::vector<std::string> schemes;  // ids of schemes that may pay
  std::string crebo;
  std::optional<int> seats;  // free places over all starts to come, 0..1,000,000

  friend bool operator==(const Course&, const Course&) = default;
};

// kInvalidArgument naming the field that is out of its range.
absl::Status Validate(const Course& course);

// Online courses and courses without a region can be taken from anywhere.
inline bool IsOfferedIn(const Course& course, std::string_view region) {
  return region.empty() || course.region.empty() || course.form == CourseForm::kOnline ||
         course.region == region;
}

}  // namespace overstap::model
