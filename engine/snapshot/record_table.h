// Records in order of id, of which most are the same from one snapshot to the next.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace overstap::snapshot {

// A row that is put in, in place of the one with its id when there is one; null: taken out.
template <class Row>
struct RowChange {
  std::string id;
  std::shared_ptr<const Row> row;
};

// Rows ascending by `IdOf(row)`, each id once, in blocks that tables share: After costs what the
// changes touch and a pointer for each block, a copy next to nothing. Immutable; thread-safe.
template <class Row>
class RecordTable {
 public:
  using RowPtr = std::shared_ptr<const Row>;
  using Block = std::vector<RowPtr>;

  static constexpr size_t kBlockRows = 64;      // when built at once
  static constexpr size_t kMostBlockRows = 96;  // after changes

 private:
  struct BlockList {
    std::vector<std::shared_ptr<const Block>> blocks;  // none empty
    std::vector<size_t> starts = {0};  // number of the first row of each block; then of all

    void Add(std::shared_ptr<const Block> block) {
      starts.push_back(starts.back() + block->size());
      blocks.push_back(std::move(block));
    }

    // In blocks of at most `most` rows.
    void Add(Block rows, size_t most) {
      if (rows.empty()) return;
      if (rows.size() <= most) return Add(std::make_shared<const Block>(std::move(rows)));
      for (size_t begin = 0; begin < rows.size(); begin += kBlockRows) {
        const size_t end = std::min(begin + kBlockRows, rows.size());
        Add(std::make_shared<const Block>(
            std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(begin)),
            std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end))));
      }
    }
  };

 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = const Row&;

    Iterator() = default;
    reference operator*() const { return *shared(); }
    pointer operator->() const { return shared().get(); }
    const RowPtr& shared() const { return (*list_->blocks[block_])[row_]; }
    Iterator& operator++() {
      if (++row_ == list_->blocks[block_]->size()) {
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
    size_t position() const { return list_->starts[block_] + row_; }
    friend bool operator==(const Iterator& a, const Iterator& b) {
      return a.block_ == b.block_ && a.row_ == b.row_;
    }

   private:
    friend class RecordTable;
    Iterator(const BlockList* list, size_t block, size_t row)
        : list_(list), block_(block), row_(row) {}

    const BlockList* list_ = nullptr;
    size_t block_ = 0;
    size_t row_ = 0;
  };

  RecordTable() = default;
  // `rows` are ascending by id, each id once, none null.
  explicit RecordTable(std::vector<RowPtr> rows) {
    auto list = std::make_shared<BlockList>();
    list->Add(std::move(rows), kBlockRows);
    list_ = std::move(list);
  }

  // Whether it is a copy of the other; tables that are not may have the same rows.
  bool IsCopyOf(const RecordTable& other) const { return list_ == other.list_; }

  size_t size() const { return list_->starts.back(); }
  bool empty() const { return size() == 0; }
  Iterator begin() const { return {list_.get(), 0, 0}; }
  Iterator end() const { return {list_.get(), list_->blocks.size(), 0}; }
  // `position` is below size().
  const Row& operator[](size_t position) const { return *At(position).shared(); }
  Iterator At(size_t position) const {
    const std::vector<size_t>& starts = list_->starts;
    const auto after = std::upper_bound(starts.begin(), starts.end(), position);
    const auto block = static_cast<size_t>(after - starts.begin()) - 1;
    return {list_.get(), block, position - starts[block]};
  }

  // The row with that id, or end().
  Iterator Find(std::string_view id) const {
    const Iterator found = LowerBound(id);
    return found != end() && IdOf(*found) == id ? found : end();
  }

  // The table with the changes made. `changes` are ascending by id, each id once; taking out what
  // is not there changes nothing.
  RecordTable After(std::span<const RowChange<Row>> changes) const {
    if (changes.empty()) return *this;
    const auto& blocks = list_->blocks;
    auto next = std::make_shared<BlockList>();
    next->blocks.reserve(blocks.size() + changes.size() / kBlockRows + 1);
    next->starts.reserve(blocks.size() + changes.size() / kBlockRows + 2);
    size_t block = 0;
    while (!changes.empty()) {
      const size_t changed = BlockFor(changes.front().id);
      for (; block < changed; ++block) next->Add(blocks[block]);
      size_t count = 0;
      while (count < changes.size() && IsBefore(changes[count].id, changed + 1)) ++count;
      next->Add(Merge(changed < blocks.size() ? *blocks[changed] : Block(), changes.first(count)),
                kMostBlockRows);
      block = changed + 1;
      changes = changes.subspan(count);
    }
    for (; block < blocks.size(); ++block) next->Add(blocks[block]);
    RecordTable table;
    table.list_ = std::move(next);
    return table;
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
                 a.list_->blocks[a.block_] == b.list_->blocks[b.block_]) {
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
  // The block in which the id is or would be; 0 for a table without blocks.
  size_t BlockFor(std::string_view id) const {
    const auto& blocks = list_->blocks;
    const auto after = std::upper_bound(
        blocks.begin(), blocks.end(), id,
        [](std::string_view wanted, const auto& block) { return wanted < IdOf(*block->front()); });
    return after == blocks.begin() ? 0 : static_cast<size_t>(after - blocks.begin()) - 1;
  }

  // Whether the id is before those of the block, or there is no such block.
  bool IsBefore(std::string_view id, size_t block) const {
    return block >= list_->blocks.size() || id < IdOf(*list_->blocks[block]->front());
  }

  Iterator LowerBound(std::string_view id) const {
    if (empty()) return end();
    const size_t block = BlockFor(id);
    const Block& rows = *list_->blocks[block];
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), id,
                         [](const RowPtr& row, std::string_view to) { return IdOf(*row) < to; });
    if (found == rows.end()) return {list_.get(), block + 1, 0};
    return {list_.get(), block, static_cast<size_t>(found - rows.begin())};
  }

  static Block Merge(const Block& rows, std::span<const RowChange<Row>> changes) {
    Block merged;
    merged.reserve(rows.size() + changes.size());
    auto row = rows.begin();
    for (const RowChange<Row>& change : changes) {
      while (row != rows.end() && IdOf(**row) < change.id) merged.push_back(*row++);
      if (row != rows.end() && IdOf(**row) == change.id) ++row;
      if (change.row != nullptr) merged.push_back(change.row);
    }
    merged.insert(merged.end(), row, rows.end());
    return merged;
  }

  std::shared_ptr<const BlockList> list_ = std::make_shared<const BlockList>();
};

}  // namespace overstap::snapshot
