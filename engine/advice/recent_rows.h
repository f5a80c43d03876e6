// Rows that are in no index yet, and what questions ask of them.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "engine/match/held_skills.h"
#include "engine/match/term_rows.h"
#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

// What is read of some rows, by the number of the row among them.
struct RecentTerms {
  using HeldPtr = std::shared_ptr<const std::vector<match::HeldSkill>>;

  // Of a vacancy the share of each skill in what it asks, of a person the strength of each skill.
  match::TermRows terms;
  std::vector<HeldPtr> held;         // of people
  std::vector<uint32_t> not_scored;  // vacancies that ask nothing known, ascending

  size_t size() const { return terms.size(); }
};

// Rows of which one after the other comes, in pieces that the next one shares. It may hold rows
// that are not recent any more. Immutable; thread-safe.
template <class Row>
class RecentRows {
 public:
  using Table = snapshot::RecordTable<Row>;
  using RowPtr = typename Table::RowPtr;

  class Piece {
   public:
    // `known` is of the first of `rows`.
    Piece(std::vector<RowPtr> rows, RecentTerms known)
        : rows_(std::move(rows)), terms_(std::move(known)) {}

    const std::vector<RowPtr>& rows() const { return rows_; }
    // Of all rows, read when it is asked for the first time. Snapshots have the same terms in every
    // call, and evidence is as old as in that year in every call.
    const RecentTerms& Terms(const snapshot::Snapshot& snapshot, int year) const;
    // The same when it was asked for; else null.
    const RecentTerms* KnownTerms() const {
      return is_read_.load(std::memory_order_acquire) ? &terms_ : nullptr;
    }

   private:
    const std::vector<RowPtr> rows_;
    mutable std::once_flag reads_;
    mutable std::atomic<bool> is_read_ = false;
    mutable RecentTerms terms_;
  };

  RecentRows() = default;
  explicit RecentRows(const Table& recent) : RecentRows(RecentRows().Only(recent)) {}

  // With those `added`, also when one of them was there before; `recent` is what is recent then.
  RecentRows After(std::span<const RowPtr> added, const Table& recent) const;

  std::span<const std::shared_ptr<const Piece>> pieces() const { return pieces_; }
  // Reads the terms of the last pieces, so that no question has to: of at most `most` rows. As
  // Piece::Terms.
  void ReadAhead(const snapshot::Snapshot& snapshot, int year, size_t most) const;
  size_t size() const { return size_; }

 private:
  static constexpr size_t kSmall = 64;  // rows, to which others are added
  static constexpr size_t kLarge = 256;

  void Add(std::span<const RowPtr> added);
  // Of `recent` alone; what was read is not read again.
  RecentRows Only(const Table& recent) const;
  // A row that went comes back when the write that replaced it fails.
  bool HasAny(std::span<const RowPtr> rows) const;

  std::vector<std::shared_ptr<const Piece>> pieces_;
  size_t size_ = 0;
};

extern template class RecentRows<snapshot::VacancyRow>;
extern template class RecentRows<snapshot::ProfileRow>;

}  // namespace overstap::advice
