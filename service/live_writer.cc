#include "service/live_writer.h"

#include <algorithm>
#include <future>
#include <memory>
#include <string>
#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "engine/advice/warm_up.h"
#include "engine/snapshot/loader.h"
#include "service/index_files.h"

namespace overstap::service {

using snapshot::Snapshot;

LiveWriter::LiveWriter(LiveSnapshot* live, store::Store* store, size_t index_from)
    : live_(*live),
      store_(*store),
      index_from_(index_from),
      making_(std::make_unique<SerialWorker>()),
      saving_(std::make_unique<SerialWorker>()) {}

LiveWriter::~LiveWriter() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  // What it makes it hands to the writing thread, which is still there.
  making_.reset();
}

void LiveWriter::Write(RecordWrite write, Done done) {
  absl::Status status = write.batch().status();
  bool is_first = false;
  if (status.ok()) {
    const std::lock_guard lock(mutex_);
    if (waiting_records_ + write.size() > kMostWaiting) {
      status = absl::UnavailableError("too many records wait to be written; try again later");
    } else {
      is_first = waiting_.empty();
      waiting_records_ += write.size();
      waiting_.push_back({std::move(write), std::move(done)});
    }
  }
  if (!status.ok()) return done(status, *live_.Current());
  if (is_first) writing_.Post([this] { Commit(); });
}

void LiveWriter::Commit() {
  std::vector<Waiting> group;
  {
    const std::lock_guard lock(mutex_);
    group.swap(waiting_);
    waiting_records_ = 0;
  }
  std::vector<const store::RecordBatch*> batches;
  snapshot::RecordChanges changes;
  for (Waiting& one : group) {
    batches.push_back(&one.write.batch());
    changes.Append(one.write.TakeChanges());
  }
  const LiveView before = live_.Now();
  const auto written = std::make_shared<std::promise<absl::Status>>();
  saving_->Post([&, written] { written->set_value(store_.WriteAll(batches)); });
  const bool can_follow = !other_written_ && !must_reload_ && written_.vacancies.empty() &&
                          written_.profiles.empty() && before.snapshot->CanTake(changes);
  LiveView next;
  if (can_follow) next = After(before, before.snapshot->After(std::move(changes), ""));
  absl::Status status = written->get_future().get();
  if (status.ok()) status = can_follow ? Name(std::move(next)) : Reload(std::move(changes));
  for (const Waiting& one : group) one.done(status, *before.snapshot);
}

absl::Status LiveWriter::Name(LiveView next) {
  const absl::StatusOr<std::string> version = store_.DataVersion();
  must_reload_ = !version.ok();
  OVERSTAP_RETURN_IF_ERROR(version.status());
  next.snapshot = next.snapshot->After({}, *version);
  live_.Publish(std::move(next));
  Maintain();
  return absl::OkStatus();
}

absl::Status LiveWriter::Reload(snapshot::RecordChanges written) {
  Note(std::move(written));
  return Publish();
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
}

LiveView LiveWriter::After(const LiveView& before, std::shared_ptr<const Snapshot> next) {
  std::shared_ptr<const advice::LiveFinder> finder;
  if (before.finder != nullptr && next->SharesTermsWith(*before.snapshot)) {
    finder =
        std::make_shared<const advice::LiveFinder>(before.finder->After(*before.snapshot, *next));
  }
  return {std::move(next), std::move(finder)};
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
  if (job_runs_) return;
  const LiveView now = live_.Now();
  const size_t vacancies = now.snapshot->vacancies().size();
  const bool lacks_base = now.finder == nullptr && vacancies >= index_from_ &&
                          vacancies <= match::VacancyIndex::kMaxVacancies;
  const bool is_old = now.finder != nullptr &&
                      (now.finder->dead_in_base() + now.finder->rows_not_in_base()) * kBaseShare >
                          std::max(now.finder->base_rows(), kMostRecent * kBaseShare);
  if (wants_warm_up_) {
    StartWarmUp();
  } else if (lacks_base || (is_old && vacancies > 0)) {
    StartBase();
  } else if (now.finder != nullptr && now.finder->recent() >= kMostRecent) {
    StartPart(now.finder->parts() > kMostParts);
  } else if (wants_suggester_) {
    StartSuggester();
  }
}

void LiveWriter::StartJob(Job job) {
  const std::lock_guard lock(mutex_);
  if (is_stopping_) return;
  job_runs_ = true;
  making_->Post([this, job = std::move(job)] {
    if (is_stopping_) return;
    writing_.Post([this, take_in = job()] {
      take_in();
      job_runs_ = false;
      Maintain();
    });
  });
}

void LiveWriter::StartWarmUp() {
  wants_warm_up_ = false;
  StartJob([this, of = live_.Current()]() -> std::function<void()> {
    const PatienceScope patience([this] {
      return is_stopping_ ? absl::CancelledError("the service stops") : absl::OkStatus();
    });
    advice::WarmUp(*of);
    return [] {};
  });
}

void LiveWriter::StartBase() {
  wants_suggester_ = false;
  StartJob([this, of = live_.Current()]() -> std::function<void()> {
    auto suggester = of->MakeSuggester();
    auto base = advice::VacancyPart::Build(
        of->WithOnly(of->vacancies()),
        [this](const Snapshot& all) { return LoadVacancyFinder(store_, all); });
    return [this, of, suggester = std::move(suggester), base = std::move(base)] {
      const LiveView now = live_.Now();
      if (!base.ok() || !now.snapshot->SharesTermsWith(*of)) return;
      live_.Publish({now.snapshot->With(suggester),
                     std::make_shared<const advice::LiveFinder>(*base, *now.snapshot)});
    };
  });
}

void LiveWriter::StartPart(bool all) {
  const LiveView now = live_.Now();
  auto of = now.snapshot->WithOnly(all ? now.finder->NotInBase() : now.finder->Recent());
  StartJob([this, all, of = std::move(of)]() -> std::function<void()> {
    return [this, all, of, part = advice::VacancyPart::Build(of)] {
      const LiveView live = live_.Now();
      if (!part.ok() || live.finder == nullptr || !live.snapshot->SharesTermsWith(*of)) return;
      auto finder = all ? live.finder->WithNotInBase(*part, *live.snapshot)
                        : live.finder->WithRecent(*part, *live.snapshot);
      live_.Publish({live.snapshot, std::make_shared<const advice::LiveFinder>(std::move(finder))});
    };
  });
}

void LiveWriter::StartSuggester() {
  wants_suggester_ = false;
  StartJob([this, of = live_.Current()]() -> std::function<void()> {
    return [this, of, suggester = of->MakeSuggester()] {
      const LiveView now = live_.Now();
      if (!now.snapshot->SharesTermsWith(*of)) return;
      live_.Publish({now.snapshot->With(suggester), now.finder});
    };
  });
}

}  // namespace overstap::service
