// Records in order of id, of which most are the same from one snapshot to the next.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/snapshot/record_blocks.h"

namespace overstap::snapshot {

// A row that is put in, in place of the one with its id when there is one; null: taken out.
template <class Row>
struct RowChange {
  std::string id;
  std::shared_ptr<const Row> row;
};

// Rows ascending by `IdOf(row)`, each id once, in blocks that tables share: After costs what the
// changes touch and a pointer for each block, a copy next to nothing. With plain pointers the rows
// are kept by somebody else. Immutable; thread-safe.
template <class Row, class Ptr = std::shared_ptr<const Row>>
class RecordTable {
  using Blocks = BlockList<Ptr>;

 public:
  using RowPtr = Ptr;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;

    Iterator() = default;
    reference operator*() const { return *shared(); }
    pointer operator->() const { return &*shared(); }
    const RowPtr& shared() const { return (*blocks_)[block_][row_]; }
    Iterator& operator++() {
      if (++row_ == (*blocks_)[block_].size()) {
        ++block_;
        row_ = 0;
      }
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++*this;
      return before;
    }
    // Number of the row in the table.
    size_t position() const { return blocks_->starts()[block_] + row_; }
    friend bool operator==(const Iterator& a, const Iterator& b) {
      return a.block_ == b.block_ && a.row_ == b.row_;
    }

   private:
    friend class RecordTable;
    Iterator(const Blocks* blocks, size_t block, size_t row)
        : blocks_(blocks), block_(block), row_(row) {}

    const Blocks* blocks_ = nullptr;
    size_t block_ = 0;
    size_t row_ = 0;
  };

  RecordTable() = default;
  // `rows` are ascending by id, each id once, none null.
  explicit RecordTable(std::vector<RowPtr> rows) {
    if (!rows.empty()) blocks_ = std::make_shared<const Blocks>(std::move(rows));
  }

  // Whether it is a copy of the other; tables that are not may have the same rows.
  bool IsCopyOf(const RecordTable& other) const { return blocks_ == other.blocks_; }

  size_t size() const { return blocks_ == nullptr ? 0 : blocks_->starts().back(); }
  bool empty() const { return blocks_ == nullptr; }
  Iterator begin() const { return {blocks_.get(), 0, 0}; }
  Iterator end() const { return {blocks_.get(), blocks_ == nullptr ? 0 : blocks_->size(), 0}; }
  // `position` is below size().
  const Row& operator[](size_t position) const { return *At(position).shared(); }
  Iterator At(size_t position) const {
    const std::vector<size_t>& starts = blocks_->starts();
    const auto after = std::upper_bound(starts.begin(), starts.end(), position);
    const auto block = static_cast<size_t>(after - starts.begin()) - 1;
    return {blocks_.get(), block, position - starts[block]};
  }

  // The row with that id, or end().
  Iterator Find(std::string_view id) const {
    if (empty()) return end();
    const size_t block = blocks_->BlockFor(id);
    const IdKeys::Place place = (*blocks_)[block].Find(id);
    return place.is_there ? Iterator(blocks_.get(), block, place.at) : end();
  }

  // The table with the changes made, which are as RowChange, ascending by id, each id once; taking
  // out what is not there changes nothing. Calls on_gone(row, change) for each row that was there
  // with the id of a change, in order.
  template <class Changes, class Gone>
  RecordTable After(const Changes& changes, Gone on_gone) const {
    if (changes.empty()) return *this;
    static const Blocks kNone;
    const std::span<const typename Changes::value_type> all(changes);
    auto next = std::make_shared<const Blocks>(empty() ? kNone : *blocks_, all, on_gone);
    RecordTable table;
    if (next->size() > 0) table.blocks_ = std::move(next);
    return table;
  }
  template <class Changes>
  RecordTable After(const Changes& changes) const {
    return After(changes, [](const RowPtr&, const auto&) {});
  }

  // `visit(before, after)` for each row that is not the same one in both tables, ascending by id:
  // iterators of each, of which that of the table that has not the id is its end. Blocks that the
  // tables share cost nothing.
  template <class Visit>
  static void Compare(const RecordTable& before, const RecordTable& after, Visit visit) {
    Iterator a = before.begin();
    Iterator b = after.begin();
    while (a != before.end() || b != after.end()) {
      if (a == before.end()) {
        visit(before.end(), b++);
      } else if (b == after.end()) {
        visit(a++, after.end());
      } else if (a.row_ == 0 && b.row_ == 0 &&
                 a.blocks_->shared(a.block_) == b.blocks_->shared(b.block_)) {
        ++a.block_;
        ++b.block_;
      } else if (a.shared() == b.shared()) {
        ++a;
        ++b;
      } else if (const int order = IdOf(*a).compare(IdOf(*b)); order == 0) {
        visit(a++, b++);
      } else if (order < 0) {
        visit(a++, after.end());
      } else {
        visit(before.end(), b++);
      }
    }
  }

 private:
  std::shared_ptr<const Blocks> blocks_;  // null: none
};

}  // namespace overstap::snapshot
