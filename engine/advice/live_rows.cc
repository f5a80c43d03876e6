#include "engine/advice/live_rows.h"

#include <algorithm>
#include <iterator>
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
  Table::Compare(before, Kind::Of(now), [&](const auto& was, const auto& is) {
    if (was != before.end()) gone.push_back(was.position());
    if (is != Kind::Of(now).end()) recent_.push_back(is.shared());
  });
  parts_.front().Kill(gone);
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
  std::vector<RowPtr> gone;
  std::vector<RowPtr> come;
  Table::Compare(Kind::Of(before), Kind::Of(now), [&](const auto& was, const auto& is) {
    if (was != Kind::Of(before).end()) gone.push_back(was.shared());
    if (is != Kind::Of(now).end()) come.push_back(is.shared());
  });
  LiveRows next = *this;
  next.KillRows(gone);
  next.AddRecent(std::move(come));
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

// `gone` is ascending by id, as recent_ is.
template <class Kind>
void LiveRows<Kind>::KillRows(const std::vector<RowPtr>& gone) {
  if (gone.empty()) return;
  std::vector<RowPtr> kept;
  std::vector<RowPtr> indexed;
  kept.reserve(recent_.size());
  auto row = recent_.begin();
  for (const RowPtr& lost : gone) {
    const auto place = std::lower_bound(row, recent_.end(), lost, kById);
    std::move(row, place, std::back_inserter(kept));
    row = place;
    if (row != recent_.end() && *row == lost) {
      ++row;
    } else {
      indexed.push_back(lost);
    }
  }
  std::move(row, recent_.end(), std::back_inserter(kept));
  recent_ = std::move(kept);
  for (LivePart& part : parts_) {
    std::vector<size_t> positions;
    for (const RowPtr& lost : indexed) {
      const auto found = part.rows().Find(IdOf(*lost));
      if (found != part.rows().end() && found.shared() == lost) {
        positions.push_back(found.position());
      }
    }
    part.Kill(positions);
  }
}

template <class Kind>
void LiveRows<Kind>::AddRecent(std::vector<RowPtr> come) {
  std::vector<RowPtr> all;
  all.reserve(recent_.size() + come.size());
  std::merge(std::make_move_iterator(recent_.begin()), std::make_move_iterator(recent_.end()),
             std::make_move_iterator(come.begin()), std::make_move_iterator(come.end()),
             std::back_inserter(all), kById);
  recent_ = std::move(all);
}

template <class Kind>
typename LiveRows<Kind>::Table LiveRows<Kind>::NotInBase() const {
  std::vector<RowPtr> rows = recent_;
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
  std::vector<RowPtr> alive;
  for (auto row = added.rows().begin(); row != added.rows().end(); ++row) {
    const auto found = Kind::Of(now).Find(IdOf(*row));
    if (found != Kind::Of(now).end() && found.shared() == row.shared()) {
      alive.push_back(row.shared());
    } else {
      gone.push_back(row.position());
    }
  }
  added.Kill(gone);
  parts_.push_back(std::move(added));
  std::vector<RowPtr> recent;
  std::set_difference(recent_.begin(), recent_.end(), alive.begin(), alive.end(),
                      std::back_inserter(recent), kById);
  recent_ = std::move(recent);
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
