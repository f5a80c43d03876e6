// What a training plan is to make least, and what it may take.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "engine/model/course.h"
#include "engine/model/geo.h"
#include "engine/model/scheme_conditions.h"

namespace overstap::plan {

enum class Minimise {
  kWeeks,   // weeks of all courses together; then euros
  kEuros,   // euros of all courses together; then weeks
  kMix,     // euros + euros_per_week * weeks; then euros
  kFinish,  // the day on which the last course ends, with the waiting for start days; then euros
};

std::string_view MinimiseName(Minimise minimise);  // "weeks", "euros", "mix", "finish"
std::optional<Minimise> ParseMinimise(std::string_view name);

struct PlanParams {
  Minimise minimise = Minimise::kWeeks;
  // What a week less is worth, 0..100,000; only for kMix, which needs it.
  std::optional<double> euros_per_week;
  std::optional<double> budget_eur;      // most that the courses may cost together
  std::optional<double> hours_a_week;    // time to study next to work, more than 0, at most 80
  std::string region;                    // where the person is; empty: courses of any region
  std::vector<std::string> nearby;       // other regions that the person travels to
  std::vector<model::CourseForm> forms;  // only these; empty: every form
  std::optional<int> level;              // of the person, ISCO skill level 1..4
  // Only courses at most so many levels above or below that of the person, 0..3. A course or person
  // whose level is unknown is not left out.
  std::optional<int> max_level_step;
  absl::CivilDay start;  // first day on which the person can begin

  // What the caller makes `nearby` of: km as the crow flies from `home` to the centroids of
  // regions, 0..500.
  std::optional<double> travel_km;
  std::optional<model::GeoPoint> home;  // of the person, as far as it is known
  // Who would apply for schemes. Decides who pays, not which courses are chosen.
  model::Applicant applicant;

  absl::Status Validate() const;
};

}  // namespace overstap::plan
