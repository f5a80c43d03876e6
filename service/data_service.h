// Answers DataService.
#pragma once

#include <mutex>
#include <set>
#include <string>

#include "absl/status/status.h"
#include "engine/store/store.h"
#include "overstap/v1/data_service.grpc.pb.h"
#include "service/live_snapshot.h"
#include "service/serial_worker.h"

namespace overstap::service {

// Thread-safe. Imports are written by a thread of their own, so that calls never wait for a disk
// or for a snapshot to be built.
class DataServiceImpl final : public v1::DataService::CallbackService {
 public:
  // Both outlive the service. The store is open for writing.
  DataServiceImpl(LiveSnapshot* live, store::Store* store) : live_(*live), store_(*store) {}

  grpc::ServerReadReactor<v1::ImportRequest>* Import(grpc::CallbackServerContext* context,
                                                     v1::ImportResponse* response) override;
  grpc::ServerUnaryReactor* Stats(grpc::CallbackServerContext* context,
                                  const v1::StatsRequest* request,
                                  v1::StatsResponse* response) override;

 private:
  class ImportCall;

  // Imports of one kind run one at a time. kAborted while another one runs.
  absl::Status Claim(v1::RecordKind kind);
  void Release(v1::RecordKind kind);
  bool IsClaimed(const std::string& kind_name) const;

  // Makes what is in the store now visible to new queries.
  absl::Status Publish();

  LiveSnapshot& live_;
  store::Store& store_;
  mutable std::mutex mutex_;
  std::set<std::string> running_kinds_;
  SerialWorker worker_;  // last: it ends before what it uses
};

}  // namespace overstap::service
