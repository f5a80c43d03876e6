// The words of descriptions and relatives of concepts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "taxonomy/text/concept_text.h"
#include "taxonomy/text/question.h"

namespace overstap::text {

// Immutable after construction; thread-safe.
class PassageTable {
 public:
  PassageTable(std::span<const ConceptText> concepts, size_t unit_count, LabelReader* reader);

  // For each concept the share of the question's weight that its passages say, 0..1: per facet the
  // greatest product of how strongly a unit stands for it and the weight of a passage that has it.
  // Units that stand for a facet with less than kFloor are left out, as are those in the passages
  // of more than kMostShare of all concepts, when these are more than kFewConcepts.
  void Covered(const Question& question, std::vector<float>* covered) const;

  static constexpr float kFloor = 0.5F;
  static constexpr float kMostShare = 0.08F;
  static constexpr size_t kFewConcepts = 100;

 private:
  struct Posting {
    uint32_t owner = 0;
    float weight = 0;
  };

  std::vector<uint32_t> begin_;  // by unit, and the end
  std::vector<Posting> postings_;
  size_t concept_count_ = 0;
};

}  // namespace overstap::text
