// How near is every occupation to a person?
#pragma once

#include <vector>

#include "engine/transition/reach.h"

namespace overstap::transition {

// The facts about every occupation that FindDestinations chooses from, in order of occupation.
std::vector<Destination> AssessAll(const ReachContext& context, const Origin& origin,
                                   const match::ExpandedProfile& expanded);

// The best `limit` of them, in the order of FindDestinations.
std::vector<Destination> BestOf(std::vector<Destination> destinations, size_t limit);

}  // namespace overstap::transition
