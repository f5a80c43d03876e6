// Answers RegionService.
#pragma once

#include "overstap/v1/region_service.grpc.pb.h"
#include "service/query.h"

namespace overstap::service {

// Thread-safe.
class RegionServiceImpl final : public v1::RegionService::CallbackService {
 public:
  explicit RegionServiceImpl(QuerySource source) : source_(source) {}

  grpc::ServerUnaryReactor* ReportRegion(grpc::CallbackServerContext* context,
                                         const v1::ReportRegionRequest* request,
                                         v1::ReportRegionResponse* response) override;
  grpc::ServerUnaryReactor* PlaceCohort(grpc::CallbackServerContext* context,
                                        const v1::PlaceCohortRequest* request,
                                        v1::PlaceCohortResponse* response) override;

 private:
  QuerySource source_;
};

}  // namespace overstap::service
