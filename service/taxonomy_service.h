// Answers TaxonomyService.
#pragma once

#include "engine/store/store.h"
#include "overstap/v1/taxonomy_service.grpc.pb.h"
#include "service/query.h"

namespace overstap::service {

// Thread-safe.
class TaxonomyServiceImpl final : public v1::TaxonomyService::CallbackService {
 public:
  // All outlive the service.
  TaxonomyServiceImpl(QuerySource source, const store::Store* store)
      : source_(source), store_(*store) {}

  grpc::ServerUnaryReactor* Lookup(grpc::CallbackServerContext* context,
                                   const v1::LookupRequest* request,
                                   v1::LookupResponse* response) override;
  grpc::ServerUnaryReactor* GetConcept(grpc::CallbackServerContext* context,
                                       const v1::GetConceptRequest* request,
                                       v1::GetConceptResponse* response) override;
  grpc::ServerUnaryReactor* ListVersions(grpc::CallbackServerContext* context,
                                         const v1::ListVersionsRequest* request,
                                         v1::ListVersionsResponse* response) override;

 private:
  QuerySource source_;
  const store::Store& store_;
};

}  // namespace overstap::service
