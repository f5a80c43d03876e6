#include "engine/advice/live_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "base/status_macros.h"
#include "engine/match/coverage.h"

namespace overstap::advice {
namespace {

using snapshot::Snapshot;

constexpr auto kById = [](const auto& a, const auto& b) { return IdOf(*a) < IdOf(*b); };

// Whether nobody has a score with the row: no weight is below 0, so that their sum is 0 when each
// of them is.
bool IsNeverScored(const snapshot::VacancyRow& row, const Snapshot& snapshot) {
  const auto& asked = row.requirements.known;
  return std::all_of(asked.begin(), asked.end(), [&](const Requirement& requirement) {
    return match::RequirementWeight(requirement, snapshot.taxonomy(), snapshot.scoring()) <= 0;
  });
}
bool IsNeverScored(const snapshot::ProfileRow&, const Snapshot&) { return false; }

}  // namespace

template <class Kind>
absl::StatusOr<typename LiveRows<Kind>::PartPtr> LiveRows<Kind>::BuildPart(
    std::shared_ptr<const Snapshot> snapshot, const Make& make) {
  OVERSTAP_ASSIGN_OR_RETURN(Finder finder, make(*snapshot));
  RowPositions<typename Kind::Row> positions(Kind::Of(*snapshot));
  return std::make_shared<const Part>(
      Part{std::move(snapshot), std::move(finder), std::move(positions)});
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

template <class Kind>
std::optional<std::pair<size_t, size_t>> LiveRows<Kind>::FindBesideBase(
    const typename Kind::Row* row) const {
  for (size_t i = parts_.size() - 1; i > 0; --i) {
    if (const auto position = parts_[i].FindAlive(row)) return std::pair(i, *position);
  }
  return std::nullopt;
}

// A row is in one part or recent.
template <class Kind>
void LiveRows<Kind>::KillIndexed(std::span<const RowPtr> gone) {
  const auto& base = parts_.front().part->positions;
  for (const RowPtr& lost : gone) base.PrefetchBegin(lost.get());
  for (const RowPtr& lost : gone) base.Prefetch(lost.get());
  std::vector<std::vector<size_t>> positions(parts_.size());
  for (const RowPtr& lost : gone) {
    if (const auto found = FindBesideBase(lost.get())) {
      positions[found->first].push_back(found->second);
    } else if (const auto position = parts_.front().FindAlive(lost.get())) {
      positions.front().push_back(*position);
    }
  }
  for (size_t i = 0; i < parts_.size(); ++i) parts_[i].Kill(positions[i]);
}

template <class Kind>
typename LiveRows<Kind>::Table LiveRows<Kind>::Unindexed(size_t joined) const {
  if (joined == 0) return recent_;
  std::vector<RowPtr> rows;
  for (auto row = recent_.begin(); row != recent_.end(); ++row) rows.push_back(row.shared());
  for (size_t i = parts_.size() - joined; i < parts_.size(); ++i) {
    const Table& indexed = parts_[i].rows();
    size_t position = 0;
    for (auto row = indexed.begin(); row != indexed.end(); ++row) {
      if (!parts_[i].IsDead(position++)) rows.push_back(row.shared());
    }
  }
  std::sort(rows.begin(), rows.end(), kById);
  return Table(std::move(rows));
}

template <class Kind>
LiveRows<Kind> LiveRows<Kind>::WithPart(PartPtr part, std::span<const PartPtr> joined) const {
  LiveRows next = *this;
  const auto is_joined = [&](const LivePart& one) {
    return std::find(joined.begin(), joined.end(), one.part) != joined.end();
  };
  std::erase_if(next.parts_, is_joined);
  std::vector<LivePart> before;
  std::copy_if(parts_.begin(), parts_.end(), std::back_inserter(before), is_joined);
  absl::flat_hash_set<const typename Kind::Row*> recent;
  for (const auto& row : recent_) recent.insert(&row);

  LivePart added = {std::move(part), nullptr, 0, {}};
  std::vector<size_t> gone;
  std::vector<snapshot::RowChange<typename Kind::Row>> indexed;  // are recent no more
  size_t position = 0;
  for (const auto& row : added.rows()) {
    const auto has_row = [&](const LivePart& one) { return one.FindAlive(&row).has_value(); };
    if (recent.contains(&row)) {
      indexed.push_back({IdOf(row), nullptr});
    } else if (std::none_of(before.begin(), before.end(), has_row)) {
      gone.push_back(position);
    }
    ++position;
  }
  added.Kill(gone);
  next.parts_.push_back(std::move(added));
  next.recent_ = recent_.After(indexed);
  next.asked_recent_ = asked_recent_.After({}, next.recent_);
  return next;
}

template <class Kind>
LiveRows<Kind> LiveRows<Kind>::WithBase(PartPtr base, const Snapshot& now) const {
  LiveRows next(std::move(base), now);
  std::vector<std::vector<bool>> stays(parts_.size());
  std::vector<snapshot::RowChange<typename Kind::Row>> indexed;
  for (const auto& row : next.recent_) {
    const auto found = FindBesideBase(&row);
    if (!found) continue;
    std::vector<bool>& rows = stays[found->first];
    rows.resize(parts_[found->first].rows().size());
    rows[found->second] = true;
    indexed.push_back({IdOf(row), nullptr});
  }
  for (size_t i = 1; i < parts_.size(); ++i) {
    if (stays[i].empty()) continue;
    std::vector<size_t> gone;
    for (size_t position = 0; position < stays[i].size(); ++position) {
      if (!stays[i][position]) gone.push_back(position);
    }
    next.parts_.push_back({parts_[i].part, nullptr, 0, {}});
    next.parts_.back().Kill(gone);
  }
  next.recent_ = next.recent_.After(indexed);
  // What was read may be of the year before.
  next.asked_recent_ = RecentRows<typename Kind::Row>(next.recent_);
  return next;
}

template <class Kind>
size_t LiveRows<Kind>::rows_not_in_base() const {
  size_t rows = recent_.size();
  for (size_t i = 1; i < parts_.size(); ++i) rows += parts_[i].rows().size();
  return rows;
}

template <class Kind>
bool LiveRows<Kind>::HasPartsOf(const LiveRows& other) const {
  return std::equal(parts_.begin(), parts_.end(), other.parts_.begin(), other.parts_.end(),
                    [](const LivePart& a, const LivePart& b) { return a.part == b.part; });
}

template class LiveRows<VacancyKind>;
template class LiveRows<ProfileKind>;

}  // namespace overstap::advice
