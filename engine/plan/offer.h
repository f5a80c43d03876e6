// Which courses can play a part in closing a gap, as a cover problem.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/plan/catalogue.h"
#include "engine/plan/course_filter.h"
#include "engine/plan/cover.h"
#include "engine/plan/gap.h"

namespace overstap::plan {

// Weeks that a course takes: longer than its own when hours_a_week asks for it. A bbl is work of
// itself and its hours are those of the job, so that it is never longer.
double WeeksOf(const Catalogue::Facts& facts, const PlanParams& params);

// Entry requirements that the person does not meet.
std::vector<SkillId> UnmetNeeds(const Catalogue& catalogue, uint32_t course,
                                const match::ExpandedProfile& person, double met_from);

template <class Mask>
struct Offer {
  // Of the courses that can be taken, alone or after others, those that no other one dominates.
  CoverProblemOf<Mask> problem;
  std::vector<uint32_t> courses;          // parallel to problem.items: index in the catalogue
  std::vector<SkillId> skills;            // by bit; those of the gap first
  std::vector<SkillId> uncovered;         // of the gap: no such course closes it
  std::vector<SkillId> left_out;          // of the gap: there are more skills than bits
  std::optional<CoverSolution> solution;  // of the problem, when it is known and optimal
  bool is_whole = true;            // false: courses were left out because there are too few bits
  double bound_without_needs = 0;  // only when not whole: no plan costs less
};

// The bits of a mask are given to the skills of the gap, and to the entry requirements of courses
// that are worth it: needs of a course that is dominated are not looked into. `required` is
// heaviest first. `known_cost`: of some plan that closes all of it, in terms of the problem's cost;
// courses that only dearer plans have are left out.
template <class Mask>
Offer<Mask> MakeOffer(const Catalogue& catalogue, const match::ExpandedProfile& person,
                      std::span<const GapItem> required, double met_from, const PlanParams& params,
                      std::optional<double> known_cost = std::nullopt);

}  // namespace overstap::plan
