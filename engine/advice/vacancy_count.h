// How many vacancies are open for this work, and how far away is the nearest?
#pragma once

#include <optional>

#include "engine/advice/context.h"
#include "engine/advice/route.h"
#include "engine/model/profile.h"
#include "engine/plan/path_hops.h"

namespace overstap::advice {

// Open today, with hours that fit the person.
VacancyCount CountVacancies(const Context& context, const model::Profile& profile,
                            std::optional<double> radius_km, OccupationId occupation);

// Whether there is one that the person can travel to: in the own region, or
// within the radius. Whoever has no region can get everywhere, unless their postcode or
// town tells where they are and they say how far they travel. A store without any vacancy says
// nothing, so that work is taken to be in reach. km is 0 in the own region.
plan::WorkNear FindWork(const Context& context, const model::Profile& profile,
                        std::optional<double> radius_km, OccupationId occupation);

}  // namespace overstap::advice
