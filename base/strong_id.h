// A 32-bit index that cannot be mixed up with another kind of index.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace overstap {

// `Tag` makes the type; two ids with different tags neither convert nor compare. Values are dense
// indices into one snapshot and mean nothing outside it.
template <class Tag>
class StrongId {
 public:
  constexpr StrongId() = default;
  constexpr explicit StrongId(uint32_t value) : value_(value) {}

  constexpr uint32_t value() const { return value_; }
  constexpr size_t index() const { return value_; }

  friend constexpr auto operator<=>(StrongId, StrongId) = default;

  template <class H>
  friend H AbslHashValue(H state, StrongId id) {
    return H::combine(std::move(state), id.value_);
  }

 private:
  uint32_t value_ = 0;
};

}  // namespace overstap

template <class Tag>
struct std::hash<overstap::StrongId<Tag>> {
  size_t operator()(overstap::StrongId<Tag> id) const noexcept {
    return std::hash<uint32_t>{}(id.value());
  }
};
