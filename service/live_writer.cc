#include "service/live_writer.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/free_memory.h"
#include "base/patience.h"
#include "base/status_macros.h"
#include "engine/advice/warm_up.h"
#include "engine/snapshot/loader.h"

namespace overstap::service {

using snapshot::Snapshot;

namespace {
bool Never() { return false; }
}  // namespace

LiveWriter::LiveWriter(LiveSnapshot* live, store::Store* store, const Clock* clock,
                       const IndexPolicy& policy)
    : live_(*live),
      store_(*store),
      clock_(*clock),
      policy_(policy),
      letting_go_(WhileWriting()),
      all_{std::make_unique<SerialWorker>(WhileWriting())},
      parts_{std::make_unique<SerialWorker>(Never)},
      pipeline_(live, store, [this](auto groups) { EndWrites(std::move(groups)); }) {}

std::function<bool()> LiveWriter::WhileWriting() const {
  return [this] { return unwritten_records_ > 0; };
}

LiveWriter::~LiveWriter() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  // What they make they hand to the writing thread, which is still there.
  all_.worker.reset();
  parts_.worker.reset();
  Post([] {});
}

void LiveWriter::Post(std::function<void()> task) {
  writing_.Post([this, task = std::move(task)] {
    pipeline_.Drain();
    task();
  });
}

void LiveWriter::Write(RecordWrite write, Done done) {
  absl::Status status = write.batch().status();
  if (status.ok()) status = Queue(&write, &done);
  if (!status.ok()) done(status, *live_.Current());
}

absl::Status LiveWriter::Queue(RecordWrite* write, Done* done) {
  bool is_first = false;
  {
    const std::lock_guard lock(mutex_);
    if (unwritten_records_ + write->size() > kMostWaiting) {
      return absl::UnavailableError("too many records wait to be written; try again later");
    }
    is_first = waiting_.empty();
    unwritten_records_ += write->size();
    waiting_.push_back({std::move(*write), std::move(*done)});
  }
  if (is_first) writing_.Post([this] { Commit(); });
  return absl::OkStatus();
}

std::vector<PendingWrite> LiveWriter::TakeWaiting() {
  const std::lock_guard lock(mutex_);
  return std::exchange(waiting_, {});
}

bool LiveWriter::CanFollow(const Snapshot& before, const snapshot::RecordChanges& changes) {
  must_reload_ = pipeline_.TakeLost() || must_reload_;
  return !other_written_ && !must_reload_ && written_.empty() && before.CanTake(changes);
}

void LiveWriter::Commit() {
  std::vector<PendingWrite> writes = TakeWaiting();
  snapshot::RecordChanges changes;
  for (PendingWrite& one : writes) changes.Append(one.write.TakeChanges());
  std::shared_ptr<WritePipeline::Group> group;
  while (group == nullptr) {
    const LiveView before = pipeline_.Newest();
    if (!CanFollow(*before.snapshot, changes)) {
      return CommitAlone(std::move(writes), std::move(changes));
    }
    group = pipeline_.Begin(before, &writes);
  }
  auto snapshot = group->before.snapshot->After(
      std::move(changes), "",
      [this](size_t pieces, const auto& read) { reading_.Run(pieces, read); });
  LiveView next = After(group->before, std::move(snapshot));
  ReadRecent(next);
  pipeline_.Show(group.get(), std::move(next));
  PrepareVacanciesFor();
}

void LiveWriter::ReadRecent(const LiveView& view) const {
  const int year = static_cast<int>(clock_.Today().year());
  const auto read = [&](const auto& rows) {
    if (rows != nullptr) rows->asked_recent().ReadAhead(*view.snapshot, year, kMostReadAhead);
  };
  read(view.finders.vacancies);
  read(view.finders.people);
}

void LiveWriter::PrepareVacanciesFor() {
  if (prepares_.exchange(true)) return;
  letting_go_.Post([this] {
    prepares_ = false;
    live_.Current()->PrepareVacanciesFor();
  });
}

void LiveWriter::CommitAlone(std::vector<PendingWrite> writes, snapshot::RecordChanges changes) {
  pipeline_.Drain();
  std::vector<const store::RecordBatch*> batches;
  for (const PendingWrite& one : writes) batches.push_back(&one.write.batch());
  const auto before = live_.Current();
  absl::Status status = store_.WriteAll(batches);
  if (status.ok()) {
    Note(std::move(changes));
    status = Publish();
  }
  for (const PendingWrite& one : writes) one.done(status, *before);
  const auto group = std::make_shared<WritePipeline::Group>();
  group->writes = std::move(writes);
  EndWrites({group});
}

void LiveWriter::EndWrites(WritePipeline::Groups groups) {
  int64_t records = 0;
  for (const auto& group : groups) {
    for (const PendingWrite& one : group->writes) records += one.write.size();
  }
  {
    const std::lock_guard lock(mutex_);
    unwritten_records_ -= records;
  }
  LetGo(std::move(groups), records);
  writing_.Post([this] { Maintain(); });
}

template <class Things>
void LiveWriter::LetGo(Things things, int64_t records) {
  if (to_let_go_ + records > kMostToLetGo) return;
  to_let_go_ += records;
  auto last = std::make_shared<Things>(std::move(things));
  letting_go_.Post([this, last = std::move(last), records]() mutable {
    last.reset();
    to_let_go_ -= records;
  });
}

void LiveWriter::Note(snapshot::RecordChanges written) { written_.Append(std::move(written)); }

absl::Status LiveWriter::Publish() {
  absl::StatusOr<std::shared_ptr<const Snapshot>> next = Follow(*live_.Current());
  // What could not be followed is read from the store as a whole, the next time.
  must_reload_ = !next.ok();
  OVERSTAP_RETURN_IF_ERROR(next.status());
  Show(*std::move(next));
  Maintain();
  return absl::OkStatus();
}

absl::StatusOr<std::shared_ptr<const Snapshot>> LiveWriter::Follow(const Snapshot& before) {
  snapshot::RecordChanges written = std::exchange(written_, {});
  const bool other_written = std::exchange(other_written_, false);
  std::shared_ptr<const Snapshot> next;
  if (must_reload_) {
    OVERSTAP_ASSIGN_OR_RETURN(next, snapshot::Load(store_, before.parameters()));
  } else {
    OVERSTAP_ASSIGN_OR_RETURN(next, snapshot::LoadChanges(store_, before, std::move(written)));
    if (other_written) {
      OVERSTAP_ASSIGN_OR_RETURN(next, snapshot::LoadOther(store_, *next));
    }
  }
  if (&next->taxonomy() != &before.taxonomy()) {
    next->suggester().Prepare();
    next->lookup().Prepare();
    wants_warm_up_ = true;
  }
  return next;
}

void LiveWriter::Show(std::shared_ptr<const Snapshot> next) {
  live_.Publish(After(live_.Now(), std::move(next)));
  PrepareVacanciesFor();
}

LiveView LiveWriter::After(const LiveView& before, std::shared_ptr<const Snapshot> next) {
  auto finders = FindersAfter(before, *next);
  return {std::move(next), std::move(finders)};
}

void LiveWriter::MakeIndexes() {
  Post([this] { Maintain(); });
}

void LiveWriter::WarmUp() {
  Post([this] {
    wants_warm_up_ = true;
    Maintain();
  });
}

void LiveWriter::RefreshSuggester() {
  Post([this] {
    wants_suggester_ = true;
    Maintain();
  });
}

void LiveWriter::Maintain() {
  const LiveView now = pipeline_.Newest();
  const int year = static_cast<int>(clock_.Today().year());
  if (!parts_.is_busy) MaintainParts(now, year);
  if (!all_.is_busy) MaintainAll(now, year);
}

void LiveWriter::MaintainParts(const LiveView& now, int year) {
  std::optional<IndexJob> index = NextPartJob(now, making_, year, policy_);
  if (index) StartIndex(&parts_, *std::move(index));
}

void LiveWriter::MaintainAll(const LiveView& now, int year) {
  LetGo(std::exchange(making_, {}), 0);
  std::optional<IndexJob> index = NextBaseJob(now, store_, year, policy_);
  // Who asks without an index of all waits longer than who asks what is not warm.
  if (index) {
    making_ = index->replaces;
    StartIndex(&all_, *std::move(index));
  } else if (wants_warm_up_) {
    StartWarmUp();
  } else if (wants_suggester_) {
    StartSuggester();
  } else {
    DropSaved();
  }
}

// Indexes that lie in files are in use by now.
void LiveWriter::DropSaved() {
  const auto has_saved = [](const Snapshot& snapshot) {
    return !snapshot.saved_vacancies().file.empty() || !snapshot.saved_profiles().file.empty();
  };
  if (!has_saved(*live_.Current())) return;
  pipeline_.Drain();
  const LiveView now = live_.Now();
  live_.Publish({now.snapshot->WithoutSaved(), now.finders});
}

void LiveWriter::StartJob(Background* on, Job job) {
  const std::lock_guard lock(mutex_);
  if (is_stopping_) return;
  on->is_busy = true;
  on->worker->Post([this, on, job = std::move(job)] {
    if (is_stopping_) return;
    writing_.Post([this, on, end = job()] {
      if (!end()) return;
      on->is_busy = false;
      Maintain();
    });
  });
}

void LiveWriter::StartWarmUp() {
  wants_warm_up_ = false;
  StartJob(&all_, [this, of = live_.Current()]() -> std::function<bool()> {
    const PatienceScope patience([this] {
      return is_stopping_ ? absl::CancelledError("the service stops") : absl::OkStatus();
    });
    advice::WarmUp(*of);
    return [] { return true; };
  });
}

void LiveWriter::StartIndex(Background* on, IndexJob job) {
  StartJob(on, [this, on, job = std::move(job)] {
    const IndexJob::Prepare prepare = job.make();
    if (on == &all_) ReturnFreeMemory();
    return PrepareIndex(on, prepare);
  });
}

// The rows that these keep are let go elsewhere.
std::function<bool()> LiveWriter::PrepareIndex(Background* on, const IndexJob::Prepare& prepare) {
  struct Work {
    IndexJob::Prepare prepare;
    IndexJob::TakeIn take_in;
  };
  const auto work =
      std::make_shared<Work>(Work{prepare, prepare([this] { return pipeline_.Newest(); })});
  return [this, on, work] {
    const bool is_over = work->take_in == nullptr || TakeIn(work->take_in);
    Work before = std::exchange(*work, {});
    if (!is_over) {
      StartJob(on, [this, on, again = before.prepare] { return PrepareIndex(on, again); });
    }
    LetGo(std::move(before), 0);
    return is_over;
  };
}

// False: it has to be prepared again.
bool LiveWriter::TakeIn(const IndexJob::TakeIn& take_in) {
  for (;;) {
    LiveView before = pipeline_.Newest();
    std::optional<LiveView> next = take_in(before);
    if (!next) return false;
    const bool is_taken = pipeline_.Replace(before, std::move(next->finders));
    LetGo(std::move(before), 0);
    if (is_taken) return true;
  }
}

void LiveWriter::StartSuggester() {
  wants_suggester_ = false;
  StartJob(&all_, [this, of = live_.Current()]() -> std::function<bool()> {
    return [this, of, suggester = of->MakeSuggester()] {
      pipeline_.Drain();
      const LiveView now = live_.Now();
      if (now.snapshot->SharesTermsWith(*of)) {
        live_.Publish({now.snapshot->With(suggester), now.finders});
      }
      return true;
    };
  });
}

}  // namespace overstap::service
