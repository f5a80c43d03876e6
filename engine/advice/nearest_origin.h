// From which of a person's occupations does a way start?
#pragma once

#include "engine/advice/context.h"
#include "engine/advice/person.h"

namespace overstap::advice {

// The person's occupation that is nearest to the destination; an empty URI when none is known.
ConceptRef NearestOrigin(const Context& context, const Person& person, OccupationId destination);

}  // namespace overstap::advice
