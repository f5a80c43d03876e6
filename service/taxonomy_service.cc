#include "service/taxonomy_service.h"

#include <utility>

#include "base/status_macros.h"
#include "engine/advice/lookup.h"
#include "service/convert_common.h"
#include "service/convert_taxonomy.h"
#include "service/unary_call.h"

namespace overstap::service {

grpc::ServerUnaryReactor* TaxonomyServiceImpl::Lookup(grpc::CallbackServerContext* context,
                                                      const v1::LookupRequest* request,
                                                      v1::LookupResponse* response) {
  return AnswerUnary(context, [&](const CallGuard& guard) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupParams params, FromProto(*request));
    OVERSTAP_ASSIGN_OR_RETURN(const Query query, Query::Begin(source_, request->language_codes()));
    OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupResult result,
                              advice::LookUp(query.context(), params));
    OVERSTAP_RETURN_IF_ERROR(guard.Check());
    FillResponse(result, query.snapshot().versions(), response);
    return absl::OkStatus();
  });
}

grpc::ServerUnaryReactor* TaxonomyServiceImpl::GetConcept(grpc::CallbackServerContext* context,
                                                          const v1::GetConceptRequest* request,
                                                          v1::GetConceptResponse* response) {
  return AnswerUnary(context, [&](const CallGuard&) -> absl::Status {
    OVERSTAP_RETURN_IF_ERROR(CheckAsked("uri", request->uri()));
    OVERSTAP_ASSIGN_OR_RETURN(const Query query, Query::Begin(source_, request->language_codes()));
    OVERSTAP_ASSIGN_OR_RETURN(*response->mutable_taxonomy_concept(),
                              DescribeConcept(query.context(), request->uri()));
    *response->mutable_versions() = ToProto(query.snapshot().versions());
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

}  // namespace overstap::service
