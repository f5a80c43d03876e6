// Labels by the letters that a word or a part of a compound in them begins with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "taxonomy/source.h"
#include "taxonomy/text/label_starts.h"

namespace overstap::text {

struct SuggestLabel {
  uint32_t owner = 0;  // number of the concept
  const Label* label = nullptr;
  std::string folded;     // not empty
  uint32_t asked = 0;     // how common the concept is
  uint32_t siblings = 0;  // number of labels of the concept, in all languages
};

// Whether `a` is suggested before `b` when both match equally well (docs/scoring.md).
bool IsSuggestedBefore(const SuggestLabel& a, const SuggestLabel& b);

// Positions of starts in alphabetical order: first and one past the last.
struct StartRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  friend bool operator==(const StartRange&, const StartRange&) = default;
};

// Labels of one language. They are numbered in the order in which they are suggested; their starts
// (label_starts.h) are in alphabetical order of the text from there to the end of the label.
// Immutable after construction; thread-safe.
class PrefixIndex {
 public:
  PrefixIndex(std::vector<SuggestLabel> labels, Language language, StartFinder* starts);

  size_t label_count() const { return labels_.size(); }
  uint32_t Owner(uint32_t label) const { return labels_[label].owner; }
  const Label& label(uint32_t label) const { return *labels_[label].label; }
  // The folded label, of which no more than kMostLabelBytes is indexed.
  std::string_view Folded(uint32_t label) const;
  // Offsets of the starts of a label, ascending.
  std::span<const uint32_t> Starts(uint32_t label) const;

  size_t start_count() const { return starts_.size(); }
  uint32_t LabelAt(uint32_t position) const { return starts_[position].label; }
  uint32_t OffsetAt(uint32_t position) const {
    return starts_[position].text_begin - labels_[LabelAt(position)].text_begin;
  }
  StartPlace PlaceAt(uint32_t position) const {
    return static_cast<StartPlace>(ranks_[position] / labels_.size());
  }
  // From the start to the end of what is indexed of the label.
  std::string_view TextAt(uint32_t position) const;

  // The starts whose text begins with `prefix`.
  StartRange Find(std::string_view prefix) const;

  // Calls `visit(position)` for the starts of disjoint ranges until it gives false: by place, then
  // by label, then alphabetically. Takes O(log n) for each.
  template <class Visit>
  void VisitInOrder(std::span<const StartRange> ranges, Visit visit) const;

  static constexpr size_t kMostLabelBytes = 256;

 private:
  struct Entry {
    uint32_t owner = 0;
    const Label* label = nullptr;
    uint32_t text_begin = 0;
    uint32_t starts_begin = 0;
  };
  struct Start {
    uint32_t text_begin = 0;
    uint32_t label = 0;
  };
  struct Unsorted;
  // The best start of a range that was not visited yet.
  struct Pending {
    uint32_t rank = 0;
    uint32_t position = 0;
    StartRange range;
  };

  void Sort(std::span<Unsorted> starts, size_t depth) const;
  void FillBest();
  uint32_t Better(uint32_t a, uint32_t b) const;
  uint32_t Best(StartRange range) const;
  static bool IsLater(const Pending& a, const Pending& b);
  void Push(StartRange range, std::vector<Pending>* heap) const;
  Pending Pop(std::vector<Pending>* heap) const;

  std::string text_;  // the folded labels one after the other
  std::vector<Entry> labels_;
  std::vector<uint32_t> offsets_;  // of the starts, label by label
  std::vector<Start> starts_;
  std::vector<uint32_t> ranks_;  // of each start: place * labels + label
  std::vector<uint32_t> best_;  // tournament of starts by rank: the winner of 2i and 2i + 1 is at i
};

template <class Visit>
void PrefixIndex::VisitInOrder(std::span<const StartRange> ranges, Visit visit) const {
  std::vector<Pending> heap;
  for (const StartRange range : ranges) Push(range, &heap);
  while (!heap.empty()) {
    const Pending next = Pop(&heap);
    if (!visit(next.position)) return;
    Push({next.range.begin, next.position}, &heap);
    Push({next.position + 1, next.range.end}, &heap);
  }
}

}  // namespace overstap::text
