// The vacancies of a snapshot by the work that they are for.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/snapshot/record_table.h"
#include "engine/snapshot/rows.h"
#include "taxonomy/ids.h"

namespace overstap::snapshot {

// Those that follow on others know what changed, and are made of that when somebody asks: few
// questions do, and what changed several times since is put together once. The rows are kept by the
// snapshot. Thread-safe.
class WorkRows {
 public:
  using Rows = RecordTable<VacancyRow, const VacancyRow*>;  // ascending by id

  // A vacancy that goes or comes, for an occupation; what comes goes before what comes in its
  // place.
  struct Change {
    std::shared_ptr<const VacancyRow> row;
    bool comes = false;
  };

  WorkRows(const RecordTable<VacancyRow>& vacancies, size_t occupation_count);
  // Of no vacancies.
  static std::shared_ptr<const WorkRows> None(size_t occupation_count);

  // Those of `before` with the changes made, in any order: of one id, at most one goes and one
  // comes. Waits for what was not asked for when that is much.
  static std::shared_ptr<const WorkRows> After(std::shared_ptr<const WorkRows> before,
                                               std::vector<Change> changes);

  const Rows& For(OccupationId occupation) const { return (*Made())[occupation.index()]; }
  // Makes them now, so that nobody waits for it.
  void Prepare() const { Made(); }
  // Whether who asks would wait long for it: a change takes some microseconds.
  bool IsMuchToMake() const;

 private:
  // Of which each follows on the one before; from half of that on it is much.
  static constexpr size_t kMostWaiting = 16;
  static constexpr size_t kManyChanges = 1'000;

  using ByWork = std::vector<Rows>;  // by occupation
  struct Waiting {
    std::shared_ptr<const WorkRows> before;
    std::vector<Change> changes;
    size_t depth = 0;           // how many before it wait too, and itself
    size_t changes_in_all = 0;  // of those
  };
  // One of them is null.
  struct State {
    std::shared_ptr<const Waiting> waiting;
    std::shared_ptr<const ByWork> made;
  };

  WorkRows() = default;
  State Now() const;
  std::shared_ptr<const ByWork> Made() const;

  mutable std::mutex mutex_;
  mutable State state_;
};

}  // namespace overstap::snapshot
