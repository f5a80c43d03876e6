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
#include "service/shared_work.h"
#include "service/write_pipeline.h"

namespace overstap::service {

// All that writes to the store goes through this, which shows it to new queries as it is then in
// the store. One thread, the writing thread, makes the snapshots, while another writes to the disk
// (WritePipeline) and one helps to read records. Indexes are made by two others; queries that come
// in the meantime score what is not indexed yet. Thread-safe where nothing else is said.
class LiveWriter {
 public:
  // Records that are not on disk yet from which writers are sent away.
  static constexpr int64_t kMostWaiting = 200'000;
  // Records that may wait to be let go.
  static constexpr int64_t kMostToLetGo = 5'000;
  // Recent rows that are read before they are shown; of more, questions read them.
  static constexpr size_t kMostReadAhead = 1'000;

  // All outlive the writer.
  LiveWriter(LiveSnapshot* live, store::Store* store, const Clock* clock,
             const IndexPolicy& policy = {});
  // Writes what is left.
  ~LiveWriter();

  // Writes together with whatever else waits at that moment. Writes of the same record count in the
  // order of the calls. `done` waits for nobody who writes. kUnavailable when too many wait.
  using Done = WriteDone;
  void Write(RecordWrite write, Done done);

  // Runs on the writing thread, in the order of the calls, when what came before has been written
  // and shown. For what writes to the store itself.
  void Post(std::function<void()> task);

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
  // One thing at a time in the background.
  struct Background {
    std::unique_ptr<SerialWorker> worker;
    bool is_busy = false;  // of the writing thread
  };
  // Runs in the background and gives what the writing thread then does with what was made: whether
  // that is the end of it, else it goes on by itself.
  using Job = std::function<std::function<bool()>()>;

  // Somebody waits for a write: what has time in the background then waits too.
  std::function<bool()> WhileWriting() const;
  // Takes both when it gives OK.
  absl::Status Queue(RecordWrite* write, Done* done);
  void Commit();
  std::vector<PendingWrite> TakeWaiting();
  // Whether the snapshot that follows can be made of that one.
  bool CanFollow(const snapshot::Snapshot& before, const snapshot::RecordChanges& changes);
  // Without the pipeline: the snapshot is read from the store.
  void CommitAlone(std::vector<PendingWrite> writes, snapshot::RecordChanges changes);
  // Of what the pipeline wrote, on its thread.
  void EndWrites(WritePipeline::Groups groups);
  absl::StatusOr<std::shared_ptr<const snapshot::Snapshot>> Follow(
      const snapshot::Snapshot& before);
  void Show(std::shared_ptr<const snapshot::Snapshot> next);
  // `next`, made of the one before by changes of vacancies and profiles or read from the store.
  static LiveView After(const LiveView& before, std::shared_ptr<const snapshot::Snapshot> next);
  // Frees what nobody sees any more when there is time for it: the rows that were replaced, which
  // takes as long as to write others. At once when too many records wait for that.
  template <class Things>
  void LetGo(Things things, int64_t records);
  // What came last, while it is written, so that no question waits for it.
  void ReadRecent(const LiveView& view) const;
  // Makes soon, away from who writes, what snapshots else make when they are asked for it.
  void PrepareVacanciesFor();
  // Starts what is to be done and is not begun yet.
  void Maintain();
  void MaintainParts(const LiveView& now, int year);
  void MaintainAll(const LiveView& now, int year);
  // What it gives waits for no write.
  void StartJob(Background* on, Job job);
  void StartWarmUp();
  void StartIndex(Background* on, IndexJob job);
  // What comes after preparing it, which this does.
  std::function<bool()> PrepareIndex(Background* on, const IndexJob::Prepare& prepare);
  bool TakeIn(const IndexJob::TakeIn& take_in);
  void StartSuggester();
  void DropSaved();

  LiveSnapshot& live_;
  store::Store& store_;
  const Clock& clock_;
  const IndexPolicy policy_;

  std::mutex mutex_;
  std::vector<PendingWrite> waiting_;
  std::atomic<int64_t> unwritten_records_ = 0;  // written to with the mutex
  std::atomic<bool> is_stopping_ = false;

  // Of the writing thread.
  snapshot::RecordChanges written_;
  bool other_written_ = false;
  bool must_reload_ = false;
  advice::LiveFinders making_;  // of which those of all are being made again
  bool wants_warm_up_ = false;
  bool wants_suggester_ = false;

  std::atomic<int64_t> to_let_go_ = 0;  // records
  std::atomic<bool> prepares_ = false;
  SerialWorker letting_go_;
  Background all_;    // indexes of all records, and what else takes long
  Background parts_;  // indexes of what came since; questions are slow without, so they do not wait
  WritePipeline pipeline_;
  SharedWork reading_;
  SerialWorker writing_;  // last: it ends before what it uses
};

}  // namespace overstap::service
