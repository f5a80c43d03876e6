// The best scholing that closes exactly this gap.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/gap.h"
#include "engine/plan/plan_params.h"
#include "engine/plan/schedule.h"

namespace overstap::plan {

struct PlannedCourse {
  size_t course = 0;            // index in the catalogue
  double weeks = 0;             // longer than the course's own when hours_a_week asks for it
  std::vector<SkillId> closes;  // of the gap, and of the needs of later courses; ascending
  CourseDays days;
};

// Courses are taken one after the other. `found` is false when the courses that close what can be
// closed cost more than the budget; `cheapest_eur` then says what they cost at least.
struct TrainingPlan {
  bool found = true;
  std::vector<PlannedCourse> courses;  // in an order in which every entry requirement is met
  double weeks = 0;                    // of the courses, without waiting
  double hours = 0;                    // study load of the courses together
  double cost_eur = 0;                 // prices together, before any scheme pays
  absl::CivilDay finish;               // when the last course is over; start when there is none
  int waiting_days = 0;                // for start days, between `start` and `finish`
  bool optimal = true;                 // no other set of courses takes less
  // Of what was minimised, equal to it when optimal: weeks, euros, the mix in euros, or for kFinish
  // the weeks from start to finish.
  double lower_bound = 0;
  double objective = 0;                // what was minimised, in the same unit
  std::vector<SkillId> uncovered;      // no course is known that closes it: heaviest first
  std::vector<SkillId> left_out;       // beyond 256 skills at a time: plan these afterwards
  std::optional<double> cheapest_eur;  // only when not found
};

// `required` is Gap::required. More skill never makes the plan longer: what is minimised does not
// grow when `person` gets stronger and a plan that was found stays found, as long as the plan
// closes nothing new. (A skill can open the door to a course that closes what was uncovered
// before.) With kWeeks, kEuros and kMix the order of the courses is the one that ends first.
TrainingPlan MakePlan(const Catalogue& catalogue, const match::ExpandedProfile& person,
                      std::span<const GapItem> required, const match::ScoringParams& scoring,
                      const PlanParams& params);

}  // namespace overstap::plan
