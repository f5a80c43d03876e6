// Labels that are spelt like a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace overstap::text {

// Cosine of tf-idf vectors of character 3-, 4- and 5-grams over folded labels, with a space at both
// ends. Grams that more than kMostShare of all labels, and more than kFewLabels, have say next to
// nothing and are left out (they are most of the work). Immutable after construction; thread-safe.
class LetterIndex {
 public:
  // `folded` are labels after FoldLabel; they need not outlive the constructor.
  explicit LetterIndex(std::span<const std::string_view> folded);

  // Sets (*scores)[label] to the cosine of each label with the text, 0..1, and `alike` to the
  // labels for which it is more than 0, in any order. Both are what the last call filled, or empty.
  // Texts longer than kMaxQueryBytes are cut.
  void Score(std::string_view folded_query, std::vector<float>* scores,
             std::vector<uint32_t>* alike) const;

  static constexpr size_t kMaxQueryBytes = 400;
  static constexpr double kMostShare = 0.005;
  static constexpr size_t kFewLabels = 500;

 private:
  struct Posting {
    uint32_t label;
    float weight;  // of the gram in the unit vector of the label
  };
  using GramCounts = std::vector<std::pair<uint32_t, int>>;

  void CountGrams(std::span<const std::string_view> folded, std::vector<GramCounts>* counts);
  void FillPostings(const std::vector<GramCounts>& counts);
  float Norm(const GramCounts& counts) const;

  absl::flat_hash_map<uint64_t, uint32_t> gram_ids_;
  std::vector<float> idf_;  // 0: left out
  std::vector<size_t> begin_;
  std::vector<Posting> postings_;
  size_t label_count_ = 0;
};

}  // namespace overstap::text
