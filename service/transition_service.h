// Answers TransitionService.
#pragma once

#include "overstap/v1/transition_service.grpc.pb.h"
#include "service/query.h"

namespace overstap::service {

// Thread-safe.
class TransitionServiceImpl final : public v1::TransitionService::CallbackService {
 public:
  explicit TransitionServiceImpl(QuerySource source) : source_(source) {}

  grpc::ServerUnaryReactor* Closest(grpc::CallbackServerContext* context,
                                    const v1::ClosestRequest* request,
                                    v1::ClosestResponse* response) override;
  grpc::ServerUnaryReactor* Route(grpc::CallbackServerContext* context,
                                  const v1::RouteRequest* request,
                                  v1::RouteResponse* response) override;
  grpc::ServerUnaryReactor* Plan(grpc::CallbackServerContext* context,
                                 const v1::PlanRequest* request,
                                 v1::PlanResponse* response) override;
  grpc::ServerUnaryReactor* Gap(grpc::CallbackServerContext* context, const v1::GapRequest* request,
                                v1::GapResponse* response) override;
  grpc::ServerUnaryReactor* WhyNot(grpc::CallbackServerContext* context,
                                   const v1::WhyNotRequest* request,
                                   v1::WhyNotResponse* response) override;

 private:
  QuerySource source_;
};

}  // namespace overstap::service
