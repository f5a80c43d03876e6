#include "engine/advice/live_rows.h"

#include <algorithm>
#include <utility>

#include "base/status_macros.h"
#include "engine/match/coverage.h"

namespace overstap::advice {
namespace {

using snapshot::Snapshot;

constexpr auto kById = [](const auto& a, const auto& b) { return IdOf(*a) < IdOf(*b); };

// Whether nobody has a score with the row.
bool IsNeverScored(const snapshot::VacancyRow& row, const Snapshot& snapshot) {
  return match::TotalWeight(row.requirements.known, snapshot.taxonomy(), snapshot.scoring()) <= 0;
}
bool IsNeverScored(const snapshot::ProfileRow&, const Snapshot&) { return false; }

}  // namespace

template <class Kind>
absl::StatusOr<typename LiveRows<Kind>::PartPtr> LiveRows<Kind>::BuildPart(
    std::shared_ptr<const Snapshot> snapshot, const Make& make) {
  OVERSTAP_ASSIGN_OR_RETURN(Finder finder, make(*snapshot));
  return std::make_shared<const Part>(Part{std::move(snapshot), std::move(finder)});
}

template <class Kind>
LiveRows<Kind>::LiveRows(PartPtr base, const Snapshot& now) {
  parts_.push_back({std::move(base), nullptr, 0, {}});
  const Table& before = parts_.front().rows();
  std::vector<size_t> gone;
  std::vector<RowPtr> recent;
  Table::Compare(before, Kind::Of(now), [&](const auto& was, const auto& is) {
    if (was != before.end()) gone.push_back(was.position());
    if (is != Kind::Of(now).end()) recent.push_back(is.shared());
  });
  parts_.front().Kill(gone);
  recent_ = Table(std::move(recent));
  asked_recent_ = RecentRows<typename Kind::Row>(recent_);
}

template <class Kind>
std::shared_ptr<const Snapshot> LiveRows<Kind>::RowsOfBase(const Snapshot& now) {
  const auto& saved = Kind::SavedOf(now);
  return now.WithOnly(saved.file.empty() ? Kind::Of(now) : saved.rows);
}

template <class Kind>
absl::StatusOr<std::shared_ptr<const LiveRows<Kind>>> LiveRows<Kind>::Build(const Snapshot& now,
                                                                            const Make& make) {
  OVERSTAP_ASSIGN_OR_RETURN(PartPtr all, BuildPart(RowsOfBase(now), make));
  return std::make_shared<const LiveRows>(std::move(all), now);
}

template <class Kind>
LiveRows<Kind> LiveRows<Kind>::After(const Snapshot& before, const Snapshot& now) const {
  std::vector<snapshot::RowChange<typename Kind::Row>> changes;
  std::vector<RowPtr> gone;
  std::vector<RowPtr> come;
  Table::Compare(Kind::Of(before), Kind::Of(now), [&](const auto& was, const auto& is) {
    const bool comes = is != Kind::Of(now).end();
    if (comes) come.push_back(is.shared());
    changes.push_back({IdOf(comes ? *is : *was), comes ? is.shared() : nullptr});
    if (was != Kind::Of(before).end()) gone.push_back(was.shared());
  });
  LiveRows next = *this;
  next.KillIndexed(gone);
  next.recent_ = recent_.After(changes);
  next.asked_recent_ = asked_recent_.After(come, next.recent_);
  return next;
}

template <class Kind>
void LiveRows<Kind>::LivePart::Kill(std::span<const size_t> positions) {
  if (positions.empty()) return;
  auto next = dead == nullptr ? std::make_shared<std::vector<bool>>(rows().size())
                              : std::make_shared<std::vector<bool>>(*dead);
  for (const size_t position : positions) {
    (*next)[position] = true;
    if (IsNeverScored(rows()[position], *part->snapshot)) {
      dead_not_scored.push_back(static_cast<uint32_t>(position));
    }
  }
  dead_rows += positions.size();
  dead = std::move(next);
}

// A row is in one part or recent, and most are in the base.
template <class Kind>
void LiveRows<Kind>::KillIndexed(std::span<const RowPtr> gone) {
  std::vector<std::vector<size_t>> positions(parts_.size());
  for (const RowPtr& lost : gone) {
    for (size_t i = 0; i < parts_.size(); ++i) {
      const auto found = parts_[i].rows().Find(IdOf(*lost));
      if (found == parts_[i].rows().end() || found.shared() != lost) continue;
      positions[i].push_back(found.position());
      break;
    }
  }
  for (size_t i = 0; i < parts_.size(); ++i) parts_[i].Kill(positions[i]);
}

template <class Kind>
typename LiveRows<Kind>::Table LiveRows<Kind>::NotInBase() const {
  std::vector<RowPtr> rows;
  for (auto row = recent_.begin(); row != recent_.end(); ++row) rows.push_back(row.shared());
  for (size_t i = 1; i < parts_.size(); ++i) {
    const Table& indexed = parts_[i].rows();
    for (auto row = indexed.begin(); row != indexed.end(); ++row) {
      if (!parts_[i].IsDead(row.position())) rows.push_back(row.shared());
    }
  }
  std::sort(rows.begin(), rows.end(), kById);
  return Table(std::move(rows));
}

template <class Kind>
LiveRows<Kind> LiveRows<Kind>::WithNotInBase(PartPtr part, const Snapshot& now) const {
  LiveRows next = *this;
  next.parts_.resize(1, next.parts_.front());
  next.AddPart(std::move(part), now);
  return next;
}

template <class Kind>
LiveRows<Kind> LiveRows<Kind>::WithRecent(PartPtr part, const Snapshot& now) const {
  LiveRows next = *this;
  next.AddPart(std::move(part), now);
  return next;
}

template <class Kind>
void LiveRows<Kind>::AddPart(PartPtr part, const Snapshot& now) {
  LivePart added = {std::move(part), nullptr, 0, {}};
  std::vector<size_t> gone;
  std::vector<snapshot::RowChange<typename Kind::Row>> indexed;  // are recent no more
  for (auto row = added.rows().begin(); row != added.rows().end(); ++row) {
    const auto found = Kind::Of(now).Find(IdOf(*row));
    if (found != Kind::Of(now).end() && found.shared() == row.shared()) {
      indexed.push_back({IdOf(*row), nullptr});
    } else {
      gone.push_back(row.position());
    }
  }
  added.Kill(gone);
  parts_.push_back(std::move(added));
  recent_ = recent_.After(indexed);
  asked_recent_ = asked_recent_.After({}, recent_);
}

template <class Kind>
size_t LiveRows<Kind>::rows_not_in_base() const {
  size_t rows = recent_.size();
  for (size_t i = 1; i < parts_.size(); ++i) rows += parts_[i].rows().size();
  return rows;
}

template class LiveRows<VacancyKind>;
template class LiveRows<ProfileKind>;

}  // namespace overstap::advice
