// What a text has in common with each concept of one kind.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "taxonomy/text/concept_text.h"
#include "taxonomy/text/label_table.h"
#include "taxonomy/text/letter_index.h"
#include "taxonomy/text/passage_table.h"
#include "taxonomy/text/ranking.h"
#include "taxonomy/text/unit_statistics.h"
#include "taxonomy/text/word_model.h"

namespace overstap::text {

struct ScoredConcept {
  uint32_t owner = 0;  // number of the concept, in the order given
  uint32_t label = 0;  // its label that the text is most like
  Features features{};
};

// Immutable after construction; thread-safe. Keeps a pointer to the word model.
class ConceptIndex {
 public:
  ConceptIndex(const WordModel* words, std::span<const ConceptText> concepts);

  // The concepts that may be meant, in order of concept: the kMostCandidates best by an estimate.
  // `folded` is not empty.
  std::vector<ScoredConcept> Candidates(std::string_view folded) const;

  // All concepts that have anything in common with the text, in order of concept, without the
  // estimate: the oracle of Candidates.
  std::vector<ScoredConcept> AllConcepts(std::string_view folded) const;

  const Label& label(uint32_t label) const { return labels_.label(label); }

  static constexpr size_t kMostCandidates = 50;

 private:
  struct Likeness;

  void Compare(std::string_view folded, Likeness* likeness) const;
  void CoverLabels(Likeness* likeness) const;
  void Estimate(Likeness* likeness) const;
  std::vector<uint32_t> Likely(const Likeness& likeness) const;
  ScoredConcept ScoreConcept(const Likeness& likeness, uint32_t owner) const;

  const WordModel* words_;
  LabelReader reader_;  // while building
  UnitStatistics statistics_;
  LabelTable labels_;
  PassageTable passages_;
  std::unique_ptr<LetterIndex> letters_;
  std::vector<uint8_t> has_own_language_;
  std::vector<float> is_named_;  // 1 for a concept with labels, else 0
};

}  // namespace overstap::text
