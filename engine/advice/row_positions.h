// Where the rows of a table are, found without looking at their ids.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/match/prefetch.h"
#include "engine/snapshot/record_table.h"

namespace overstap::advice {

// By the address of a row: 9 to 10 bytes for each, of which finding one reads two or three lines of
// the cache, where the search for an id reads a dozen ids. Immutable; thread-safe.
template <class Row>
class RowPositions {
 public:
  using Table = snapshot::RecordTable<Row>;

  // `rows` has less than 2^32 rows.
  explicit RowPositions(const Table& rows)
      : rows_(rows),
        shift_(64 - static_cast<int>(std::bit_width(rows.size() / kBucketRows))),
        begin_((size_t{1} << (64 - shift_)) + 1) {
    for (auto row = rows.begin(); row != rows.end(); ++row) ++begin_[BucketOf(HashOf(row)) + 1];
    for (size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    std::vector<uint32_t> next(begin_.begin(), begin_.end() - 1);
    entries_.resize(rows.size());
    uint32_t position = 0;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
      const uint64_t hash = HashOf(row);
      entries_[next[BucketOf(hash)]++] = {static_cast<uint32_t>(hash), position++};
    }
  }

  // Number of that very row in the table; nothing when it is not there, also when one with its id
  // is. The row is alive.
  std::optional<uint32_t> Find(const Row* row) const {
    const uint64_t hash = HashOf(row);
    const size_t bucket = BucketOf(hash);
    for (uint32_t i = begin_[bucket]; i < begin_[bucket + 1]; ++i) {
      const Entry& entry = entries_[i];
      if (entry.hash == static_cast<uint32_t>(hash) && &rows_[entry.position] == row) {
        return entry.position;
      }
    }
    return std::nullopt;
  }

  // Asks for what Find reads first, and then for what it reads next, before they are needed.
  void PrefetchBegin(const Row* row) const {
    match::PrefetchLine(begin_.data() + BucketOf(HashOf(row)));
  }
  void Prefetch(const Row* row) const {
    const uint32_t first = begin_[BucketOf(HashOf(row))];
    if (first < entries_.size()) match::PrefetchLine(entries_.data() + first);
  }

 private:
  static constexpr size_t kBucketRows = 4;

  struct Entry {
    uint32_t hash = 0;  // its lower half
    uint32_t position = 0;
  };

  // The finaliser of MurmurHash3 (Appleby, 2011, fmix64): every bit depends on every bit.
  static uint64_t HashOf(const Row* row) {
    auto hash = static_cast<uint64_t>(reinterpret_cast<uintptr_t>(row));
    hash = (hash ^ hash >> 33) * 0xFF51AFD7ED558CCD;
    hash = (hash ^ hash >> 33) * 0xC4CEB9FE1A85EC53;
    return hash ^ hash >> 33;
  }
  static uint64_t HashOf(const typename Table::Iterator& row) { return HashOf(row.shared().get()); }
  size_t BucketOf(uint64_t hash) const { return shift_ == 64 ? 0 : hash >> shift_; }

  Table rows_;
  int shift_;
  std::vector<uint32_t> begin_;  // by bucket, in entries_
  std::vector<Entry> entries_;
};

}  // namespace overstap::advice
