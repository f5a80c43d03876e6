// Answers MatchingService.
#pragma once

#include "overstap/v1/matching_service.grpc.pb.h"
#include "service/query.h"

namespace overstap::service {

// Thread-safe. Each question of a stream sees the snapshot of the moment it is answered, unless the
// first one asks to keep its own.
class MatchingServiceImpl final : public v1::MatchingService::CallbackService {
 public:
  explicit MatchingServiceImpl(QuerySource source) : source_(source) {}

  grpc::ServerUnaryReactor* MatchVacancies(grpc::CallbackServerContext* context,
                                           const v1::MatchVacanciesRequest* request,
                                           v1::MatchVacanciesResponse* response) override;
  grpc::ServerUnaryReactor* MatchProfiles(grpc::CallbackServerContext* context,
                                          const v1::MatchProfilesRequest* request,
                                          v1::MatchProfilesResponse* response) override;
  grpc::ServerUnaryReactor* ExplainMatch(grpc::CallbackServerContext* context,
                                         const v1::ExplainMatchRequest* request,
                                         v1::ExplainMatchResponse* response) override;
  grpc::ServerBidiReactor<v1::StreamMatchVacanciesRequest, v1::StreamMatchVacanciesResponse>*
  StreamMatchVacancies(grpc::CallbackServerContext* context) override;
  grpc::ServerBidiReactor<v1::StreamMatchProfilesRequest, v1::StreamMatchProfilesResponse>*
  StreamMatchProfiles(grpc::CallbackServerContext* context) override;

 private:
  QuerySource source_;
};

}  // namespace overstap::service
