// Why a plan is what it is.
#pragma once

#include "engine/advice/plan.h"

namespace overstap::advice {

// Fills plan->explanation from the other fields.
void ExplainPlan(const Context& context, const Person& person, OccupationId destination,
                 OccupationPlan* plan);

}  // namespace overstap::advice
