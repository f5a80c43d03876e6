#include "service/live_indexes.h"

#include <algorithm>
#include <memory>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/match/profile_index.h"
#include "engine/match/vacancy_index.h"
#include "service/index_files.h"

namespace overstap::service {
namespace {

using advice::LiveRows;
using advice::ProfileKind;
using advice::VacancyKind;
using snapshot::Snapshot;

template <class Kind>
constexpr bool kIsVacancies = std::is_same_v<Kind, VacancyKind>;
template <class Kind>
constexpr size_t kMostRows =
    kIsVacancies<Kind> ? match::VacancyIndex::kMaxVacancies : match::ProfileIndex::kMaxProfiles;

template <class Kind>
using LivePtr = std::shared_ptr<const LiveRows<Kind>>;

template <class Kind>
LivePtr<Kind> Get(const advice::LiveFinders& finders) {
  if constexpr (kIsVacancies<Kind>) {
    return finders.vacancies;
  } else {
    return finders.people;
  }
}

template <class Kind>
void Set(LivePtr<Kind> live, advice::LiveFinders* finders) {
  if constexpr (kIsVacancies<Kind>) {
    finders->vacancies = std::move(live);
  } else {
    finders->people = std::move(live);
  }
}

template <class Kind>
LivePtr<Kind> After(const LiveView& before, const Snapshot& next) {
  const LivePtr<Kind> live = Get<Kind>(before.finders);
  if (live == nullptr || !next.SharesTermsWith(*before.snapshot)) return nullptr;
  if (Kind::Of(next).IsCopyOf(Kind::Of(*before.snapshot))) return live;
  return std::make_shared<const LiveRows<Kind>>(live->After(*before.snapshot, next));
}

bool IsOfYear(const advice::VacancyFinder&, int) { return true; }
bool IsOfYear(const advice::ProfileFinder& finder, int year) { return finder.year() == year; }

absl::StatusOr<advice::VacancyFinder> Make(VacancyKind, const Snapshot& rows, int) {
  return advice::VacancyFinder::Build(rows);
}
absl::StatusOr<advice::ProfileFinder> Make(ProfileKind, const Snapshot& rows, int year) {
  return advice::ProfileFinder::Build(rows, year);
}
absl::StatusOr<advice::VacancyFinder> Load(VacancyKind, const store::Store& store,
                                           const Snapshot& rows, int) {
  return LoadVacancyFinder(store, rows);
}
absl::StatusOr<advice::ProfileFinder> Load(ProfileKind, const store::Store& store,
                                           const Snapshot& rows, int year) {
  return LoadProfileFinder(store, rows, year);
}

// Rows with an index that was made beside them, at the moment of `view`.
template <class Kind>
struct Prepared {
  LiveView view;
  LiveRows<Kind> rows;
};

// What then came follows on the thread that writes.
template <class Kind>
IndexJob::TakeIn TakeInOf(Prepared<Kind> prepared) {
  return [prepared = std::move(prepared)](const LiveView& now) -> std::optional<LiveView> {
    const LivePtr<Kind> before = Get<Kind>(prepared.view.finders);
    const LivePtr<Kind> live = Get<Kind>(now.finders);
    const bool is_same =
        live == nullptr || before == nullptr ? live == before : live->HasPartsOf(*before);
    if (!is_same || !now.snapshot->SharesTermsWith(*prepared.view.snapshot)) return std::nullopt;
    LiveView next = now;
    Set<Kind>(std::make_shared<const LiveRows<Kind>>(
                  prepared.rows.After(*prepared.view.snapshot, *now.snapshot)),
              &next.finders);
    return next;
  };
}

// Indexes what came while the base was made, and then what came during that, as long as that makes
// it less. Else questions would score it row by row at first.
template <class Kind>
void IndexRecent(Prepared<Kind>* prepared, const IndexJob::Newest& newest, int year,
                 const IndexPolicy& policy) {
  size_t rows = prepared->rows.recent().size();
  for (size_t before = 2 * rows; rows >= policy.most_recent && rows <= before / 2;) {
    const auto part =
        LiveRows<Kind>::BuildPart(prepared->view.snapshot->WithOnly(prepared->rows.recent()),
                                  [&](const Snapshot& few) { return Make(Kind(), few, year); });
    const LiveView now = newest();
    if (!part.ok() || !now.snapshot->SharesTermsWith(*prepared->view.snapshot)) return;
    prepared->rows =
        prepared->rows.After(*prepared->view.snapshot, *now.snapshot).WithPart(*part, {});
    prepared->view.snapshot = now.snapshot;
    before = std::exchange(rows, prepared->rows.recent().size());
  }
}

template <class Kind>
IndexJob BaseJob(const LiveView& now, const store::Store& store, int year,
                 const IndexPolicy& policy) {
  auto rows = Get<Kind>(now.finders) == nullptr ? LiveRows<Kind>::RowsOfBase(*now.snapshot)
                                                : now.snapshot->WithOnly(Kind::Of(*now.snapshot));
  return {[of = std::move(rows), &store, year, policy]() -> IndexJob::Prepare {
    auto base = LiveRows<Kind>::BuildPart(
        of, [&](const Snapshot& all) { return Load(Kind(), store, all, year); });
    return [of, base = std::move(base), year,
            policy](const IndexJob::Newest& newest) -> IndexJob::TakeIn {
      const LiveView view = newest();
      if (!base.ok() || !view.snapshot->SharesTermsWith(*of)) return nullptr;
      const LivePtr<Kind> live = Get<Kind>(view.finders);
      Prepared<Kind> prepared = {view, live == nullptr ? LiveRows<Kind>(*base, *view.snapshot)
                                                       : live->WithBase(*base, *view.snapshot)};
      IndexRecent(&prepared, newest, year, policy);
      return TakeInOf(std::move(prepared));
    };
  }};
}

template <class Kind>
IndexJob PartJob(const LiveView& now, size_t joined, int year) {
  return {[now, joined, year]() -> IndexJob::Prepare {
    const LivePtr<Kind> before = Get<Kind>(now.finders);
    auto part =
        LiveRows<Kind>::BuildPart(now.snapshot->WithOnly(before->Unindexed(joined)),
                                  [&](const Snapshot& few) { return Make(Kind(), few, year); });
    std::vector<typename LiveRows<Kind>::PartPtr> parts;
    for (const auto& one : before->parts().last(joined)) parts.push_back(one.part);
    return [of = now.snapshot, part = std::move(part),
            parts = std::move(parts)](const IndexJob::Newest& newest) -> IndexJob::TakeIn {
      const LiveView view = newest();
      const LivePtr<Kind> live = Get<Kind>(view.finders);
      if (!part.ok() || live == nullptr || !view.snapshot->SharesTermsWith(*of)) return nullptr;
      return TakeInOf(Prepared<Kind>{view, live->WithPart(*part, parts)});
    };
  }};
}

// How many of the last parts a new one takes in.
template <class Kind>
size_t PartsToJoin(const LiveRows<Kind>& live, const advice::LiveFinders& making,
                   const IndexPolicy& policy) {
  std::set<const void*> stay = {live.base().part.get()};
  if (const LivePtr<Kind> old = Get<Kind>(making)) {
    for (const auto& one : old->parts()) stay.insert(one.part.get());
  }
  const auto parts = live.parts();
  size_t rows = live.recent().size();
  size_t joined = 0;
  while (joined < parts.size()) {
    const auto& next = parts[parts.size() - 1 - joined];
    const size_t alive = next.rows().size() - next.dead_rows;
    if (stay.contains(next.part.get()) || alive > policy.join_ratio * rows) break;
    rows += alive;
    ++joined;
  }
  return joined;
}

template <class Kind>
bool IsOld(const LiveRows<Kind>& live, int year, const IndexPolicy& policy) {
  if (!IsOfYear(live.base().finder(), year)) return true;
  const size_t stale = live.base().dead_rows + live.rows_not_in_base();
  const size_t fewest = policy.most_recent * policy.base_share;
  return stale * policy.base_share > std::max(live.base().rows().size(), fewest);
}

template <class Kind>
std::optional<IndexJob> NextBaseOf(const LiveView& now, const store::Store& store, int year,
                                   const IndexPolicy& policy) {
  const LivePtr<Kind> live = Get<Kind>(now.finders);
  const size_t rows = Kind::Of(*now.snapshot).size();
  const bool lacks_base = live == nullptr && rows >= policy.index_from && rows <= kMostRows<Kind>;
  const bool is_old = live != nullptr && rows > 0 && IsOld(*live, year, policy);
  if (!lacks_base && !is_old) return std::nullopt;
  IndexJob job = BaseJob<Kind>(now, store, year, policy);
  Set<Kind>(live, &job.replaces);
  return job;
}

template <class Kind>
size_t RecentOf(const LiveView& view) {
  const LivePtr<Kind> live = Get<Kind>(view.finders);
  return live == nullptr ? 0 : live->recent().size();
}

template <class Kind>
IndexJob NextPartOf(const LiveView& now, const advice::LiveFinders& making, int year,
                    const IndexPolicy& policy) {
  return PartJob<Kind>(now, PartsToJoin(*Get<Kind>(now.finders), making, policy), year);
}

}  // namespace

advice::LiveFinders FindersAfter(const LiveView& before, const Snapshot& next) {
  return {After<VacancyKind>(before, next), After<ProfileKind>(before, next)};
}

std::optional<IndexJob> NextBaseJob(const LiveView& now, const store::Store& store, int year,
                                    const IndexPolicy& policy) {
  auto job = NextBaseOf<VacancyKind>(now, store, year, policy);
  return job ? job : NextBaseOf<ProfileKind>(now, store, year, policy);
}

std::optional<IndexJob> NextPartJob(const LiveView& now, const advice::LiveFinders& making,
                                    int year, const IndexPolicy& policy) {
  const size_t vacancies = RecentOf<VacancyKind>(now);
  const size_t people = RecentOf<ProfileKind>(now);
  if (std::max(vacancies, people) < policy.most_recent) return std::nullopt;
  return vacancies >= people ? NextPartOf<VacancyKind>(now, making, year, policy)
                             : NextPartOf<ProfileKind>(now, making, year, policy);
}

}  // namespace overstap::service
