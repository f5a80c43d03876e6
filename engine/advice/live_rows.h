// Rows of a snapshot that follows on others: parts of it that are indexed, each at an earlier
// moment, and the few rows that came since.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/profile_finder.h"
#include "engine/advice/recent_rows.h"
#include "engine/advice/row_positions.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

// What LiveRows is of.
struct VacancyKind {
  using Finder = VacancyFinder;
  using Row = snapshot::VacancyRow;
  using Table = snapshot::Snapshot::Vacancies;
  static const Table& Of(const snapshot::Snapshot& snapshot) { return snapshot.vacancies(); }
  static const auto& SavedOf(const snapshot::Snapshot& snapshot) {
    return snapshot.saved_vacancies();
  }
};
struct ProfileKind {
  using Finder = ProfileFinder;
  using Row = snapshot::ProfileRow;
  using Table = snapshot::Snapshot::Profiles;
  static const Table& Of(const snapshot::Snapshot& snapshot) { return snapshot.profiles(); }
  static const auto& SavedOf(const snapshot::Snapshot& snapshot) {
    return snapshot.saved_profiles();
  }
};

// Knows for each row of its snapshot in which part it is indexed, or that it is recent: in none. A
// row of a part that was replaced or deleted since is dead there. Immutable; thread-safe.
template <class Kind>
class LiveRows {
 public:
  using Finder = typename Kind::Finder;
  using Table = typename Kind::Table;
  using RowPtr = typename Table::RowPtr;

  // An index of all rows of a snapshot.
  struct Part {
    std::shared_ptr<const snapshot::Snapshot> snapshot;
    Finder finder;
    RowPositions<typename Kind::Row> positions;
  };
  using PartPtr = std::shared_ptr<const Part>;
  // With a finder of the snapshot, which `make` gives. Errors are those of `make`.
  using Make = std::function<absl::StatusOr<Finder>(const snapshot::Snapshot&)>;
  static absl::StatusOr<PartPtr> BuildPart(std::shared_ptr<const snapshot::Snapshot> snapshot,
                                           const Make& make);

  struct LivePart {
    PartPtr part;
    std::shared_ptr<const std::vector<bool>> dead;  // by position; null: none
    size_t dead_rows = 0;
    std::vector<uint32_t> dead_not_scored;  // positions of dead vacancies that ask nothing known

    const Finder& finder() const { return part->finder; }
    const Table& rows() const { return Kind::Of(*part->snapshot); }
    bool IsDead(size_t position) const { return dead != nullptr && (*dead)[position]; }
    // Where that very row is; nothing when it is dead or elsewhere.
    std::optional<size_t> FindAlive(const typename Kind::Row* row) const {
      const auto found = part->positions.Find(row);
      return found && !IsDead(*found) ? found : std::nullopt;
    }
    void Kill(std::span<const size_t> positions);
  };

  // `base` is of a snapshot from which `now` was made by changes of vacancies and profiles.
  LiveRows(PartPtr base, const snapshot::Snapshot& now);

  // What a base is best made of: the rows of the file from which those of `now` come, since an
  // index of them may lie in a file too; else those of `now`.
  static std::shared_ptr<const snapshot::Snapshot> RowsOfBase(const snapshot::Snapshot& now);

  // Of all rows of a snapshot, with one index.
  static absl::StatusOr<std::shared_ptr<const LiveRows>> Build(const snapshot::Snapshot& now,
                                                               const Make& make);

  // Those of `now`, that was made so of `before`, of which these are. Costs what changed.
  LiveRows After(const snapshot::Snapshot& before, const snapshot::Snapshot& now) const;

  // What is recent, and the rows that are alive in the last `joined` parts, of which the base is
  // none: to index them.
  Table Unindexed(size_t joined) const;
  // With a part of such rows of an earlier moment, in place of the parts that it was made of then.
  // What they had and it has not, or the other way round, came or went since.
  LiveRows WithPart(PartPtr part, std::span<const PartPtr> joined) const;
  // With another base, made as above. Of the parts beside it those stay that have rows which came
  // after those of the base; what was recent and is in the base is recent no more. `now` is the
  // snapshot of these.
  LiveRows WithBase(PartPtr base, const snapshot::Snapshot& now) const;

  // The base first; a row is alive in one of them or recent.
  std::span<const LivePart> parts() const { return parts_; }
  const LivePart& base() const { return parts_.front(); }
  const Table& recent() const { return recent_; }
  // The same for questions, with some that are not recent any more.
  const RecentRows<typename Kind::Row>& asked_recent() const { return asked_recent_; }
  size_t rows_not_in_base() const;  // dead ones too
  // Whether both have the same parts, of which other rows may be dead.
  bool HasPartsOf(const LiveRows& other) const;

 private:
  // Those of them that are in a part.
  void KillIndexed(std::span<const RowPtr> gone);
  // In which part beside the base the row is alive, and where; nothing when in none.
  std::optional<std::pair<size_t, size_t>> FindBesideBase(const typename Kind::Row* row) const;

  std::vector<LivePart> parts_;
  Table recent_;  // of which the next one shares what does not change
  RecentRows<typename Kind::Row> asked_recent_;
};

extern template class LiveRows<VacancyKind>;
extern template class LiveRows<ProfileKind>;

}  // namespace overstap::advice
