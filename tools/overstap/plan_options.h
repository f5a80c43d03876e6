// Options that route and plan share.
#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "engine/advice/person.h"
#include "engine/plan/training_plan.h"

namespace overstap::cli {

struct PersonOptions {
  std::string profile;  // file
  std::vector<std::string> occupations;
  std::vector<std::string> skills;
  std::string region;
  std::vector<std::string> cannot;
  std::optional<int> pay_eur;
  std::vector<std::string> certificates;
  std::vector<std::string> avoids;
  std::string dutch;  // empty: not said
};

struct StudyOptions {
  std::string minimise = "weeks";
  std::optional<double> budget_eur;
  std::optional<double> hours_a_week;
  std::optional<double> euros_per_week;
  std::string start;               // "YYYY-MM-DD"; empty: today
  std::vector<std::string> forms;  // names
  std::optional<double> travel_km;
  std::optional<int> max_level_step;
  model::Applicant applicant;

  // kInvalidArgument for what is no day.
  absl::StatusOr<plan::PlanParams> params() const;
};

// "YYYY-MM-DD" as given to `option`; kInvalidArgument for what is no day.
absl::StatusOr<absl::CivilDay> DayOf(std::string_view option, const std::string& text);

void AddPersonOptions(CLI::App* app, PersonOptions* options);
// `language`: "en" or "nl".
void AddTextLanguage(CLI::App* app, std::string* language);
void AddStudyOptions(CLI::App* app, StudyOptions* options);

// Reads the profile file when there is one.
absl::StatusOr<advice::PersonParams> PersonOf(const PersonOptions& options);

}  // namespace overstap::cli
