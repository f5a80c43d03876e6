// From records that wait to records that are on disk and in answers.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "absl/status/status.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"
#include "service/live_snapshot.h"
#include "service/record_write.h"
#include "service/serial_worker.h"

namespace overstap::service {

// Somebody who waits for a write: runs with OK when it is on disk and new queries see it, else with
// what went wrong. `before` is the snapshot without this write.
using WriteDone = std::function<void(const absl::Status&, const snapshot::Snapshot& before)>;

struct PendingWrite {
  RecordWrite write;
  WriteDone done;
};

// Writes to the disk on a thread of its own, while the calling thread makes the views that show
// what is written, one of the other. What waits when the disk is free becomes one synced write.
// Then the last view of it is shown, and who waits is told, both in the order of Begin. A write
// that fails takes with it all that was begun on top of it: nothing of those is written or shown.
// The views of the live snapshot are shown by nobody else between a Begin and the end of its write.
//
// One thread calls, but for Newest; what is handed in is called on the thread that writes.
class WritePipeline {
 public:
  // What is written and shown together.
  struct Group {
    std::vector<PendingWrite> writes;  // their changes were taken
    LiveView before;
    LiveView after;  // but for its data version
    bool is_saving = false;
    bool is_made = false;
    bool is_shown = false;  // by now, or as soon as its data version is known
  };
  using Groups = std::vector<std::shared_ptr<Group>>;
  // Gets what was written, or was not, before it counts as ended: to let it go elsewhere.
  using Ended = std::function<void(Groups groups)>;

  // Both outlive the pipeline.
  WritePipeline(LiveSnapshot* live, store::Store* store, Ended ended);

  // What the next write comes on top of: the live view, or one that is not shown yet. On any
  // thread; of views that are made.
  LiveView Newest() const;

  // Gives the newest view other indexes, when it still is `before`; else nothing happens, and it is
  // asked for again. Waits for no write: they are shown together with it, and are gone when it
  // fails.
  bool Replace(const LiveView& before, advice::LiveFinders finders);

  // Begins to write, when `before` is still the newest; else null, and `writes` is as it was. After
  // that, and before anything else is called, Show gets the view with the changes.
  std::shared_ptr<Group> Begin(const LiveView& before, std::vector<PendingWrite>* writes);
  void Show(Group* group, LiveView after);

  // Returns when all that was begun has ended.
  void Drain();

  // Whether something was written since the last call that no view shows: then all has to be read
  // from the store again.
  bool TakeLost();

 private:
  // Returns when the disk is being written to or was: who writes gets a processor first, for soon
  // it waits for the disk and leaves it to the caller. On the same one it would wait for the view.
  void AwaitSave();
  void Save();
  // All that are pending.
  Groups StartSaving();
  // Shows the last of them, which are on disk.
  absl::Status ShowLast(const Groups& groups);
  // Takes the first `count` that are pending, or all that fail; they end with End.
  Groups Take(size_t count);
  Groups TakeFailed(bool is_written);
  void End(Groups groups, const absl::Status& status);

  LiveSnapshot& live_;
  store::Store& store_;
  const Ended ended_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Group>> pending_;  // begun, and neither shown nor failed
  bool is_ending_ = false;
  bool is_lost_ = false;

  SerialWorker saving_;  // last: it ends before what it uses
};

}  // namespace overstap::service
