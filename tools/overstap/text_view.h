// Answers as text that an adviser can read.
#pragma once

#include <string>

#include "engine/advice/closest.h"
#include "engine/advice/explain_match.h"
#include "engine/advice/lookup.h"
#include "engine/advice/match.h"
#include "engine/advice/paths.h"
#include "engine/advice/plan.h"
#include "engine/advice/route.h"

namespace overstap::cli {

std::string ToText(const advice::LookupResult& result);
std::string ToText(const advice::ClosestResult& result);
std::string ToText(const advice::OccupationPlan& plan);
std::string ToText(const advice::RoutesWithPaths& result);
// The titles of vacancies come from the snapshot.
std::string ToText(const advice::Context& context, const advice::MatchResult& result,
                   bool with_explanation);
std::string ToText(const advice::ExplainedMatch& match);

}  // namespace overstap::cli
