// Words that are nearly spelt like another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace overstap::text {

// Finds known words that are equal to a word once at most one letter (a byte) is dropped from each:
// all within one change (a letter added, dropped, replaced, or two swapped) of a word of 5 letters
// or more, and of a word of 9 or more also those with one letter dropped and one added elsewhere.
// By deletions, as SymSpell (Garbe, 2012).
// Immutable after Finish; then thread-safe.
class Spelling {
 public:
  void Add(std::string_view word);
  void Finish();

  struct Near {
    std::string_view word;
    int changes = 0;  // optimal string alignment distance in bytes, 1 or 2
  };
  // The nearest known words, fewest changes first, then by word; at most `limit`. Empty when the
  // word is too short or longer than kLongestWord.
  std::vector<Near> Find(std::string_view word, size_t limit) const;

  static constexpr size_t kShortestWord = 5;
  static constexpr size_t kShortestForTwo = 9;
  static constexpr size_t kLongestWord = 40;

 private:
  std::vector<std::string> words_;
  StringMap<uint32_t> ids_;
  std::vector<std::pair<uint64_t, uint32_t>> deletions_;  // hash of the word less a letter, word
};

// Optimal string alignment distance: added, dropped, replaced and swapped bytes. Oracle of
// Spelling.
int EditDistance(std::string_view a, std::string_view b);

}  // namespace overstap::text
