#include "service/region_service.h"

#include "base/status_macros.h"
#include "service/convert_region.h"
#include "service/unary_call.h"

namespace overstap::service {

grpc::ServerUnaryReactor* RegionServiceImpl::ReportRegion(grpc::CallbackServerContext* context,
                                                          const v1::ReportRegionRequest* request,
                                                          v1::ReportRegionResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::RegionReportParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::RegionReport report,
                              advice::ReportRegion(asked, params));
    FillResponse(report, response);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* RegionServiceImpl::PlaceCohort(grpc::CallbackServerContext* context,
                                                         const v1::PlaceCohortRequest* request,
                                                         v1::PlaceCohortResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::PlaceParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::PlaceResult result, advice::PlaceCohort(asked, params));
    FillResponse(result, response);
    return absl::OkStatus();
  });
}

}  // namespace overstap::service
