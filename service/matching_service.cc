#include "service/matching_service.h"

#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/match.h"
#include "engine/model/validation.h"
#include "service/answer_stream.h"
#include "service/convert_common.h"
#include "service/convert_match.h"
#include "service/convert_records.h"
#include "service/stream_problem.h"
#include "service/unary_call.h"

namespace overstap::service {
namespace {

// The four calls differ in their messages only.
template <class Request, class Response>
absl::Status AnswerVacancies(const Query& query, const Request& request, Response* response) {
  if (!request.has_profile()) return absl::InvalidArgumentError("profile is missing");
  OVERSTAP_ASSIGN_OR_RETURN(const model::Profile profile, FromProto(request.profile()));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::MatchParams params, FromProto(request.options()));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::MatchResult result,
                            advice::MatchVacancies(query.context(), profile, params));
  FillResponse(result, params.explain, response);
  return absl::OkStatus();
}

template <class Request, class Response>
absl::Status AnswerProfiles(const Query& query, const Request& request, Response* response) {
  if (!request.has_vacancy()) return absl::InvalidArgumentError("vacancy is missing");
  OVERSTAP_ASSIGN_OR_RETURN(const model::Vacancy vacancy, FromProto(request.vacancy()));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::MatchParams params, FromProto(request.options()));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::MatchResult result,
                            advice::MatchProfiles(query.context(), vacancy, params));
  FillResponse(result, params.explain, response);
  return absl::OkStatus();
}

}  // namespace

grpc::ServerUnaryReactor* MatchingServiceImpl::MatchVacancies(
    grpc::CallbackServerContext* context, const v1::MatchVacanciesRequest* request,
    v1::MatchVacanciesResponse* response) {
  return AnswerUnary(context, [&](const CallGuard&) {
    return AnswerVacancies(Query::Begin(source_), *request, response);
  });
}

grpc::ServerUnaryReactor* MatchingServiceImpl::MatchProfiles(
    grpc::CallbackServerContext* context, const v1::MatchProfilesRequest* request,
    v1::MatchProfilesResponse* response) {
  return AnswerUnary(context, [&](const CallGuard&) {
    return AnswerProfiles(Query::Begin(source_), *request, response);
  });
}

grpc::ServerBidiReactor<v1::StreamMatchVacanciesRequest, v1::StreamMatchVacanciesResponse>*
MatchingServiceImpl::StreamMatchVacancies(grpc::CallbackServerContext* context) {
  using Request = v1::StreamMatchVacanciesRequest;
  using Response = v1::StreamMatchVacanciesResponse;
  const auto answer = [source = source_](const Request& request, Response* response) {
    const Query query = Query::Begin(source);
    const absl::Status status = AnswerVacancies(query, request, response);
    if (!status.ok()) {
      FillProblem(status, query.snapshot().versions(), request.profile().id(), response);
    }
  };
  return new AnswerStream<Request, Response>(context, answer);
}

grpc::ServerBidiReactor<v1::StreamMatchProfilesRequest, v1::StreamMatchProfilesResponse>*
MatchingServiceImpl::StreamMatchProfiles(grpc::CallbackServerContext* context) {
  using Request = v1::StreamMatchProfilesRequest;
  using Response = v1::StreamMatchProfilesResponse;
  const auto answer = [source = source_](const Request& request, Response* response) {
    const Query query = Query::Begin(source);
    const absl::Status status = AnswerProfiles(query, request, response);
    if (!status.ok()) {
      FillProblem(status, query.snapshot().versions(), request.vacancy().id(), response);
    }
  };
  return new AnswerStream<Request, Response>(context, answer);
}

}  // namespace overstap::service
