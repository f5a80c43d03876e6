// Dutch compounds taken apart: lasrobotoperator = las + robot + operator.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"

namespace overstap::words {

// Knows words and how common they are; splits a longer word into words that it knows. The linking
// letters between two parts (s, e, en, n) belong to none of them. The head is the last part.
// Immutable after the last Add; then thread-safe.
class CompoundSplitter {
 public:
  // `word` is folded; `count` > 0 says how often it is seen. Adds up.
  // Words of less than kShortestPart letters (bytes) are not kept.
  void Add(std::string_view word, double count);

  bool Knows(std::string_view word) const { return counts_.contains(word); }

  // The most likely parts in order, two or more; empty when the word is not made of known words or
  // is shorter or longer than a compound can be (6 to 60 letters). The likelihood of a split is the
  // product of the share of each part in all words and a cost for each part, greater for one of
  // kShortestPart letters, and for each link.
  std::vector<std::string> Split(std::string_view word) const;

  static constexpr size_t kShortestPart = 3;
  static constexpr size_t kShortestCompound = 6;
  static constexpr size_t kLongestCompound = 60;

 private:
  // Letters at the end of a word that begins at a place: how well it can be read.
  struct Reading {
    double log_likelihood = 0;
    size_t part_begin = 0;
    size_t part_length = 0;  // 0: there is no reading
    size_t previous_end = 0;
  };

  double LogShare(std::string_view part) const;  // of a known word; else minus infinity
  void Extend(std::string_view word, size_t begin, std::vector<Reading>* readings) const;

  StringMap<double> counts_;
  double total_ = 0;
};

}  // namespace overstap::words
