// MatchingService: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/explain_match.h"
#include "engine/advice/match.h"
#include "overstap/v1/matching_service.pb.h"

namespace overstap::service {

// kInvalidArgument for anything outside the contract.
absl::StatusOr<advice::MatchParams> FromProto(const v1::MatchOptions& options);

v1::MatchFilter ToProto(const advice::MatchFilterReading& reading);
v1::ExplainMatchResponse ToProto(const advice::ExplainedMatch& match);

// Fills all of any of the four responses but its problem.
template <class Response>
void FillResponse(const advice::MatchResult& result, bool explain, Response* response);

}  // namespace overstap::service
