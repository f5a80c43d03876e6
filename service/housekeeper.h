// What goes because its time is over.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "base/clock.h"
#include "engine/store/store.h"
#include "service/live_snapshot.h"
#include "service/live_writer.h"

namespace overstap::service {

struct RetentionParams {
  // A vacancy stays so many days after its last day, 0..3,650, for reports of what was open; it is
  // in no match all that time.
  int closed_vacancy_days = 30;
  absl::Duration look_every = absl::Minutes(10);  // 1 s..1 day

  absl::Status Validate() const;
};

struct Expired {
  int64_t vacancies = 0;
  int64_t profiles = 0;
};

// At its start and on each new day deletes vacancies that are closed for longer than the params say
// and profiles that may not be kept any more, and each time it looks has erased from the files what
// was deleted since; then it has the rows saved that the next start reads. Thread-safe.
class Housekeeper {
 public:
  // All outlive the housekeeper. `params` are valid.
  Housekeeper(const RetentionParams& params, const LiveSnapshot* live, LiveWriter* writer,
              store::Store* store, const Clock* clock);
  // Ends what it does first.
  ~Housekeeper();
  Housekeeper(const Housekeeper&) = delete;
  Housekeeper& operator=(const Housekeeper&) = delete;

  // Does that of today now. What it says is gone is gone from the store and from new queries.
  absl::StatusOr<Expired> DeleteExpired();

 private:
  struct Ids {
    std::span<const std::string> vacancies;
    std::span<const std::string> profiles;
  };

  void Run();
  void SaveRows();
  bool IsExpired(const model::VacancyFacts& vacancy, absl::CivilDay today) const;
  absl::Status Delete(const Ids& ids, absl::CivilDay today, Expired* all);

  const RetentionParams params_;
  const LiveSnapshot& live_;
  LiveWriter& writer_;
  store::Store& store_;
  const Clock& clock_;
  std::mutex mutex_;
  std::condition_variable stopped_;
  bool is_stopping_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace overstap::service
