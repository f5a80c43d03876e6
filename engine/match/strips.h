// How much each document of a strip of 16 has of each term, rounded up, for 16 sums at once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace overstap::match {

// Whole numbers on every machine, so that every machine gives the same sums. Immutable after the
// last Add; thread-safe.
class Strips {
 public:
  static constexpr uint32_t kLanes = 16;  // documents of a strip
  static constexpr uint32_t kTop = 255;   // a share that is `ScaleOf` the strip

  struct Entry {
    uint32_t term = 0;
    uint32_t lane = 0;
    double share = 0;  // (0, 1]; those of one lane add up to 1
  };
  using Sums = std::array<int32_t, kLanes>;

  // The next strip. Each pair of term and lane once, ascending by term.
  void Add(std::span<const Entry> entries);

  // For every lane at least the sum over terms of strength * share, in units of
  // ScaleOf(strip) / kTop. `strengths` by term, 0..4095.
  void Sum(uint32_t strip, const int16_t* strengths, Sums* sums) const;
  // The same, without instructions that only some processors have: its oracle, and what others use.
  void SumPortable(uint32_t strip, const int16_t* strengths, Sums* sums) const;
  double ScaleOf(uint32_t strip) const { return static_cast<double>(scales_[strip]); }

  // Asks for the strip before it is needed.
  void Prefetch(uint32_t strip) const {
    const size_t first = begin_[strip];
    const size_t end = begin_[strip + 1];
    for (size_t i = first; i < end; i += 8) __builtin_prefetch(terms_.data() + i);
    for (size_t i = first; i < end; i += 2) __builtin_prefetch(shares_.data() + i * 2 * kLanes);
  }
  size_t MemoryBytes() const;

 private:
  using Terms = std::array<uint32_t, 2>;

  std::vector<uint32_t> begin_{0};  // by strip, in terms_
  std::vector<Terms> terms_;        // two by two; a last one alone is there twice
  std::vector<uint8_t> shares_;     // for each two terms 16 times a share of each, in units
  std::vector<float> scales_;
};

}  // namespace overstap::match
