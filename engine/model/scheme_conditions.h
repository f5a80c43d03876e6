// For whom, for which employer and for which course a regeling pays.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "engine/model/course.h"
#include "engine/model/scheme.h"

namespace overstap::model {

// The conditions of a scheme as data/starter/README.md lists them. What is false, empty or absent
// is no condition.
struct SchemeConditions {
  std::optional<bool> worker_employed;  // must, or must not, have work
  std::optional<int> employer_max_employees;
  std::vector<CourseForm> course_forms;  // one of these
  std::vector<std::string> credentials;  // one of these
  std::vector<std::string> sectors;      // of the employer: one of these
  bool sector_member = false;            // the employer belongs to the fund of the sector
  bool recognised_training_company = false;
  bool benefit = false;            // the worker has a benefit of UWV
  bool social_assistance = false;  // or of the municipality
  bool new_hire = false;           // the employer takes the worker on
  // Nobody can check these beforehand: a register, a round, a decision.
  bool registered_course = false;
  bool application_rounds = false;
  bool adviser_decides = false;
  bool per_year = false;  // max_eur is of each year
  std::string note;       // for people
  // Keys and values that this version does not know: the scheme is never certain.
  std::vector<std::string> not_understood;

  friend bool operator==(const SchemeConditions&, const SchemeConditions&) = default;
};

// What is known of who would apply. Unknown is a state: it makes a scheme uncertain, never
// impossible.
struct Applicant {
  std::optional<bool> employed;
  std::optional<bool> benefit;
  std::optional<bool> social_assistance;
  std::optional<bool> new_hire;
  std::optional<int> employees;  // of the employer, 0..10,000,000
  std::string sector;            // of the employer, as schemes name it: "metaal"; empty: unknown
  std::optional<bool> sector_member;
  std::optional<bool> recognised_training_company;
  std::optional<bool> employer_pays;  // what no scheme pays

  friend bool operator==(const Applicant&, const Applicant&) = default;
};

// kInvalidArgument naming the field that is out of its range.
absl::Status Validate(const Applicant& applicant);

enum class Eligibility { kNo, kUnknown, kYes };

struct SchemeCheck {
  Eligibility eligibility = Eligibility::kNo;
  // What decides: the conditions that failed, or those still to be checked, by their key in the
  // record; "closed" for a scheme that holds no money on that day.
  std::vector<std::string> conditions;
};

// Whether the scheme pays for this course of this applicant when it begins on `day`. A closed or
// proposed scheme, and one that is not valid on that day, never does.
SchemeCheck Check(const Scheme& scheme, const SchemeConditions& conditions,
                  const Applicant& applicant, const Course& course, absl::CivilDay day);

}  // namespace overstap::model
