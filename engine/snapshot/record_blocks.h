// The blocks of rows that a RecordTable is made of.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/match/prefetch.h"
#include "engine/snapshot/id_keys.h"

namespace overstap::snapshot {

// Asks for what is written when a pointer is copied: the counts of who keeps the row, or nothing.
template <class Row>
void PrefetchCounts(const std::shared_ptr<const Row>& row) {
  // As libstdc++ and libc++ lay it out; any address may be asked for.
  std::array<const void*, 2> row_and_counts;
  static_assert(sizeof(row) == sizeof(row_and_counts));
  std::memcpy(row_and_counts.data(), &row, sizeof(row));
  match::PrefetchLine(row_and_counts[1]);
}
template <class Row>
void PrefetchCounts(const Row*) {}

// Rows ascending by `IdOf(row)`, each once, and their keys.
template <class Ptr>
class RowBlock {
 public:
  RowBlock() = default;
  explicit RowBlock(std::vector<Ptr> rows) : rows_(std::move(rows)) { AssignKeys(); }

  // Rows of `before` with the changes made, of which each is of an id that is there or would be.
  template <class Change, class Gone>
  RowBlock(const RowBlock& before, std::span<const Change> changes, Gone on_gone)
      : keys_(before.keys_.Like(before.size() + changes.size())) {
    rows_.reserve(before.size() + changes.size());
    bool begin_alike = true;
    size_t from = 0;
    for (const Change& change : changes) {
      const IdKeys::Place place = before.Find(change.id);
      Take(before, from, place.at);
      from = place.at;
      if (place.is_there) on_gone(before.rows_[from++], change);
      if (change.row == nullptr) continue;
      begin_alike = begin_alike && before.keys_.CanHold(change.id);
      rows_.push_back(change.row);
      keys_.Append(change.id);
    }
    Take(before, from, before.size());
    if (!begin_alike) AssignKeys();
  }

  // Some rows of another one.
  RowBlock(const RowBlock& whole, size_t begin, size_t end) : keys_(whole.keys_.Like(end - begin)) {
    rows_.reserve(end - begin);
    Take(whole, begin, end);
  }

  size_t size() const { return rows_.size(); }
  const Ptr& operator[](size_t i) const { return rows_[i]; }
  IdKeys::Place Find(std::string_view id) const {
    return keys_.Find(id, [this](size_t i) { return IdAt(i); });
  }

  // Asks for what Find and a copy read, and then for what a copy writes.
  void Prefetch() const {
    constexpr size_t kLine = 64 / sizeof(Ptr);
    keys_.Prefetch();
    for (size_t i = 0; i < rows_.size(); i += kLine) match::PrefetchLine(&rows_[i]);
  }
  void PrefetchRows() const {
    for (const Ptr& row : rows_) PrefetchCounts(row);
  }

 private:
  std::string_view IdAt(size_t i) const { return IdOf(*rows_[i]); }
  void AssignKeys() {
    keys_.Assign(rows_.size(), [this](size_t i) { return IdAt(i); });
  }
  void Take(const RowBlock& other, size_t begin, size_t end) {
    const auto first = other.rows_.begin();
    rows_.insert(rows_.end(), first + static_cast<std::ptrdiff_t>(begin),
                 first + static_cast<std::ptrdiff_t>(end));
    keys_.Append(other.keys_, begin, end);
  }

  std::vector<Ptr> rows_;
  IdKeys keys_;
};

// Blocks that follow on each other, of which lists share those that are the same.
template <class Ptr>
class BlockList {
 public:
  using Block = RowBlock<Ptr>;

  static constexpr size_t kBlockRows = 64;      // when built at once
  static constexpr size_t kMostBlockRows = 96;  // after changes

  BlockList() = default;
  explicit BlockList(std::vector<Ptr> rows) {
    for (size_t begin = 0; begin < rows.size(); begin += kBlockRows) {
      const auto first = rows.begin() + static_cast<std::ptrdiff_t>(begin);
      const size_t count = std::min(kBlockRows, rows.size() - begin);
      Add(std::make_shared<const Block>(
          std::vector<Ptr>(std::make_move_iterator(first),
                           std::make_move_iterator(first + static_cast<std::ptrdiff_t>(count)))));
    }
    AssignKeys();
  }

  // Rows of `before` with the changes made (RecordTable::After).
  template <class Change, class Gone>
  BlockList(const BlockList& before, std::span<const Change> changes, Gone on_gone) {
    const std::vector<Changed> order = before.Divide(changes);
    const size_t most = before.size() + changes.size() / kBlockRows + 1;
    blocks_.reserve(most);
    starts_.reserve(most + 1);
    keys_ = before.keys_.Like(most);
    size_t next = 0;
    for (size_t i = 0; i < order.size(); ++i) {
      before.PrefetchFrom(order, i);
      const auto [block, count] = order[i];
      Share(before, next, block);
      next = std::min(block + 1, before.size());
      const auto some = changes.first(count);
      changes = changes.subspan(count);
      Add(block < before.size() ? Block(before[block], some, on_gone)
                                : Block(Block(), some, on_gone));
    }
    Share(before, next, before.size());
    if (keys_.size() < size()) AssignKeys();
  }

  size_t size() const { return blocks_.size(); }
  const Block& operator[](size_t i) const { return *blocks_[i]; }
  const std::shared_ptr<const Block>& shared(size_t i) const { return blocks_[i]; }
  // Number of the first row of each block; then of all.
  const std::vector<size_t>& starts() const { return starts_; }

  // The block in which the id is or would be; 0 when there is none.
  size_t BlockFor(std::string_view id) const {
    const IdKeys::Place place = keys_.Find(id, [this](size_t i) { return FirstId(i); });
    return place.is_there || place.at == 0 ? place.at : place.at - 1;
  }

 private:
  struct Changed {
    size_t block = 0;
    size_t changes = 0;
  };

  // How many of the changes are in which block.
  template <class Change>
  std::vector<Changed> Divide(std::span<const Change> changes) const {
    std::vector<Changed> order;
    for (const Change& change : changes) {
      const size_t block = BlockFor(change.id);
      if (order.empty() || order.back().block != block) order.push_back({block, 0});
      ++order.back().changes;
    }
    return order;
  }

  // Asks for what the next blocks that change need, the sooner the more of it.
  void PrefetchFrom(const std::vector<Changed>& order, size_t i) const {
    constexpr size_t kRows = 2;
    constexpr size_t kBlocks = 6;
    constexpr size_t kPointers = 12;
    const auto at = [&](size_t ahead) {
      const size_t block = i + ahead < order.size() ? order[i + ahead].block : size();
      return block < size() ? blocks_[block].get() : nullptr;
    };
    if (const Block* const block = at(kPointers)) match::PrefetchLine(block);
    if (const Block* const block = at(kBlocks)) block->Prefetch();
    if (const Block* const block = at(kRows)) block->PrefetchRows();
  }

  std::string_view FirstId(size_t block) const { return IdOf(*(*blocks_[block])[0]); }
  void AssignKeys() {
    keys_.Assign(size(), [this](size_t i) { return FirstId(i); });
  }

  void Add(std::shared_ptr<const Block> block) {
    starts_.push_back(starts_.back() + block->size());
    blocks_.push_back(std::move(block));
  }

  // In blocks that are not too large.
  void Add(Block block) {
    const size_t size = block.size();
    const size_t most = size <= kMostBlockRows ? size : kBlockRows;
    for (size_t begin = 0; begin < size; begin += most) {
      const size_t end = std::min(begin + most, size);
      AddKey(IdOf(*block[begin]));
      Add(end - begin == size ? std::make_shared<const Block>(std::move(block))
                              : std::make_shared<const Block>(block, begin, end));
    }
  }
  // When it is not like the others, all keys are made again at the end.
  void AddKey(std::string_view first_id) {
    if (keys_.size() == size() && keys_.CanHold(first_id)) keys_.Append(first_id);
  }

  // Blocks from `begin` to `end` of the other.
  void Share(const BlockList& other, size_t begin, size_t end) {
    if (keys_.size() == size()) keys_.Append(other.keys_, begin, end);
    const auto first = other.blocks_.begin();
    blocks_.insert(blocks_.end(), first + static_cast<std::ptrdiff_t>(begin),
                   first + static_cast<std::ptrdiff_t>(end));
    const size_t rows_before = starts_.back() - other.starts_[begin];
    for (size_t i = begin; i < end; ++i) starts_.push_back(rows_before + other.starts_[i + 1]);
  }

  std::vector<std::shared_ptr<const Block>> blocks_;  // none empty
  std::vector<size_t> starts_ = {0};
  IdKeys keys_;  // of the first rows
};

}  // namespace overstap::snapshot
