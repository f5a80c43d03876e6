// The moves between occupations of a region, and what is missing for them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/advice/person.h"
#include "engine/advice/shown_counts.h"
#include "engine/plan/gap.h"

namespace overstap::advice {

struct Move {
  size_t origin = 0;  // index of the origins
  transition::Destination destination;
  double weeks = 0;  // of the courses
  int missing = 0;
  int open_skills = 0;
  std::vector<size_t> courses;  // of the plan: indices in the catalogue
};

struct SkillTally {
  int moves = 0;
  std::set<size_t> origins;
};

struct CourseTally {
  int unlocks = 0;
  int serves = 0;
  std::set<size_t> origins;
};

struct RegionMoves {
  std::vector<Move> moves;                // best score first; ties by origin, then occupation
  std::map<SkillId, SkillTally> missing;  // essential and important, in the moves
  std::map<size_t, CourseTally> courses;  // by index in the catalogue
};

// Moves from each origin, of somebody who did that work for kAssumedYears, to the occupations in
// `wanted` (by occupation index), with at least `min_score` and within the level gate. A course
// unlocks what is within the gate and lacks score: it counts for all that it closes, if whoever did
// that work can start it and it is offered in the region.
absl::StatusOr<RegionMoves> FindMoves(const Context& context, const std::string& region,
                                      std::span<const ShownPeople> origins,
                                      const std::vector<bool>& wanted, double min_score);

}  // namespace overstap::advice
