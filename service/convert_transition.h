// Neighbours and routes: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/closest.h"
#include "engine/advice/route.h"
#include "overstap/v1/transition_service.pb.h"

namespace overstap::service {

// kInvalidArgument for anything outside the contract.
absl::StatusOr<advice::ClosestParams> FromProto(const v1::ClosestRequest& request);
absl::StatusOr<advice::RouteParams> FromProto(const v1::RouteRequest& request);

void FillResponse(const advice::ClosestResult& result, v1::ClosestResponse* response);
void FillResponse(const advice::RouteResult& result, bool explain, v1::RouteResponse* response);

}  // namespace overstap::service
