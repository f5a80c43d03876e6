// What does somebody have of the work after a course?
#pragma once

#include <span>
#include <vector>

#include "engine/advice/context.h"
#include "engine/match/held_skills.h"

namespace overstap::advice {

// What who has the certificate of a course has of each requirement by that alone, 0..1: as
// match::RaiseTaught and then expanding it, for these requirements only. `requirements` are
// ascending by skill.
std::vector<double> TaughtOf(const Context& context, std::span<const Requirement> requirements,
                             std::span<const SkillId> teaches);

// Coverage of the occupation by the person with such a certificate, 0..1; 0 when nothing is known
// of what the occupation asks.
double CoverageAfter(const Context& context, const match::ExpandedProfile& person,
                     OccupationId occupation, std::span<const SkillId> teaches);

}  // namespace overstap::advice
