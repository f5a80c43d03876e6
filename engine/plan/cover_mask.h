// Sets of skills as bits: one word, or four where one word is too small.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace overstap::plan {

// 256 bits with the operators of an unsigned integer that sets need.
class WideMask {
 public:
  constexpr WideMask() = default;
  constexpr WideMask(uint64_t low) : words_{low, 0, 0, 0} {}  // NOLINT: as an integer converts

  static constexpr WideMask Bit(int bit) {
    WideMask mask;
    mask.words_[static_cast<size_t>(bit) / 64] = uint64_t{1} << (bit % 64);
    return mask;
  }

  WideMask& operator|=(const WideMask& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  WideMask& operator&=(const WideMask& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  friend WideMask operator|(WideMask a, const WideMask& b) { return a |= b; }
  friend WideMask operator&(WideMask a, const WideMask& b) { return a &= b; }
  WideMask operator~() const {
    WideMask mask;
    for (size_t i = 0; i < words_.size(); ++i) mask.words_[i] = ~words_[i];
    return mask;
  }
  friend bool operator==(const WideMask&, const WideMask&) = default;

  template <class H>
  friend H AbslHashValue(H h, const WideMask& mask) {
    return H::combine(std::move(h), mask.words_);
  }

  const std::array<uint64_t, 4>& words() const { return words_; }

 private:
  std::array<uint64_t, 4> words_{};
};

// kMaskBits<M>: how many bits a mask has.
template <class Mask>
inline constexpr int kMaskBits = static_cast<int>(sizeof(Mask) * 8);

template <class Mask>
constexpr Mask BitMask(int bit) {
  if constexpr (sizeof(Mask) == sizeof(uint64_t)) {
    return uint64_t{1} << bit;
  } else {
    return Mask::Bit(bit);
  }
}

// std::popcount is a call where the processor is not known to have an instruction for it.
inline int CountBits(uint64_t mask) {
  int count = 0;
  for (; mask != 0; mask &= mask - 1) ++count;
  return count;
}
inline int CountBits(const WideMask& mask) {
  int count = 0;
  for (const uint64_t word : mask.words()) count += CountBits(word);
  return count;
}

// Calls f(bit) for every bit of the mask, ascending.
template <class F>
void ForEachBit(uint64_t mask, F f) {
  for (; mask != 0; mask &= mask - 1) f(std::countr_zero(mask));
}
template <class F>
void ForEachBit(const WideMask& mask, F f) {
  for (size_t i = 0; i < mask.words().size(); ++i) {
    ForEachBit(mask.words()[i], [&](int bit) { f(static_cast<int>(64 * i) + bit); });
  }
}

// Every bit of `part` is in `whole`.
template <class Mask>
bool IsWithin(const Mask& part, const Mask& whole) {
  return (part & ~whole) == Mask(0);
}

}  // namespace overstap::plan
