// Labels that look like a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace overstap::text {

// Cosine of tf-idf vectors of character 3-, 4- and 5-grams over folded labels, with a space at both
// ends (the baseline of docs/scoring.md). Immutable after construction; thread-safe.
class LabelIndex {
 public:
  struct Hit {
    uint32_t label = 0;  // index of the label as given
    float score = 0;     // cosine, 0..1
  };

  // `folded` are labels after FoldLabel; they need not outlive the constructor.
  explicit LabelIndex(std::span<const std::string> folded);

  // Every label that shares an n-gram with the text, in order of label. Texts longer than
  // kMaxQueryBytes are cut.
  std::vector<Hit> Score(std::string_view folded_query) const;

  static constexpr size_t kMaxQueryBytes = 400;

 private:
  struct Posting {
    uint32_t label;
    float weight;  // of the n-gram in the unit vector of the label
  };
  using GramCounts = std::vector<std::pair<uint32_t, int>>;

  void CountGrams(std::span<const std::string> folded, std::vector<GramCounts>* counts);
  void FillPostings(const std::vector<GramCounts>& counts);

  absl::flat_hash_map<uint64_t, uint32_t> gram_ids_;
  std::vector<float> idf_;
  std::vector<size_t> begin_;
  std::vector<Posting> postings_;
  size_t label_count_ = 0;
};

}  // namespace overstap::text
