// Answers as JSON, in the shapes of the command-line contract.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/advice/closest.h"
#include "engine/advice/lookup.h"
#include "engine/advice/match.h"
#include "engine/advice/plan.h"
#include "engine/advice/route.h"

namespace overstap::service {

// Keys keep the order in which they are written; numbers are rounded to six decimals, so that the
// text is the same on every machine. What is unknown is null, never left out and never 0.
using Json = nlohmann::ordered_json;

Json ToJson(const model::Versions& versions);
Json ToJson(const advice::ConceptRef& ref);
Json ToJson(const explain::Node& node);
Json ToJson(const advice::LookupResult& result);
Json ToJson(const advice::ClosestResult& result);
Json ToJson(const advice::OccupationPlan& plan);
Json ToJson(const advice::RouteResult& result);
// `with_explanation` adds the tree of each hit.
Json ToJson(const advice::MatchResult& result, bool with_explanation);

// One line of text. Invalid UTF-8, which the readers refuse, would become U+FFFD.
std::string Dump(const Json& json);

}  // namespace overstap::service
