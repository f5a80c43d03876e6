// Routes to destinations that were chosen already.
#pragma once

#include <span>

#include "engine/advice/person.h"
#include "engine/advice/route.h"
#include "engine/transition/techniek.h"

namespace overstap::advice {

// What FindRoutes answers for this person when these are the destinations that it finds, best
// first. `techniek` is the definition that they were chosen by; null: every occupation.
RouteResult RoutesOf(const Context& context, const RouteParams& params, const Person& person,
                     const transition::Techniek* techniek,
                     std::span<const transition::Destination> destinations);

}  // namespace overstap::advice
