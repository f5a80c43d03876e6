// What a person adds to what is asked of a training plan.
#pragma once

#include "engine/advice/context.h"
#include "engine/advice/person.h"
#include "engine/plan/plan_params.h"

namespace overstap::advice {

// `params` with the region, the regions within travel and the level of the person; it starts today
// when no day or a day in the past was asked for.
plan::PlanParams ForPerson(const Context& context, const Person& person, plan::PlanParams params);

}  // namespace overstap::advice
