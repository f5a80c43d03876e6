#include "service/matching_service.h"

#include <optional>
#include <string>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/explain_match.h"
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

absl::StatusOr<model::Profile> PersonOf(const Query& query,
                                        const v1::ExplainMatchRequest& request) {
  switch (request.person_case()) {
    case v1::ExplainMatchRequest::kProfile:
      return FromProto(request.profile());
    case v1::ExplainMatchRequest::kProfileId:
      return advice::FindProfile(query.context(), request.profile_id());
    case v1::ExplainMatchRequest::PERSON_NOT_SET:
      break;
  }
  return absl::InvalidArgumentError("give a profile or profile_id");
}

absl::StatusOr<model::Vacancy> WorkOf(const Query& query, const v1::ExplainMatchRequest& request) {
  switch (request.work_case()) {
    case v1::ExplainMatchRequest::kVacancy:
      return FromProto(request.vacancy());
    case v1::ExplainMatchRequest::kVacancyId:
      return advice::FindVacancy(query.context(), request.vacancy_id());
    case v1::ExplainMatchRequest::WORK_NOT_SET:
      break;
  }
  return absl::InvalidArgumentError("give a vacancy or vacancy_id");
}

absl::Status AnswerExplain(const Query& query, const v1::ExplainMatchRequest& request,
                           v1::ExplainMatchResponse* response) {
  OVERSTAP_ASSIGN_OR_RETURN(const model::Profile profile, PersonOf(query, request));
  OVERSTAP_ASSIGN_OR_RETURN(const model::Vacancy vacancy, WorkOf(query, request));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::MatchParams params, FromProto(request.options()));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExplainedMatch match,
                            advice::ExplainMatch(query.context(), profile, vacancy, params));
  *response = ToProto(match);
  return absl::OkStatus();
}

// The queries of one stream. Not thread-safe.
class StreamQueries {
 public:
  explicit StreamQueries(QuerySource source) : source_(source) {}

  // `keep`: whether the question asks to keep the snapshot, which the first one decides.
  Query Next(bool keep) {
    Query query = kept_ ? *kept_ : Query::Begin(source_);
    if (is_first_ && keep) kept_ = query;
    is_first_ = false;
    return query;
  }

 private:
  QuerySource source_;
  bool is_first_ = true;
  std::optional<Query> kept_;
};

}  // namespace

grpc::ServerUnaryReactor* MatchingServiceImpl::MatchVacancies(
    grpc::CallbackServerContext* context, const v1::MatchVacanciesRequest* request,
    v1::MatchVacanciesResponse* response) {
  return AnswerUnary(context,
                     [&] { return AnswerVacancies(Query::Begin(source_), *request, response); });
}

grpc::ServerUnaryReactor* MatchingServiceImpl::MatchProfiles(
    grpc::CallbackServerContext* context, const v1::MatchProfilesRequest* request,
    v1::MatchProfilesResponse* response) {
  return AnswerUnary(context,
                     [&] { return AnswerProfiles(Query::Begin(source_), *request, response); });
}

grpc::ServerUnaryReactor* MatchingServiceImpl::ExplainMatch(grpc::CallbackServerContext* context,
                                                            const v1::ExplainMatchRequest* request,
                                                            v1::ExplainMatchResponse* response) {
  return AnswerUnary(context,
                     [&] { return AnswerExplain(Query::Begin(source_), *request, response); });
}

grpc::ServerBidiReactor<v1::StreamMatchVacanciesRequest, v1::StreamMatchVacanciesResponse>*
MatchingServiceImpl::StreamMatchVacancies(grpc::CallbackServerContext* context) {
  using Request = v1::StreamMatchVacanciesRequest;
  using Response = v1::StreamMatchVacanciesResponse;
  const auto answer = [queries = StreamQueries(source_)](const Request& request,
                                                         Response* response) mutable {
    const Query query = queries.Next(request.keep_snapshot());
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
  const auto answer = [queries = StreamQueries(source_)](const Request& request,
                                                         Response* response) mutable {
    const Query query = queries.Next(request.keep_snapshot());
    const absl::Status status = AnswerProfiles(query, request, response);
    if (!status.ok()) {
      FillProblem(status, query.snapshot().versions(), request.vacancy().id(), response);
    }
  };
  return new AnswerStream<Request, Response>(context, answer);
}

}  // namespace overstap::service
