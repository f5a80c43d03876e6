// Answers TaxonomyService.
#pragma once

#include "engine/store/store.h"
#include "overstap/v1/taxonomy_service.grpc.pb.h"
#include "service/diff_cache.h"
#include "service/query.h"

namespace overstap::service {

// Thread-safe.
class TaxonomyServiceImpl final : public v1::TaxonomyService::CallbackService {
 public:
  // All outlive the service.
  TaxonomyServiceImpl(QuerySource source, const store::Store* store)
      : source_(source), store_(*store), diffs_(store) {}

  grpc::ServerUnaryReactor* Lookup(grpc::CallbackServerContext* context,
                                   const v1::LookupRequest* request,
                                   v1::LookupResponse* response) override;
  grpc::ServerBidiReactor<v1::StreamLookupRequest, v1::StreamLookupResponse>* StreamLookup(
      grpc::CallbackServerContext* context) override;
  grpc::ServerUnaryReactor* Suggest(grpc::CallbackServerContext* context,
                                    const v1::SuggestRequest* request,
                                    v1::SuggestResponse* response) override;
  grpc::ServerUnaryReactor* GetConcept(grpc::CallbackServerContext* context,
                                       const v1::GetConceptRequest* request,
                                       v1::GetConceptResponse* response) override;
  grpc::ServerUnaryReactor* ListVersions(grpc::CallbackServerContext* context,
                                         const v1::ListVersionsRequest* request,
                                         v1::ListVersionsResponse* response) override;

  grpc::ServerUnaryReactor* DiffVersions(grpc::CallbackServerContext* context,
                                         const v1::DiffVersionsRequest* request,
                                         v1::DiffVersionsResponse* response) override;
  grpc::ServerUnaryReactor* Extract(grpc::CallbackServerContext* context,
                                    const v1::ExtractRequest* request,
                                    v1::ExtractResponse* response) override;
  grpc::ServerBidiReactor<v1::StreamExtractRequest, v1::StreamExtractResponse>* StreamExtract(
      grpc::CallbackServerContext* context) override;

 private:
  QuerySource source_;
  const store::Store& store_;
  DiffCache diffs_;
};

}  // namespace overstap::service
