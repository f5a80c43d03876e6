// Answers DataService.
#pragma once

#include <mutex>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "engine/store/store.h"
#include "overstap/v1/data_service.grpc.pb.h"
#include "service/live_snapshot.h"
#include "service/live_writer.h"

namespace overstap::service {

// Thread-safe. What comes in is written by a thread of its own, so that questions never wait for a
// disk or for a snapshot to be built.
class DataServiceImpl final : public v1::DataService::CallbackService {
 public:
  // All outlive the service. The store is open for writing.
  DataServiceImpl(const LiveSnapshot* live, store::Store* store, LiveWriter* writer)
      : live_(*live), store_(*store), writer_(*writer) {}

  grpc::ServerReadReactor<v1::ImportRequest>* Import(grpc::CallbackServerContext* context,
                                                     v1::ImportResponse* response) override;
  grpc::ServerUnaryReactor* UpsertVacancies(grpc::CallbackServerContext* context,
                                            const v1::UpsertVacanciesRequest* request,
                                            v1::UpsertVacanciesResponse* response) override;
  grpc::ServerUnaryReactor* UpsertProfiles(grpc::CallbackServerContext* context,
                                           const v1::UpsertProfilesRequest* request,
                                           v1::UpsertProfilesResponse* response) override;
  grpc::ServerUnaryReactor* DeleteVacancies(grpc::CallbackServerContext* context,
                                            const v1::DeleteVacanciesRequest* request,
                                            v1::DeleteVacanciesResponse* response) override;
  grpc::ServerUnaryReactor* DeleteProfiles(grpc::CallbackServerContext* context,
                                           const v1::DeleteProfilesRequest* request,
                                           v1::DeleteProfilesResponse* response) override;
  grpc::ServerUnaryReactor* Stats(grpc::CallbackServerContext* context,
                                  const v1::StatsRequest* request,
                                  v1::StatsResponse* response) override;

 private:
  class ImportCall;
  struct VacancyKind;
  struct ProfileKind;

  // Imports of one kind run one at a time. kAborted while another one runs.
  absl::Status Claim(v1::RecordKind kind);
  void Release(v1::RecordKind kind);
  bool IsClaimed(const std::string& kind_name) const;

  template <class Request, class Response>
  grpc::ServerUnaryReactor* AnswerUpsert(grpc::CallbackServerContext* context,
                                         const Request& request, Response* response);
  template <class Kind, class Request, class Response>
  grpc::ServerUnaryReactor* AnswerDelete(grpc::CallbackServerContext* context,
                                         const Request& request, Response* response);

  const LiveSnapshot& live_;
  store::Store& store_;
  LiveWriter& writer_;
  mutable std::mutex mutex_;
  std::set<std::string> running_kinds_;
};

}  // namespace overstap::service
