// Who can go where in a region: occupations with more people than vacancies, technical ones with
// more vacancies than people, and the moves between them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/demand_line.h"
#include "engine/advice/place.h"
#include "engine/advice/shown_counts.h"
#include "engine/transition/viable.h"

namespace overstap::advice {

struct RegionReportParams {
  std::string region;    // "AM06"
  std::string techniek;  // name of a definition, kEveryOccupation, or empty for the default
  double min_score = transition::kViableFrom;  // of a move, 0..1
  size_t limit = 20;                           // lines of each list, 1..1,000

  absl::Status Validate() const;
};

// Every number of people is one of engine/advice/shown_counts.h, or a sum of those.
struct SurplusLine {
  ConceptRef occupation;
  int64_t people = 0;
  std::optional<int64_t> vacancies;  // open in the region; nothing when the store has none at all
  int moves = 0;                     // to the occupations with a shortage
  DemandLine demand;
};

struct ShortageLine {
  ConceptRef occupation;
  int64_t vacancies = 0;          // open in the region
  std::optional<int64_t> people;  // nothing: fewer than may be shown, or none
  DemandLine demand;              // with the tension as UWV classes it
  std::optional<int> level;
  int moves = 0;                 // from the occupations with a surplus
  int64_t courses = 0;           // that the plans of those moves use
  int64_t course_starts = 0;     // of those, from today on
  std::optional<int64_t> seats;  // of those together; nothing when of any of them unknown
};

// What the work asks, of somebody who did the other work for some years and nothing else.
struct MoveLine {
  ConceptRef origin;
  ConceptRef destination;
  int64_t people = 0;  // of the origin
  double score = 0;    // 0..1
  double coverage = 0;
  std::optional<int> level_gap;
  double weeks = 0;     // of the courses
  int missing = 0;      // essential and important requirements that are not met
  int open_skills = 0;  // of those, that no course closes
};

struct MissingLine {
  ConceptRef skill;
  int moves = 0;       // in which it is missing
  int64_t people = 0;  // of the origins of those, each origin once
  int courses = 0;     // in reach of the region that close it; 0: geen opleiding bekend
};

struct UnlockLine {
  CourseRef course;
  double weeks = 0;
  int unlocks = 0;     // moves that are not viable and become so with this course alone
  int serves = 0;      // moves that are viable, in which it closes something that is missing
  int64_t people = 0;  // of the origins of both, each origin once
  int64_t starts = 0;  // from today on
  std::optional<int64_t> seats;
};

struct RegionReport {
  model::Versions versions;
  absl::CivilDay as_of;
  std::string region;
  std::optional<std::string> region_name;
  std::string techniek;              // name and version of the definition; empty: every occupation
  int64_t people = 0;                // sum over all occupations that may be shown
  std::optional<int64_t> vacancies;  // open in the region; nothing when the store has none at all
  std::vector<SurplusLine> surplus;  // most people first
  std::vector<ShortageLine> shortage;  // most vacancies first
  std::vector<MoveLine> moves;         // best score first
  std::vector<MissingLine> missing;    // most moves first
  std::vector<UnlockLine> courses;     // most unlocked moves first
};

// A surplus is more people than open vacancies, or work with people that is classed ruim or zeer
// ruim; a shortage, more open vacancies than people, or work with open vacancies that is classed
// krap or zeer krap. A number of people that may not be shown counts as 0. Tension only adds to the
// lists: it leaves nothing out. kNotFound for a region that the store does not have
// when it has regions, or a definition that is not there.
absl::StatusOr<RegionReport> ReportRegion(const Context& context, const RegionReportParams& params);

}  // namespace overstap::advice
