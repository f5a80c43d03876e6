// Starts of labels that are nearly spelt like a word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "taxonomy/text/prefix_index.h"

namespace overstap::text {

// How far a text is from having the word as its beginning.
struct PrefixDistance {
  int changes = 0;
  size_t length = 0;  // of the shortest beginning of the text with the fewest changes, in bytes
};

// Optimal string alignment distance (letters added, dropped, replaced, two swapped) between the
// word and the nearest beginning of the text, exact up to TypoIndex::kMostChanges. The beginning
// has ASCII letters only, and changes are counted in bytes.
PrefixDistance DistanceToPrefix(std::string_view word, std::string_view text);

// A tree of the letters that starts begin with. Immutable after construction; thread-safe. Keeps a
// pointer to the index.
class TypoIndex {
 public:
  explicit TypoIndex(const PrefixIndex* index);

  // The starts of which the beginning is at most `changes` (0..kMostChanges) from the word:
  // disjoint and ascending. Empty for a word longer than kLongestWord.
  std::vector<StartRange> Find(std::string_view word, int changes) const;

  static constexpr int kMostChanges = 2;
  static constexpr size_t kLongestWord = 40;

 private:
  struct Node {
    StartRange range;
    uint32_t children_begin = 0;
    uint32_t children_end = 0;
    char letter = 0;  // that leads to it
  };
  // First letters of a start, zeros after its end. Side by side: to go to the text of each start
  // took three times as long.
  using Beginning = std::array<char, 16>;
  class Search;

  void AddChildren(uint32_t node, size_t depth);
  // Zero after the end.
  char Letter(uint32_t position, size_t depth) const;
  // First letters that a start has in common with the one before it; not more than a Beginning has.
  size_t SharedWithBefore(uint32_t position) const;

  const PrefixIndex* index_;
  std::vector<Beginning> beginnings_;  // by position
  std::vector<Node> nodes_;            // the first is the root
};

}  // namespace overstap::text
