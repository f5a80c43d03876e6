// The best vacancies of a snapshot that follows on others: indexes of what was there before, and
// the few rows that came since.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/advice/context.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/match/held_skills.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

struct FoundVacancy {
  const snapshot::VacancyRow* row = nullptr;
  double score = 0;  // 0..1
};

struct FoundVacancies {
  std::vector<FoundVacancy> best;  // best first, ties in order of id; score 0 is not there
  int64_t not_scored = 0;          // pass, but nothing is known of what they ask
};

// An index of all vacancies of a snapshot. Immutable; thread-safe.
struct VacancyPart {
  std::shared_ptr<const snapshot::Snapshot> snapshot;
  VacancyFinder finder;

  // With a finder of the snapshot, which `make` gives. Errors are those of `make`.
  using Make = std::function<absl::StatusOr<VacancyFinder>(const snapshot::Snapshot&)>;
  static absl::StatusOr<std::shared_ptr<const VacancyPart>> Build(
      std::shared_ptr<const snapshot::Snapshot> snapshot, const Make& make = VacancyFinder::Build);
};

// Knows for each row of its snapshot in which part it is indexed, or that it is recent: in none. A
// row of a part that was replaced or deleted since is dead there. Immutable; thread-safe.
class LiveFinder {
 public:
  using PartPtr = std::shared_ptr<const VacancyPart>;

  // `base` is of a snapshot from which `now` was made by changes of vacancies and profiles.
  LiveFinder(PartPtr base, const snapshot::Snapshot& now);

  // The finder of `now`, that was made so of `before`, whose finder this is. Costs what changed.
  LiveFinder After(const snapshot::Snapshot& before, const snapshot::Snapshot& now) const;

  // All rows that are not in the base and not dead, or only the recent ones: to index them.
  snapshot::Snapshot::Vacancies NotInBase() const;
  snapshot::Snapshot::Vacancies Recent() const;
  // With a part made of NotInBase() of this finder or an earlier one, in place of all parts but the
  // base; or of Recent(), beside them. `now` is the snapshot of this finder.
  LiveFinder WithNotInBase(PartPtr part, const snapshot::Snapshot& now) const;
  LiveFinder WithRecent(PartPtr part, const snapshot::Snapshot& now) const;

  // What scoring all vacancies of the context's snapshot, which is the one of this finder, gives.
  FoundVacancies Search(const Context& context, const match::ExpandedProfile& profile,
                        const VacancyFilter& filter, size_t limit) const;

  size_t base_rows() const;
  size_t rows_not_in_base() const;  // dead ones too
  size_t parts() const { return parts_.size(); }
  size_t recent() const { return recent_.size(); }
  size_t dead_in_base() const { return parts_.front().dead_rows; }

 private:
  using RowPtr = snapshot::Snapshot::Vacancies::RowPtr;

  struct LivePart {
    PartPtr part;
    std::shared_ptr<const std::vector<bool>> dead;  // by position; null: none
    size_t dead_rows = 0;
    std::vector<uint32_t> dead_not_scored;  // positions of dead rows that ask nothing known

    const snapshot::Snapshot::Vacancies& rows() const { return part->snapshot->vacancies(); }
    bool IsDead(size_t position) const { return dead != nullptr && (*dead)[position]; }
    void Kill(std::span<const size_t> positions);
  };

  LiveFinder() = default;
  void KillRows(const std::vector<RowPtr>& gone);
  void AddRecent(std::vector<RowPtr> come);
  void AddPart(PartPtr part, const snapshot::Snapshot& now);
  static void SearchPart(const LivePart& part, const Context& context,
                         const match::ExpandedProfile& profile, const VacancyFilter& filter,
                         size_t limit, FoundVacancies* found);
  void SearchRecent(const Context& context, const match::ExpandedProfile& profile,
                    const VacancyFilter& filter, FoundVacancies* found) const;

  std::vector<LivePart> parts_;  // the base first; a row is alive in one of them or recent
  std::vector<RowPtr> recent_;   // ascending by id
};

}  // namespace overstap::advice
