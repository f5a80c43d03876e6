#include "service/housekeeper.h"

#include <algorithm>
#include <future>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "engine/model/validation.h"
#include "engine/snapshot/row_loader.h"
#include "service/record_write.h"

namespace overstap::service {
namespace {

constexpr size_t kBatchRecords = 1000;

std::vector<std::span<const std::string>> InBatches(const std::vector<std::string>& ids) {
  std::vector<std::span<const std::string>> batches;
  for (size_t begin = 0; begin < ids.size(); begin += kBatchRecords) {
    batches.push_back(std::span(ids).subspan(begin, std::min(kBatchRecords, ids.size() - begin)));
  }
  return batches;
}

}  // namespace

absl::Status RetentionParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(model::CheckRange("closed_vacancy_days", closed_vacancy_days, 0, 3'650));
  return model::CheckRange("look_every in seconds", absl::ToDoubleSeconds(look_every), 1, 86'400);
}

Housekeeper::Housekeeper(const RetentionParams& params, const LiveSnapshot* live,
                         LiveWriter* writer, store::Store* store, const Clock* clock)
    : params_(params),
      live_(*live),
      writer_(*writer),
      store_(*store),
      clock_(*clock),
      thread_([this] { Run(); }) {}

Housekeeper::~Housekeeper() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  stopped_.notify_one();
  thread_.join();
}

bool Housekeeper::IsExpired(const model::VacancyFacts& vacancy, absl::CivilDay today) const {
  return !model::IsOpen(vacancy, today - params_.closed_vacancy_days);
}

absl::StatusOr<Expired> Housekeeper::DeleteExpired() {
  const absl::CivilDay today = clock_.Today();
  const std::shared_ptr<const snapshot::Snapshot> now = live_.Current();
  std::vector<std::string> vacancies;
  for (const snapshot::VacancyRow& row : now->vacancies()) {
    if (IsExpired(row.vacancy, today)) vacancies.push_back(row.vacancy.id);
  }
  std::vector<std::string> profiles;
  for (const snapshot::ProfileRow& row : now->profiles()) {
    if (!model::MayBeKept(row.profile, today)) profiles.push_back(row.profile.id);
  }
  Expired all;
  for (const auto& ids : InBatches(vacancies)) {
    OVERSTAP_RETURN_IF_ERROR(Delete({ids, {}}, today, &all));
  }
  for (const auto& ids : InBatches(profiles)) {
    OVERSTAP_RETURN_IF_ERROR(Delete({{}, ids}, today, &all));
  }
  return all;
}

// On the writing thread, where nothing changes between a look at the record and its deletion.
absl::Status Housekeeper::Delete(const Ids& ids, absl::CivilDay today, Expired* all) {
  std::promise<absl::Status> deleted;
  writer_.Post([&] {
    const std::shared_ptr<const snapshot::Snapshot> now = live_.Current();
    RecordWrite write(store_);
    for (const std::string& id : ids.vacancies) {
      const auto row = now->vacancies().Find(id);
      if (row == now->vacancies().end() || !IsExpired(row->vacancy, today)) continue;
      write.DeleteVacancy(id);
    }
    for (const std::string& id : ids.profiles) {
      const auto row = now->profiles().Find(id);
      if (row == now->profiles().end() || model::MayBeKept(row->profile, today)) continue;
      write.DeleteProfile(id);
    }
    const Expired gone = {static_cast<int64_t>(write.changes().vacancies.size()),
                          static_cast<int64_t>(write.changes().profiles.size())};
    absl::Status status = store_.Write(write.batch());
    if (status.ok()) {
      writer_.Note(write.TakeChanges());
      status = writer_.Publish();
      all->vacancies += gone.vacancies;
      all->profiles += gone.profiles;
    }
    deleted.set_value(status);
  });
  return deleted.get_future().get();
}

void Housekeeper::SaveRows() {
  const std::shared_ptr<const snapshot::Snapshot> now = live_.Current();
  snapshot::SaveRows(store_, now->terms(), now->terms_name()).IgnoreError();
}

// What goes wrong is tried again the next time: a full disk may have room by then.
void Housekeeper::Run() {
  std::optional<absl::CivilDay> done;
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    lock.unlock();
    const absl::CivilDay today = clock_.Today();
    const bool is_new_day = done != today;
    const bool is_start = !done;
    if (is_new_day && DeleteExpired().ok()) done = today;
    if (is_new_day) {
      // An index of people is of one year.
      writer_.MakeIndexes();
      if (!is_start) writer_.RefreshSuggester();
    }
    store_.EraseDeleted().IgnoreError();
    if (is_new_day || !snapshot::HasSavedRows(store_)) SaveRows();
    lock.lock();
    stopped_.wait_for(lock, absl::ToChronoMilliseconds(params_.look_every),
                      [this] { return is_stopping_; });
  }
}

}  // namespace overstap::service
