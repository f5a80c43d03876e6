// Figures of demand: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/demand_line.h"
#include "engine/model/demand.h"
#include "overstap/v1/demand.pb.h"

namespace overstap::service {

// kInvalidArgument, naming what is wrong, for anything outside the contract.
absl::StatusOr<model::Demand> FromProto(const v1::Demand& message);

v1::DemandFigures ToProto(const advice::DemandLine& line);

}  // namespace overstap::service
