#include "service/transition_service.h"

#include "base/status_macros.h"
#include "service/convert_paths.h"
#include "service/convert_plan.h"
#include "service/convert_transition.h"
#include "service/convert_why_not.h"
#include "service/unary_call.h"

namespace overstap::service {
namespace {

// Ways over other work, when more than one step is asked for.
absl::Status AddWays(const advice::Context& context, const advice::OccupationPlanParams& params,
                     const advice::OccupationPlan& plan, const v1::PlanRequest& request,
                     v1::PlanResponse* response) {
  advice::PathsParams asked;
  asked.max_hops = request.has_max_hops() ? request.max_hops() : 1;
  asked.radius_km = params.plan.travel_km;
  OVERSTAP_RETURN_IF_ERROR(asked.Validate());
  if (asked.max_hops < 2) return absl::OkStatus();
  OVERSTAP_ASSIGN_OR_RETURN(const advice::PathsResult paths,
                            advice::FindPaths(context, params.person, params.plan, asked, {&plan}));
  *response->mutable_ways() = ToProto(paths.to.front(), request.explain());
  *response->mutable_paths_basis() = BasisOf(paths);
  return absl::OkStatus();
}

}  // namespace

grpc::ServerUnaryReactor* TransitionServiceImpl::Closest(grpc::CallbackServerContext* context,
                                                         const v1::ClosestRequest* request,
                                                         v1::ClosestResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::ClosestParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(
        const advice::ClosestWithStay result,
        advice::FindClosestWithStay(asked, params, request->stay_in_techniek()));
    FillResponse(result, response);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TransitionServiceImpl::Route(grpc::CallbackServerContext* context,
                                                       const v1::RouteRequest* request,
                                                       v1::RouteResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::RoutesWithPathsParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::RoutesWithPaths result,
                              advice::FindRoutesWithPaths(asked, params));
    FillResponse(result, *request, response);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TransitionServiceImpl::Plan(grpc::CallbackServerContext* context,
                                                      const v1::PlanRequest* request,
                                                      v1::PlanResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::OccupationPlanParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::OccupationPlan plan,
                              advice::MakeOccupationPlan(asked, params));
    FillResponse(plan, request->explain(), response);
    return AddWays(asked, params, plan, *request, response);
  });
}

grpc::ServerUnaryReactor* TransitionServiceImpl::Gap(grpc::CallbackServerContext* context,
                                                     const v1::GapRequest* request,
                                                     v1::GapResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::OccupationPlanParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::OccupationPlan plan,
                              advice::MakeOccupationPlan(asked, params));
    FillResponse(plan, response);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TransitionServiceImpl::WhyNot(grpc::CallbackServerContext* context,
                                                        const v1::WhyNotRequest* request,
                                                        v1::WhyNotResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::WhyNotParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::WhyNotResult result, advice::AskWhyNot(asked, params));
    FillResponse(result, response);
    return absl::OkStatus();
  });
}

}  // namespace overstap::service
