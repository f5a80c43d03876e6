// The snapshot that new queries see.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

#include "engine/snapshot/snapshot.h"

namespace overstap::service {

// Thread-safe. A query takes the current snapshot once and keeps it to its end; one that is
// replaced lives on until its last query has ended.
class LiveSnapshot {
 public:
  // `first` is not null.
  explicit LiveSnapshot(std::shared_ptr<const snapshot::Snapshot> first)
      : current_(std::move(first)) {}

  std::shared_ptr<const snapshot::Snapshot> Current() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }

  void Publish(std::shared_ptr<const snapshot::Snapshot> next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const snapshot::Snapshot> current_;
};

}  // namespace overstap::service
