// The snapshot that new queries see.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "engine/advice/live_finder.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::service {

// What a query holds from its start to its end.
struct LiveView {
  std::shared_ptr<const snapshot::Snapshot> snapshot;
  advice::LiveFinders finders;  // of that snapshot
};

// Thread-safe. A query takes the current snapshot once and keeps it to its end; one that is
// replaced lives on until its last query has ended.
class LiveSnapshot {
 public:
  // `first` is not null.
  explicit LiveSnapshot(std::shared_ptr<const snapshot::Snapshot> first)
      : now_{std::move(first), {}} {}

  LiveView Now() const {
    const std::lock_guard lock(mutex_);
    return now_;
  }
  std::shared_ptr<const snapshot::Snapshot> Current() const { return Now().snapshot; }

  void Publish(LiveView next) {
    const std::lock_guard lock(mutex_);
    std::swap(now_, next);
  }

 private:
  mutable std::mutex mutex_;
  LiveView now_;
};

}  // namespace overstap::service
