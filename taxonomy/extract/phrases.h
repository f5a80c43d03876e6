// Fixed words to look for: headings, cues, licences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/extract/document.h"

namespace overstap::extract {

// Phrases of one to eight words, each with a value of the caller's. A phrase in capitals ("BIG") is
// only found in capitals. Immutable after the last Add; then thread-safe.
class PhraseTable {
 public:
  // The phrase as written; folded here. False, and nothing added, for a phrase without words, with
  // more than kMostWords, or that is there already with another value.
  bool Add(std::string_view phrase, uint32_t value);

  struct Hit {
    WordRange words;
    uint32_t value = 0;
  };
  // The longest phrase that begins at word `at` and ends before `end`; size() == 0 when none does.
  Hit FindAt(const Document& document, uint32_t at, uint32_t end) const;
  // All phrases in the range, from left to right, none overlapping the one before.
  std::vector<Hit> FindAll(const Document& document, WordRange range) const;
  // The value of a phrase that is the whole of one folded word; kNone when there is none.
  uint32_t Find(std::string_view folded_word) const;

  static constexpr uint32_t kNone = ~uint32_t{0};
  static constexpr size_t kMostWords = 8;

 private:
  struct Phrase {
    uint32_t value = 0;
    bool capitals = false;
  };

  StringMap<std::vector<Phrase>> phrases_;
  StringMap<size_t> longest_;  // number of words of the longest phrase, by first word
};

}  // namespace overstap::extract
