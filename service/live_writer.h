// What is written while queries are answered, and from when on they see it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "absl/status/status.h"
#include "base/clock.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"
#include "service/live_indexes.h"
#include "service/live_snapshot.h"
#include "service/record_write.h"
#include "service/serial_worker.h"

namespace overstap::service {

// All that writes to the store goes through one thread of this, which shows it to new queries as it
// is then in the store. Indexes are made by another thread; queries that come in the meantime score
// what is not indexed yet. Thread-safe where nothing else is said.
class LiveWriter {
 public:
  // Records in the queue from which writers are sent away.
  static constexpr int64_t kMostWaiting = 200'000;

  // All outlive the writer.
  LiveWriter(LiveSnapshot* live, store::Store* store, const Clock* clock,
             const IndexPolicy& policy = {});
  // Writes what is left.
  ~LiveWriter();

  // Writes together with whatever else waits at that moment. Then `done` runs: with OK when it is
  // on disk and new queries see it, else with what went wrong. `before` is the snapshot without
  // this write. kUnavailable when too many wait.
  using Done = std::function<void(const absl::Status&, const snapshot::Snapshot& before)>;
  void Write(RecordWrite write, Done done);

  // Runs on the writing thread, in the order of the calls. For what writes to the store itself.
  void Post(std::function<void()> task) { writing_.Post(std::move(task)); }

  // On the writing thread only: what was written to the store since the last Publish, vacancies and
  // profiles or records of other kinds; and shows it.
  void Note(snapshot::RecordChanges written);
  void NoteOther() { other_written_ = true; }
  absl::Status Publish();

  // Has indexes made when they are missing.
  void MakeIndexes();
  // Has made what the first questions would wait for; done by itself for another skills language.
  void WarmUp();
  // Has a suggester made that knows how many vacancies there are now; that takes most of a second.
  void RefreshSuggester();

 private:
  struct Waiting {
    RecordWrite write;
    Done done;
  };
  // Runs in the background and gives what the writing thread then does with what was made.
  using Job = std::function<std::function<void()>()>;

  // Takes both when it gives OK.
  absl::Status Queue(RecordWrite* write, Done* done);
  void Commit();
  absl::StatusOr<std::shared_ptr<const snapshot::Snapshot>> Follow(
      const snapshot::Snapshot& before);
  void Show(std::shared_ptr<const snapshot::Snapshot> next);
  // `next`, made of the one before by changes of vacancies and profiles or read from the store.
  static LiveView After(const LiveView& before, std::shared_ptr<const snapshot::Snapshot> next);
  // Shows what is in the store now, which has everything but its data version yet.
  absl::Status Name(LiveView next);
  absl::Status Reload(snapshot::RecordChanges written);
  void Maintain();
  void StartJob(Job job);
  void StartWarmUp();
  void StartIndex(IndexJob job);
  void StartSuggester();
  void DropSaved();

  LiveSnapshot& live_;
  store::Store& store_;
  const Clock& clock_;
  const IndexPolicy policy_;

  std::mutex mutex_;
  std::vector<Waiting> waiting_;
  int64_t waiting_records_ = 0;
  std::atomic<bool> is_stopping_ = false;

  // Of the writing thread.
  snapshot::RecordChanges written_;
  bool other_written_ = false;
  bool must_reload_ = false;
  bool job_runs_ = false;
  bool wants_warm_up_ = false;
  bool wants_suggester_ = false;

  std::unique_ptr<SerialWorker> making_;
  // Writes to the disk while the writing thread makes the snapshot that shows it.
  std::unique_ptr<SerialWorker> saving_;
  SerialWorker writing_;  // last: it ends before what it uses
};

}  // namespace overstap::service
