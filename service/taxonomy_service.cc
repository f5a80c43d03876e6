#include "service/taxonomy_service.h"

#include <utility>

#include "base/status_macros.h"
#include "engine/advice/lookup.h"
#include "service/answer_stream.h"
#include "service/convert_common.h"
#include "service/convert_diff.h"
#include "service/convert_extract.h"
#include "service/convert_suggest.h"
#include "service/convert_taxonomy.h"
#include "service/stream_problem.h"
#include "service/unary_call.h"

namespace overstap::service {

grpc::ServerUnaryReactor* TaxonomyServiceImpl::Lookup(grpc::CallbackServerContext* context,
                                                      const v1::LookupRequest* request,
                                                      v1::LookupResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupResult result, advice::LookUp(asked, params));
    FillResponse(result, asked.snapshot.versions(), response);
    return absl::OkStatus();
  });
}

grpc::ServerBidiReactor<v1::StreamLookupRequest, v1::StreamLookupResponse>*
TaxonomyServiceImpl::StreamLookup(grpc::CallbackServerContext* context) {
  using Request = v1::StreamLookupRequest;
  using Response = v1::StreamLookupResponse;
  const auto answer = [source = source_](const Request& request, Response* response) {
    const absl::StatusOr<Query> query = Query::Begin(source, request.language_codes());
    const absl::Status status =
        query.ok() ? AnswerLookup(query->context(), request, response) : query.status();
    if (!status.ok()) {
      FillProblem(status, Query::Begin(source).snapshot().versions(), request.id(), response);
    }
  };
  return new AnswerStream<Request, Response>(context, answer);
}

grpc::ServerUnaryReactor* TaxonomyServiceImpl::Suggest(grpc::CallbackServerContext* context,
                                                       const v1::SuggestRequest* request,
                                                       v1::SuggestResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    return AnswerSuggest(asked, *request, response);
  });
}

grpc::ServerUnaryReactor* TaxonomyServiceImpl::GetConcept(grpc::CallbackServerContext* context,
                                                          const v1::GetConceptRequest* request,
                                                          v1::GetConceptResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_RETURN_IF_ERROR(CheckAsked("uri", request->uri()));
    OVERSTAP_ASSIGN_OR_RETURN(*response->mutable_taxonomy_concept(),
                              DescribeConcept(asked, request->uri()));
    *response->mutable_versions() = ToProto(asked.snapshot.versions());
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TaxonomyServiceImpl::ListVersions(grpc::CallbackServerContext* context,
                                                            const v1::ListVersionsRequest* request,
                                                            v1::ListVersionsResponse* response) {
  return AnswerUnary(context, [&](const CallGuard& guard) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(std::vector<store::TaxonomyInfo> versions, store_.ListTaxonomies());
    OVERSTAP_RETURN_IF_ERROR(guard.Check());
    *response->mutable_versions() = ToProto(Query::Begin(source_).snapshot().versions());
    return FillPage(*request, std::move(versions), response);
  });
}

grpc::ServerUnaryReactor* TaxonomyServiceImpl::DiffVersions(grpc::CallbackServerContext* context,
                                                            const v1::DiffVersionsRequest* request,
                                                            v1::DiffVersionsResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    OVERSTAP_RETURN_IF_ERROR(CheckRequest(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const auto diff,
                              diffs_.Diff(request->before(), request->after(), asked.languages));
    *response->mutable_versions() = ToProto(asked.snapshot.versions());
    return FillPage(*request, *diff, response);
  });
}

grpc::ServerUnaryReactor* TaxonomyServiceImpl::Extract(grpc::CallbackServerContext* context,
                                                       const v1::ExtractRequest* request,
                                                       v1::ExtractResponse* response) {
  return AnswerQuery(context, source_, *request, [&](const advice::Context& asked) -> absl::Status {
    return AnswerExtract(asked, *request, response);
  });
}

grpc::ServerBidiReactor<v1::StreamExtractRequest, v1::StreamExtractResponse>*
TaxonomyServiceImpl::StreamExtract(grpc::CallbackServerContext* context) {
  using Request = v1::StreamExtractRequest;
  using Response = v1::StreamExtractResponse;
  const auto answer = [source = source_](const Request& request, Response* response) {
    const absl::StatusOr<Query> query = Query::Begin(source, request.language_codes());
    const absl::Status status =
        query.ok() ? AnswerExtract(query->context(), request, response) : query.status();
    if (!status.ok()) {
      FillProblem(status, Query::Begin(source).snapshot().versions(), request.id(), response);
    }
  };
  return new AnswerStream<Request, Response>(context, answer);
}

}  // namespace overstap::service
