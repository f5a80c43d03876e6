// Which work can be learnt by doing it: in a job with pay and lessons (bbl) of which every entry
// requirement is met?
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/plan/plan_params.h"
#include "engine/plan/schedule.h"
#include "engine/transition/reach.h"

namespace overstap::advice {

// A bbl that the person can begin with what they have now. Nobody knows whether there is an
// employer with a place for it.
struct EntranceLine {
  CourseRef course;
  double weeks = 0;
  plan::CourseDays days;  // when it is begun as soon as possible
  double coverage = 0;    // share of what the work asks that is there after it alone, 0..1
};

struct Entrance {
  OccupationId occupation;
  EntranceLine line;
};

// Share of the work from which a bbl is an entrance to it: less is a course beside the work. Chosen
// (docs/scoring.md).
inline constexpr double kEntranceFrom = 0.3;

// The bbl within the limits of the person and the budget, without entry requirements that are not
// met or not known, that closes most of the gap; ties by id. Nothing when there is none, or when
// the work covered after it is less than kEntranceFrom. `params` as ForPerson gives them.
std::optional<EntranceLine> EntranceTo(const Context& context, const Person& person,
                                       OccupationId destination, const plan::PlanParams& params);

// At most `limit` entrances to work within the level gate, each bbl once, most coverage first; ties
// in order of occupation.
std::vector<Entrance> BestEntrances(const Context& context, const Person& person,
                                    std::span<const transition::Destination> destinations,
                                    const plan::PlanParams& params, size_t limit);

}  // namespace overstap::advice
