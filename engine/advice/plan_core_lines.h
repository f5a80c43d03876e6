// How much of the work does each course of a plan bring, and which courses carry the plan?
#pragma once

#include "engine/advice/plan.h"

namespace overstap::advice {

// Fills what CourseLine and PlanLines say of coverage, core and what each course closes.
// `described` has its coverage, gates and the lines of the courses, parallel to those of `plan`.
void FillCore(const Context& context, const Person& person, OccupationId destination,
              const plan::TrainingPlan& plan, const plan::PlanParams& params,
              OccupationPlan* described);

}  // namespace overstap::advice
