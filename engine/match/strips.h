// How much each document of a strip of eight has of each term, rounded up, for 16 sums at once.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/column.h"
#include "engine/match/kernels.h"

namespace overstap::match {

// Whole numbers on every machine, so that every machine gives the same sums. Immutable after the
// last Add; thread-safe.
class Strips {
 public:
  static constexpr uint32_t kLanes = Kernels::kLanes;  // documents of a strip
  static constexpr uint32_t kTop = 255;                // a share that is `ScaleOf` the strip

  struct Entry {
    uint32_t term = 0;
    uint32_t lane = 0;
    double share = 0;  // (0, 1]; those of one lane add up to 1
  };
  using Sums = std::array<int32_t, kLanes>;

  // The next strip. Each pair of term and lane once, ascending by term.
  void Add(std::span<const Entry> entries);

  // Terms that are taken together. Strengths are by TermOf, each the largest of its terms.
  static uint32_t TermOf(uint32_t term) { return term % kTerms; }
  static constexpr uint32_t kTerms = 1U << 16;

  // For every lane at least the sum over terms of strength * share, in units of
  // ScaleOf(strip) / kTop. The answer has a bit for each lane whose sum is at least `least`.
  // `strengths` are 0..4095.
  uint32_t Sum(const Kernels& kernels, uint32_t strip, const int16_t* strengths, int32_t least,
               Sums* sums) const {
    return kernels.sum_strip(PairsOf(strip), strengths, least, sums->data());
  }
  double ScaleOf(uint32_t strip) const {
    return static_cast<double>(std::bit_cast<float>(words_[begin_[strip]]));
  }

  // Asks for the strip before it is needed.
  void Prefetch(uint32_t strip) const {
    constexpr uint32_t kLine = 16;  // words
    const uint32_t end = begin_[strip + 1];
    for (uint32_t i = begin_[strip]; i < end; i += kLine) PrefetchLine(words_.data() + i);
  }
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.begin_);
    visit(self.words_);
  }
  // Whether there are `strip_count` strips, of terms below `term_count`.
  bool IsSound(size_t strip_count, size_t term_count) const;
  size_t MemoryBytes() const;

 private:
  // Two terms, the last one twice if it is alone, and for every lane a share of each, in units.
  static constexpr uint32_t kPairWords = Kernels::kPairWords;

  static void AddPairs(std::span<const Entry> entries, float scale, LargeVector<uint32_t>* words);
  std::span<const uint32_t> PairsOf(uint32_t strip) const {
    return std::span(words_).subspan(begin_[strip] + 1, begin_[strip + 1] - begin_[strip] - 1);
  }

  Column<uint32_t> begin_{{0}};  // by strip, in words_
  Column<uint32_t> words_;       // of each strip its scale and then its pairs
};

}  // namespace overstap::match
