// Labels as words and parts with weights, and how much a question and a label say of each other.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "taxonomy/text/concept_text.h"
#include "taxonomy/text/question.h"

namespace overstap::text {

struct LabelScore {
  float dice = 0;           // weight that both say / weight of both, 0..1
  float text_covered = 0;   // share of the question's weight that the label says, 0..1
  float label_covered = 0;  // share of the label's weight that the question says, 0..1
  float head = 0;           // how well the head of the label says the head of the question, 0..1
};

// Immutable after construction; thread-safe.
class LabelTable {
 public:
  // Labels of the concepts in order, as given.
  LabelTable(std::span<const ConceptText> concepts, const UnitStatistics& statistics,
             size_t unit_count, LabelReader* reader);

  size_t size() const { return labels_.size(); }
  const Label& label(uint32_t label) const { return *labels_[label].label; }
  std::string_view folded(uint32_t label) const { return folded_[label]; }

  // The label has the letters and digits of which LetterNumber made the number.
  bool HasLetters(uint32_t label, uint64_t letter_number) const {
    return labels_[label].letter_number == letter_number;
  }
  // All such labels, ascending.
  std::span<const uint32_t> LabelsWithLetters(uint64_t letter_number) const;
  static uint64_t LetterNumber(std::string_view folded);

  // Labels of a concept: first and one past the last.
  uint32_t Begin(uint32_t owner) const { return begin_[owner]; }
  uint32_t End(uint32_t owner) const { return begin_[owner + 1]; }

  uint32_t Owner(uint32_t label) const { return totals_[label].owner; }
  // What its words weigh together.
  float Weight(uint32_t label) const { return totals_[label].weight; }
  bool IsPreferred(uint32_t label) const { return preferred_[label] != 0; }

  // Labels that have the unit, ascending.
  std::span<const uint32_t> LabelsWith(UnitId unit) const {
    return {postings_.data() + posting_begin_[unit], postings_.data() + posting_begin_[unit + 1]};
  }

  // Raises `concept_covered`, one number per facet, to what the label covers of each facet.
  LabelScore Score(const Question& question, uint32_t label,
                   std::span<float> concept_covered) const;

 private:
  struct Word {
    UnitId whole = WordGraph::kNoUnit;
    float weight = 0;
    uint32_t parts_begin = 0;
    uint32_t parts_end = 0;
  };
  struct Part {
    UnitId unit = WordGraph::kNoUnit;
    float share = 0;  // of the weight of the word
  };
  struct Entry {
    const Label* label = nullptr;
    uint32_t words_begin = 0;
    uint32_t words_end = 0;
    uint32_t head = 0;  // its word that is the head
    uint64_t letter_number = 0;
  };
  // Of a label; apart from the rest of it, for the passes over thousands of labels.
  struct Total {
    uint32_t owner = 0;
    float weight = 0;
  };
  class Touch;

  void Add(uint32_t owner, const FoldedLabel& label, const UnitStatistics& statistics,
           LabelReader* reader);
  Word AddWord(const LabelWord& read, const UnitStatistics& statistics);
  void FillPostings(size_t unit_count);

  std::vector<Entry> labels_;  // ascending by owner
  std::vector<Total> totals_;
  std::vector<uint8_t> preferred_;  // by label
  std::vector<std::string> folded_;
  std::vector<uint32_t> begin_;  // of each owner, and the end
  std::vector<Word> words_;
  std::vector<Part> parts_;
  std::vector<uint32_t> posting_begin_;  // by unit, and the end
  std::vector<uint32_t> postings_;
  std::vector<uint32_t> by_letters_;  // all labels, ascending by letter number
};

}  // namespace overstap::text
