// Regions and cohorts: between the public contract and the engine.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/place.h"
#include "engine/advice/region_report.h"
#include "overstap/v1/region_service.pb.h"

namespace overstap::service {

// kInvalidArgument for anything outside the contract.
absl::StatusOr<advice::RegionReportParams> FromProto(const v1::ReportRegionRequest& request);
absl::StatusOr<advice::PlaceParams> FromProto(const v1::PlaceCohortRequest& request);

void FillResponse(const advice::RegionReport& report, v1::ReportRegionResponse* response);
void FillResponse(const advice::PlaceResult& result, v1::PlaceCohortResponse* response);

}  // namespace overstap::service
