// Who of a group can go where, with the vacancies and seats that there are?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/model/cohort.h"
#include "engine/plan/training_plan.h"
#include "engine/transition/viable.h"

namespace overstap::advice {

inline constexpr size_t kMaxCohortProfiles = 2000;  // that differ
inline constexpr double kMaxPlacementWeeks = 520;
// Weeks that a skill of the gap counts for when no course closes it: an estimate for learning at
// work, so that routes with courses come first. Not among the weeks that are shown.
inline constexpr double kEstimatedWeeksPerSkill = 2;

struct PlaceParams {
  std::vector<model::CohortGroup> groups;  // at most kMaxCohortPeople people
  std::string techniek;  // name of a definition, kEveryOccupation, or empty for the default
  double min_score = transition::kViableFrom;  // of a step, 0..1
  double max_weeks = 78;            // of training with what is estimated, 0..kMaxPlacementWeeks
  std::optional<double> radius_km;  // overrides that of the profiles, 0..500
  size_t ways = 20;                 // destinations to consider for each profile, 1..100
  plan::PlanParams plan;            // its region is that of each profile

  absl::Status Validate() const;
};

// Work of an occupation in a region.
struct WorkPlace {
  ConceptRef occupation;
  std::string region;  // empty: the vacancies do not say
};

struct PlacedPeople {
  std::string group;  // id of the first profile that is like these
  int64_t people = 0;
  WorkPlace work;
  double score = 0;     // of the step, 0..1
  double weeks = 0;     // of the courses, for each of them
  int open_skills = 0;  // essential and important ones that no course closes
  std::vector<CourseRef> courses;
};

// Stored and shown by name, never by number.
enum class UnplacedReason {
  kNothingKnown,    // of these people: no occupation or skill that this taxonomy has
  kNothingNear,     // no occupation reaches the score that was asked for
  kLevel,           // what is near is more than one level away
  kNoVacancies,     // none is open for what is near, within travel
  kTooLong,         // training would take longer than was asked for, or costs more than the budget
  kVacanciesTaken,  // others have the vacancies
  kNoSeats,         // there are vacancies, but no seats in the courses to them
};

std::string_view UnplacedReasonName(UnplacedReason reason);

struct UnplacedPeople {
  std::string group;
  int64_t people = 0;
  UnplacedReason reason = UnplacedReason::kNothingNear;
  std::optional<ConceptRef> nearest;  // occupation, of those that were asked for
};

// What is scarce, and what more of it would bring.
struct Lever {
  std::optional<WorkPlace> work;    // more vacancies here
  std::optional<CourseRef> course;  // or more seats in this course
  int64_t available = 0;            // vacancies or seats that there are
  int64_t more_used = 0;            // if there were enough, so many more would be used
  int64_t more_placed = 0;          // and so many more people placed
  double more_weeks = 0;            // change of `weeks` of the whole cohort, estimates included
};

struct PlaceResult {
  model::Versions versions;
  absl::CivilDay as_of;
  std::string techniek;  // name and version of the definition; empty: every occupation
  int64_t people = 0;
  int64_t placed = 0;
  double weeks = 0;         // of training of all who are placed together
  bool optimal = true;      // nobody can place more, or as many with less training
  int64_t most_placed = 0;  // no placement has more people
  // Open vacancies that count; nothing when the store has none at all: then nobody can be placed.
  std::optional<int64_t> vacancies;
  int64_t without_region = 0;             // people whose region is unknown: travel was not checked
  int64_t courses_unlimited = 0;          // courses in use whose seats are unknown, so not counted
  std::vector<PlacedPeople> placements;   // by group as given, best score first
  std::vector<UnplacedPeople> unplaced;   // by group as given
  std::vector<Lever> levers;              // most people first; only those that place more
  std::vector<std::string> unknown_uris;  // that lead to nothing in this taxonomy, each once
};

// Profiles that are equal but for their id are one group. kNotFound for a definition that is not
// there.
absl::StatusOr<PlaceResult> PlaceCohort(const Context& context, const PlaceParams& params);

}  // namespace overstap::advice
