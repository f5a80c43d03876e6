// A question in units: what has to be found, and what can stand for it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "taxonomy/text/unit_statistics.h"
#include "taxonomy/text/word_model.h"

namespace overstap::text {

// A piece of the question: a word, or a part of a compound.
struct Facet {
  float weight = 0;
  std::vector<WeightedUnit> units;  // strongest first, each unit once
};

struct FacetStrength {
  uint32_t facet = 0;
  float strength = 0;
};

// What each unit stands for. Most units that are asked for stand for nothing: they are turned away
// by one bit; the others are found in an open hash table, at most half full.
class StrengthTable {
 public:
  void Fill(std::span<const Facet> facets);

  // Empty for a unit that stands for nothing, and for kNoUnit.
  std::span<const FacetStrength> Of(UnitId unit) const {
    if ((bits_[(unit / 64) % kWords] >> (unit % 64) & 1) == 0) return {};
    return Find(unit);
  }

 private:
  static constexpr size_t kWords = 512;

  std::span<const FacetStrength> Find(UnitId unit) const;

  std::array<uint64_t, kWords> bits_{};
  struct Slot {
    UnitId unit = WordGraph::kNoUnit;
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  size_t SlotOf(UnitId unit) const;

  std::vector<Slot> slots_;  // a power of two of them
  std::vector<FacetStrength> strengths_;
};

// At most kMostFacets facets.
struct Question {
  std::vector<Facet> facets;
  float weight = 0;   // of all facets
  uint32_t head = 0;  // facet that says what kind of thing it is
  StrengthTable strengths;
};

inline constexpr size_t kMostFacets = 64;

Question ReadQuestion(const WordModel& words, const UnitStatistics& statistics,
                      std::string_view folded);

}  // namespace overstap::text
