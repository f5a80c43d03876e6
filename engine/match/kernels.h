// The inner loops of a search, for any processor and for those that do more at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace overstap::match {

// A term that many blocks have: the share of every block, in units that `factor` stands for.
struct DenseTerm {
  const uint8_t* shares = nullptr;
  uint32_t factor = 0;  // 0..65535
};

// Whole numbers, so that all kernels give the same answers. Thread-safe.
struct Kernels {
  static constexpr size_t kTile = 64;      // blocks
  static constexpr size_t kGroup = 32;     // blocks
  static constexpr size_t kAtOnce = 16;    // blocks
  static constexpr size_t kLanes = 8;      // documents of a strip
  static constexpr size_t kPairWords = 5;  // two terms below 2^16, then of each lane two bytes

  // sums[i] is what shares[begin + i] of all terms add up to: each share * factor / 256, rounded
  // down, and 1 more unless the share is 0; at most 65535. `begin` and `count` are multiples of
  // kTile.
  void (*sum_dense)(std::span<const DenseTerm> terms, size_t begin, size_t count, uint16_t* sums);
  // Adds to sums[block] of every bound strength * share / 2^16, rounded down, and 1, modulo 2^16. A
  // bound is a block in its lower and a share in its upper half; `strength` is 0..65535.
  void (*add_list)(std::span<const uint32_t> bounds, uint32_t strength, uint16_t* sums);
  // largest[i] is the largest of kGroup sums from i * kGroup on, for `count` groups.
  void (*find_largest)(const uint16_t* sums, size_t count, uint16_t* largest);
  // Bit i: sums[i] is at least `least`, for kAtOnce of them.
  uint32_t (*at_least)(const uint16_t* sums, uint16_t least);
  // How many of `count` sums are at least `least`, modulo 2^16.
  uint16_t (*count_at_least)(const uint16_t* sums, size_t count, uint16_t least);
  // sums[lane] is what strengths (by term, 0..4095) times shares of all pairs add up to, modulo
  // 2^32. The answer has a bit for each of kLanes whose sum is at least `least`.
  uint32_t (*sum_strip)(std::span<const uint32_t> pairs, const int16_t* strengths, int32_t least,
                        int32_t* sums);
};

// For any processor: the oracle of the others.
const Kernels& PortableKernels();
// With registers of 256 bits (AVX2), or of 512 (AVX-512 BW and VL); null where the processor has
// none.
const Kernels* WideKernels();
const Kernels* WidestKernels();
// The fastest that this processor has, or those that a test has forced.
const Kernels& ChosenKernels();
// For tests, while nobody searches; null undoes it.
void ForceKernels(const Kernels* kernels);

}  // namespace overstap::match
