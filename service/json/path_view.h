// Ways over other work, as JSON.
#pragma once

#include "engine/advice/paths.h"
#include "service/json/answers.h"

namespace overstap::service {

// Nothing when it was not asked for: null.
Json ToJson(const std::optional<advice::StayInTechniek>& stay);

// The routes with the fields of ToJson(RouteResult), and the ways to each destination.
Json ToJson(const advice::RoutesWithPaths& result);

// Adds the ways to the destination of a plan. `paths` has one destination.
void AddPaths(const advice::PathsResult& paths, Json* plan);

}  // namespace overstap::service
