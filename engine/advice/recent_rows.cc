#include "engine/advice/recent_rows.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "engine/match/coverage.h"

namespace overstap::advice {
namespace {

using match::TermRows;
using snapshot::Snapshot;

void Read(const snapshot::VacancyRow& row, const Snapshot& snapshot, int, RecentTerms* terms) {
  const auto& asked = row.requirements.known;
  const double total = match::TotalWeight(asked, snapshot.taxonomy(), snapshot.scoring());
  std::vector<TermRows::Part> parts;
  if (total <= 0) {
    terms->not_scored.push_back(static_cast<uint32_t>(terms->size()));
  } else {
    for (const Requirement& one : asked) {
      const double weight = match::RequirementWeight(one, snapshot.taxonomy(), snapshot.scoring());
      parts.push_back({one.skill.value(), weight / total});
    }
  }
  terms->terms.Add(parts);
}

void Read(const snapshot::ProfileRow& row, const Snapshot& snapshot, int year, RecentTerms* terms) {
  auto skills = match::Resolve(*row.Record(), snapshot.taxonomy(), snapshot.scoring(), year,
                               &snapshot.translator())
                    .skills;
  std::vector<TermRows::Part> parts;
  for (const match::HeldSkill& held : skills) parts.push_back({held.skill.value(), held.strength});
  terms->terms.Add(parts);
  terms->held.push_back(std::make_shared<const std::vector<match::HeldSkill>>(std::move(skills)));
}

void Add(const RecentTerms& others, size_t row, RecentTerms* terms) {
  if (!others.held.empty()) terms->held.push_back(others.held[row]);
  if (std::binary_search(others.not_scored.begin(), others.not_scored.end(), row)) {
    terms->not_scored.push_back(static_cast<uint32_t>(terms->size()));
  }
  terms->terms.Add(others.terms, row);
}

}  // namespace

template <class Row>
const RecentTerms& RecentRows<Row>::Piece::Terms(const Snapshot& snapshot, int year) const {
  std::call_once(reads_, [&] {
    for (size_t row = terms_.size(); row < rows_.size(); ++row) {
      Read(*rows_[row], snapshot, year, &terms_);
    }
    is_read_.store(true, std::memory_order_release);
  });
  return terms_;
}

// What is in a small piece goes into a larger one, so that there are few.
template <class Row>
void RecentRows<Row>::Add(std::span<const RowPtr> added) {
  if (added.empty()) return;
  std::vector<RowPtr> rows;
  RecentTerms known;
  if (!pieces_.empty() && pieces_.back()->rows().size() < kSmall) {
    const Piece& last = *pieces_.back();
    rows = last.rows();
    if (const RecentTerms* terms = last.KnownTerms()) known = *terms;
    pieces_.pop_back();
  }
  while (!added.empty()) {
    const size_t count = std::min(added.size(), kLarge - rows.size());
    rows.insert(rows.end(), added.begin(), added.begin() + static_cast<std::ptrdiff_t>(count));
    pieces_.push_back(std::make_shared<const Piece>(std::exchange(rows, {}),
                                                    std::exchange(known, RecentTerms())));
    added = added.subspan(count);
    size_ += count;
  }
}

template <class Row>
RecentRows<Row> RecentRows<Row>::Only(const Table& recent) const {
  absl::flat_hash_set<const Row*> missing;
  missing.reserve(recent.size());
  for (const Row& row : recent) missing.insert(&row);
  RecentRows next;
  std::vector<RowPtr> rows;
  RecentTerms known;
  const auto end_piece = [&] {
    if (rows.empty()) return;
    next.size_ += rows.size();
    next.pieces_.push_back(std::make_shared<const Piece>(std::exchange(rows, {}),
                                                         std::exchange(known, RecentTerms())));
  };
  for (const auto& piece : pieces_) {
    const RecentTerms* const terms = piece->KnownTerms();
    for (size_t i = 0; terms != nullptr && i < piece->rows().size(); ++i) {
      if (missing.erase(piece->rows()[i].get()) == 0) continue;
      rows.push_back(piece->rows()[i]);
      advice::Add(*terms, i, &known);
      if (rows.size() == kLarge) end_piece();
    }
  }
  end_piece();
  std::vector<RowPtr> unread;
  for (auto row = recent.begin(); row != recent.end(); ++row) {
    if (missing.contains(&*row)) unread.push_back(row.shared());
  }
  next.Add(unread);
  return next;
}

template <class Row>
bool RecentRows<Row>::HasAny(std::span<const RowPtr> rows) const {
  absl::flat_hash_set<const Row*> wanted;
  for (const RowPtr& row : rows) wanted.insert(row.get());
  const auto is_wanted = [&](const RowPtr& row) { return wanted.contains(row.get()); };
  return std::ranges::any_of(
      pieces_, [&](const auto& piece) { return std::ranges::any_of(piece->rows(), is_wanted); });
}

template <class Row>
RecentRows<Row> RecentRows<Row>::After(std::span<const RowPtr> added, const Table& recent) const {
  if (size_ + added.size() > 2 * recent.size() + kSmall || HasAny(added)) return Only(recent);
  RecentRows next = *this;
  next.Add(added);
  return next;
}

template <class Row>
void RecentRows<Row>::ReadAhead(const Snapshot& snapshot, int year, size_t most) const {
  for (auto piece = pieces_.rbegin(); piece != pieces_.rend(); ++piece) {
    if ((*piece)->KnownTerms() != nullptr) continue;
    if ((*piece)->rows().size() > most) return;
    most -= (*piece)->rows().size();
    (*piece)->Terms(snapshot, year);
  }
}

template class RecentRows<snapshot::VacancyRow>;
template class RecentRows<snapshot::ProfileRow>;

}  // namespace overstap::advice
