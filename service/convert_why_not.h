// Why an occupation is not within reach: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/why_not.h"
#include "overstap/v1/transition_service.pb.h"

namespace overstap::service {

v1::Barrier ToProto(const advice::Barrier& barrier);

// kInvalidArgument for anything outside the contract.
absl::StatusOr<advice::WhyNotParams> FromProto(const v1::WhyNotRequest& request);

void FillResponse(const advice::WhyNotResult& result, v1::WhyNotResponse* response);

}  // namespace overstap::service
