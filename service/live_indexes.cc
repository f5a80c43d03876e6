#include "service/live_indexes.h"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>

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
LiveView With(LiveView view, LiveRows<Kind> rows) {
  auto live = std::make_shared<const LiveRows<Kind>>(std::move(rows));
  if constexpr (kIsVacancies<Kind>) {
    view.finders.vacancies = std::move(live);
  } else {
    view.finders.people = std::move(live);
  }
  return view;
}

template <class Kind>
LivePtr<Kind> After(const LiveView& before, const Snapshot& next) {
  const LivePtr<Kind> live = Get<Kind>(before.finders);
  if (live == nullptr || !next.SharesTermsWith(*before.snapshot)) return nullptr;
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

template <class Kind>
IndexJob BaseJob(const LiveView& now, const store::Store& store, int year) {
  auto rows = Get<Kind>(now.finders) == nullptr ? LiveRows<Kind>::RowsOfBase(*now.snapshot)
                                                : now.snapshot->WithOnly(Kind::Of(*now.snapshot));
  const auto make = [of = std::move(rows), &store, year]() -> IndexJob::TakeIn {
    auto base = LiveRows<Kind>::BuildPart(
        of, [&](const Snapshot& all) { return Load(Kind(), store, all, year); });
    return [of, base = std::move(base)](const LiveView& live) -> std::optional<LiveView> {
      if (!base.ok() || !live.snapshot->SharesTermsWith(*of)) return std::nullopt;
      return With<Kind>(live, LiveRows<Kind>(*base, *live.snapshot));
    };
  };
  return {make, true};
}

template <class Kind>
IndexJob PartJob(const LiveView& now, bool all, int year) {
  const LivePtr<Kind> before = Get<Kind>(now.finders);
  auto of = now.snapshot->WithOnly(all ? before->NotInBase() : before->Recent());
  const auto make = [of = std::move(of), all, year]() -> IndexJob::TakeIn {
    auto part =
        LiveRows<Kind>::BuildPart(of, [&](const Snapshot& few) { return Make(Kind(), few, year); });
    return [of, all, part = std::move(part)](const LiveView& live) -> std::optional<LiveView> {
      const LivePtr<Kind> rows = Get<Kind>(live.finders);
      if (!part.ok() || rows == nullptr || !live.snapshot->SharesTermsWith(*of)) {
        return std::nullopt;
      }
      return With<Kind>(live, all ? rows->WithNotInBase(*part, *live.snapshot)
                                  : rows->WithRecent(*part, *live.snapshot));
    };
  };
  return {make, false};
}

template <class Kind>
bool IsOld(const LiveRows<Kind>& live, int year, const IndexPolicy& policy) {
  if (!IsOfYear(live.base().finder(), year)) return true;
  const size_t stale = live.base().dead_rows + live.rows_not_in_base();
  const size_t fewest = policy.most_recent * policy.base_share;
  return stale * policy.base_share > std::max(live.base().rows().size(), fewest);
}

template <class Kind>
std::optional<IndexJob> NextJob(const LiveView& now, const store::Store& store, int year,
                                const IndexPolicy& policy) {
  const LivePtr<Kind> live = Get<Kind>(now.finders);
  const size_t rows = Kind::Of(*now.snapshot).size();
  const bool lacks_base = live == nullptr && rows >= policy.index_from && rows <= kMostRows<Kind>;
  const bool is_old = live != nullptr && rows > 0 && IsOld(*live, year, policy);
  if (lacks_base || is_old) return BaseJob<Kind>(now, store, year);
  if (live == nullptr || live->recent().size() < policy.most_recent) return std::nullopt;
  return PartJob<Kind>(now, live->parts().size() > policy.most_parts, year);
}

}  // namespace

advice::LiveFinders FindersAfter(const LiveView& before, const Snapshot& next) {
  return {After<VacancyKind>(before, next), After<ProfileKind>(before, next)};
}

std::optional<IndexJob> NextIndexJob(const LiveView& now, const store::Store& store, int year,
                                     const IndexPolicy& policy) {
  auto job = NextJob<VacancyKind>(now, store, year, policy);
  return job ? job : NextJob<ProfileKind>(now, store, year, policy);
}

}  // namespace overstap::service
