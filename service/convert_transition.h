// Neighbours and routes: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/paths.h"
#include "engine/advice/stay_in_techniek.h"
#include "overstap/v1/transition_service.pb.h"

namespace overstap::service {

// kInvalidArgument for anything outside the contract.
absl::StatusOr<advice::ClosestParams> FromProto(const v1::ClosestRequest& request);
absl::StatusOr<advice::RoutesWithPathsParams> FromProto(const v1::RouteRequest& request);

void FillResponse(const advice::ClosestWithStay& result, v1::ClosestResponse* response);
// Ways over other work only when the request asks for more than one step.
void FillResponse(const advice::RoutesWithPaths& result, const v1::RouteRequest& request,
                  v1::RouteResponse* response);

}  // namespace overstap::service
