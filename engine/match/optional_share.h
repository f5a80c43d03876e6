// How much of an occupation its optional skills are.
#pragma once

#include "engine/match/params.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// Lowers the shares of optional requirements where they weigh more than `params.most_optional` of
// the rest of the occupation. A taxonomy names for some work a hundred skills that somebody in it
// may have; nobody has them all, and without a bound who can do all of the work covers a seventh of
// it. An occupation with optional requirements only is left as it is.
void BoundOptional(const ScoringParams& params, Taxonomy* taxonomy);

}  // namespace overstap::match
