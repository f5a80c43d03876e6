// The shortest scholing that closes exactly this gap.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "engine/match/held_skills.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/gap.h"

namespace overstap::plan {

enum class Minimise { kWeeks, kEuros };

struct PlanParams {
  Minimise minimise = Minimise::kWeeks;
  std::optional<double> budget_eur;    // most that the courses may cost together
  std::optional<double> hours_a_week;  // time to study next to work, more than 0, at most 80
  std::string region;                  // where the person is; empty: courses of any region

  absl::Status Validate() const;
};

struct PlannedCourse {
  size_t course = 0;            // index in the catalogue
  double weeks = 0;             // longer than the course's own when hours_a_week asks for it
  std::vector<SkillId> closes;  // of the gap, and of the needs of later courses; ascending
};

// Courses are taken one after the other. `found` is false when the courses that close what can be
// closed cost more than the budget; `cheapest_eur` then says what they cost at least.
struct TrainingPlan {
  bool found = true;
  std::vector<PlannedCourse> courses;  // in an order in which every entry requirement is met
  double weeks = 0;
  double hours = 0;                    // study load of the courses together
  double cost_eur = 0;                 // prices together, before any scheme pays
  bool optimal = true;                 // no other set of courses takes less
  double lower_bound = 0;              // of what was minimised; equals it when optimal
  std::vector<SkillId> uncovered;      // no course is known that closes it: heaviest first
  std::vector<SkillId> left_out;       // beyond kMaxCoverBits at a time: plan these afterwards
  std::optional<double> cheapest_eur;  // only when not found
};

// `required` is Gap::required. More skill never makes the plan longer: the weeks (or euros) do not
// grow when `person` gets stronger and a plan that was found stays found, as long as the plan
// closes nothing new. (A skill can open the door to a course that closes what was uncovered
// before.)
TrainingPlan MakePlan(const Catalogue& catalogue, const match::ExpandedProfile& person,
                      std::span<const GapItem> required, const match::ScoringParams& scoring,
                      const PlanParams& params);

}  // namespace overstap::plan
