// How is an answer said in plain Dutch, level B1?
#pragma once

#include <string>

#include "engine/advice/closest.h"
#include "engine/advice/explain_match.h"
#include "engine/advice/match.h"
#include "engine/advice/paths.h"
#include "engine/advice/plan.h"
#include "engine/advice/route.h"
#include "engine/advice/why_not.h"
#include "engine/explain/tree.h"

namespace overstap::dutch {

// A tree like the one that the answer has in English, of which the texts are Dutch. The root says
// the most important thing; its children say the rest in the order in which an adviser would; what
// is below them are the parts, such as each skill with its share of the weight as value (0..1). The
// names of skills and occupations stand there as the answer has them.
explain::Node Explain(const advice::OccupationPlan& plan);
explain::Node Explain(const advice::Route& route, const std::string& region);
explain::Node Explain(const advice::WhyNotResult& result);
explain::Node Explain(const advice::ClosestResult& result, const advice::ClosestItem& item);
// Nothing but the score when the hit has no explanation.
explain::Node Explain(const advice::MatchHit& hit);

// As of a hit, and below it a sentence for each filter that somebody asks for: 1 when it passes,
// else 0.
explain::Node Explain(const advice::ExplainedMatch& match);
// What a filter compares.
std::string Text(const advice::MatchFilterReading& filter);

// The root and its children, a line each.
std::string Text(const explain::Node& root);

// Every route of the answer, or what to do when there is none.
std::string Text(const advice::RouteResult& result);
// The same, with whether any of it is near, and the jobs with pay in which work is learnt.
std::string Text(const advice::RoutesWithPaths& answer);
// A job with pay in which the work is learnt.
std::string Text(const advice::EntranceLine& entrance);
// What work pays, and the difference with now.
std::string Text(const advice::IncomeLine& income);

// What an answer was made from.
std::string VersionsText(const model::Versions& versions);

}  // namespace overstap::dutch
