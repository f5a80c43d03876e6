// How telling units are among the labels of one kind of concept.
#pragma once

#include <span>
#include <vector>

#include "taxonomy/text/concept_text.h"
#include "taxonomy/text/label_reader.h"
#include "taxonomy/text/word_graph.h"

namespace overstap::text {

// Immutable after construction; thread-safe.
class UnitStatistics {
 public:
  UnitStatistics() = default;
  UnitStatistics(size_t unit_count, std::span<const ConceptText> concepts, LabelReader* reader);

  // ln((1 + N) / (1 + n)) for N concepts of which n have the unit in a label; ln(1 + N) for
  // kNoUnit.
  float Idf(UnitId unit) const;

  // Of a word in a label or question. A compound weighs what its parts weigh together, at most
  // kMostWeight times a word that no label has; and at most what the whole weighs when that is a
  // common word, in labels of three concepts or more.
  float WordWeight(UnitId whole, std::span<const UnitId> parts) const;

  // Share of its places in labels, and one place more, at which the unit is the head of a label of
  // one word, 0..1.
  float Headness(UnitId unit) const;

  static constexpr float kMostWeight = 1.5F;

 private:
  void Count(const LabelWord& word, bool alone, std::vector<UnitId>* seen);

  float concepts_ = 0;
  std::vector<uint32_t> frequency_;
  std::vector<uint32_t> heads_;
  std::vector<uint32_t> places_;
};

}  // namespace overstap::text
