// Where an id is among many, without looking at most of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/match/prefetch.h"

namespace overstap::snapshot {

// Of ids that ascend, each once, the eight bytes after those that all begin with, in one piece. To
// find an id in it touches few lines of memory; the ids themselves lie apart, and are looked at
// only where those bytes are equal. A value; thread-safe for reading.
class IdKeys {
 public:
  struct Place {
    size_t at = 0;          // number of ids before the one that is looked for
    bool is_there = false;  // whether the next one is that
  };

  size_t size() const { return keys_.size(); }

  // Of `count` ids, which id_of(i) gives.
  template <class IdOf>
  void Assign(size_t count, IdOf id_of) {
    *this = IdKeys();
    if (count == 0) return;
    has_prefix_ = true;
    prefix_ = CommonPrefix(id_of(0), id_of(count - 1));
    keys_.reserve(count);
    for (size_t i = 0; i < count; ++i) Append(id_of(i));
  }

  // Without an id, for those that the other can hold.
  IdKeys Like(size_t count) const {
    IdKeys empty;
    empty.prefix_ = prefix_;
    empty.has_prefix_ = has_prefix_;
    empty.keys_.reserve(count);
    return empty;
  }
  // Whether the id begins as all do, so that it may be among them.
  bool CanHold(std::string_view id) const { return has_prefix_ && id.starts_with(prefix_); }
  // An id that comes after all, or those from `begin` to `end` of one that begin alike.
  void Append(std::string_view id) { keys_.push_back(KeyOf(id)); }
  void Append(const IdKeys& other, size_t begin, size_t end) {
    const auto first = other.keys_.begin();
    keys_.insert(keys_.end(), first + static_cast<std::ptrdiff_t>(begin),
                 first + static_cast<std::ptrdiff_t>(end));
  }

  template <class IdOf>
  Place Find(std::string_view id, IdOf id_of) const {
    const int order = id.substr(0, prefix_.size()).compare(prefix_);
    if (order != 0) return {order < 0 ? 0 : size(), false};
    const uint64_t key = KeyOf(id);
    size_t low = LowerBound(key);
    if (low == size() || keys_[low] != key) return {low, false};
    size_t high = low + 1;
    if (high < size() && keys_[high] == key) {
      high = key + 1 == 0 ? size() : LowerBound(key + 1);
    }
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      const int way = id.compare(id_of(middle));
      if (way == 0) return {middle, true};
      (way < 0 ? high : low) = way < 0 ? middle : middle + 1;
    }
    return {low, false};
  }

  // Asks for what Find reads.
  void Prefetch() const {
    constexpr size_t kLine = 64 / sizeof(uint64_t);
    for (size_t i = 0; i < keys_.size(); i += kLine) match::PrefetchLine(&keys_[i]);
  }

 private:
  static std::string CommonPrefix(std::string_view first, std::string_view last) {
    const size_t most = std::min(first.size(), last.size());
    const auto end = first.begin() + static_cast<std::ptrdiff_t>(most);
    return {first.begin(), std::mismatch(first.begin(), end, last.begin()).first};
  }

  // In order of the ids, which begin alike; equal keys say nothing.
  uint64_t KeyOf(std::string_view id) const {
    uint64_t key = 0;
    for (size_t i = prefix_.size(); i < prefix_.size() + sizeof key; ++i) {
      key = key << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0U);
    }
    return key;
  }

  // Without a branch for each step, which no processor foresees.
  size_t LowerBound(uint64_t key) const {
    const uint64_t* first = keys_.data();
    size_t count = keys_.size();
    while (count > 1) {
      const size_t half = count / 2;
      first = first[half - 1] < key ? first + half : first;
      count -= half;
    }
    const auto before = static_cast<size_t>(first - keys_.data());
    return before + (count == 1 && *first < key ? 1 : 0);
  }

  std::string prefix_;       // that all begin with
  bool has_prefix_ = false;  // which is not known of no ids at all
  std::vector<uint64_t> keys_;
};

}  // namespace overstap::snapshot
