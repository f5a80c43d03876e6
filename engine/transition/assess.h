// How near is every occupation to a person?
#pragma once

#include <vector>

#include "engine/transition/reach.h"

namespace overstap::transition {

// The facts about every occupation that FindDestinations chooses from, in order of occupation.
std::vector<Destination> AssessAll(const ReachContext& context, const Origin& origin,
                                   const match::ExpandedProfile& expanded);

}  // namespace overstap::transition
