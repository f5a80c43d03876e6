// Gaps and training plans: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/plan.h"
#include "overstap/v1/transition_service.pb.h"

namespace overstap::service {

// kInvalidArgument for an objective that this version does not know or a number out of its range.
absl::StatusOr<plan::PlanParams> FromProto(const v1::PlanOptions& options);
absl::StatusOr<advice::OccupationPlanParams> FromProto(const v1::PlanRequest& request);
absl::StatusOr<advice::OccupationPlanParams> FromProto(const v1::GapRequest& request);

v1::StartBasis ToProto(plan::StartBasis basis);
v1::Fit FitOf(const advice::OccupationPlan& plan);
v1::TrainingPlan ToProto(const advice::PlanLines& lines);

void FillResponse(const advice::OccupationPlan& plan, bool explain, v1::PlanResponse* response);
void FillResponse(const advice::OccupationPlan& plan, v1::GapResponse* response);

}  // namespace overstap::service
