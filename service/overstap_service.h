// All of Overstap behind one address.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "base/clock.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"
#include "service/data_service.h"
#include "service/housekeeper.h"
#include "service/live_snapshot.h"
#include "service/live_writer.h"
#include "service/matching_service.h"
#include "service/query.h"
#include "service/region_service.h"
#include "service/server.h"
#include "service/taxonomy_service.h"
#include "service/transition_service.h"

namespace overstap::service {

// The services of overstap.v1 over one store. Thread-safe.
class OverstapService {
 public:
  // Loads a snapshot and serves it. `store`, open for writing, and the clocks outlive the service.
  // Answers are of the day that `answers` says (null: `clock`); what goes because its time is over
  // goes by `clock`. Errors: those of snapshot::Load and Server::Start.
  static absl::StatusOr<std::unique_ptr<OverstapService>> Start(
      const ServerParams& server, snapshot::Parameters parameters, store::Store* store,
      const Clock* clock, RetentionParams retention = {}, const Clock* answers = nullptr);

  // Where clients reach it.
  const std::string& address() const { return server_->address(); }

  // What queries are answered from, for other ways to ask the same. Lives as long as the service.
  const LiveSnapshot& live() const { return live_; }

  Housekeeper& housekeeper() { return *housekeeper_; }

  // See Server::Stop.
  void Stop() { server_->Stop(); }

 private:
  OverstapService(std::shared_ptr<const snapshot::Snapshot> first, store::Store* store,
                  const Clock* clock);

  LiveSnapshot live_;
  LiveWriter writer_;
  TaxonomyServiceImpl taxonomy_;
  TransitionServiceImpl transition_;
  MatchingServiceImpl matching_;
  DataServiceImpl data_;
  RegionServiceImpl region_;
  std::unique_ptr<Housekeeper> housekeeper_;  // not null once it has started
  std::unique_ptr<Server> server_;            // last: it stops before what it serves ends
};

}  // namespace overstap::service
