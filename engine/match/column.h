// A list of an index, made in memory or lying in the bytes of an image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

#include "engine/match/large_pages.h"
#include "engine/match/prefetch.h"

namespace overstap::match {

// Reads alike wherever the elements lie. Elements have no bytes without meaning, so that equal
// lists are equal bytes.
template <class T>
class Column {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;

  Column() = default;
  explicit Column(LargeVector<T> elements) : owned_(std::move(elements)), seen_(owned_) {}
  Column(Column&& other) noexcept { *this = std::move(other); }
  Column& operator=(Column&& other) noexcept {
    owned_ = std::move(other.owned_);
    seen_ = std::exchange(other.seen_, {});
    return *this;
  }
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;

  const T& operator[](size_t i) const { return seen_[i]; }
  const T* data() const { return seen_.data(); }
  size_t size() const { return seen_.size(); }
  bool empty() const { return seen_.empty(); }
  const T* begin() const { return seen_.data(); }
  const T* end() const { return seen_.data() + seen_.size(); }
  const T& front() const { return seen_.front(); }
  const T& back() const { return seen_.back(); }
  size_t bytes() const { return seen_.size_bytes(); }

  // Calls edit(vector) with what is in memory.
  template <class Do>
  void Edit(Do edit) {
    edit(owned_);
    Look();
  }
  void Add(const T& element) {
    owned_.push_back(element);
    Look();
  }
  // Reads from `elements`, which outlive the column, from now on.
  void See(std::span<const T> elements) {
    LargeVector<T>().swap(owned_);
    seen_ = elements;
  }

 private:
  void Look() { seen_ = owned_; }

  LargeVector<T> owned_;
  std::span<const T> seen_;
};

// 0 the first, and none less than the one before it: where parts of something of `size` begin.
inline bool AreBegins(std::span<const uint32_t> begins, size_t size) {
  if (begins.empty() || begins.front() != 0 || begins.back() != size) return false;
  for (size_t i = 1; i < begins.size(); ++i) {
    if (begins[i] < begins[i - 1]) return false;
  }
  return true;
}

}  // namespace overstap::match
