// Which documents have a term, and how much of it: for sums over all terms of a query, term by
// term, of so few documents at a time that their sums stay in the first-level cache.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/column.h"

namespace overstap::match {

// Lists by range between two marks and then by term, ascending by document. Immutable after Finish;
// thread-safe.
class Postings {
 public:
  static constexpr uint32_t kMaxRange = 12'288;  // documents from one mark to the next

  // Sums are in units of 1/kOne. Each term may add one unit too much, and may add too little by its
  // share and half a unit.
  static constexpr int32_t kOne = 30'720;
  // What has more terms may have too large a sum to hold.
  static constexpr size_t kMaxTerms = 2'000;

  struct Posting {
    uint16_t document = 0;  // from the mark on
    uint16_t share = 0;     // in units of 1/65536, rounded down, at most 65535
  };

  Postings() = default;
  // `marks`: ascending document numbers, 0 the first and the number of documents the last.
  Postings(size_t term_count, std::span<const uint32_t> marks);

  // First every pair of document and term is counted, documents ascending. Then they are all added
  // in the same order, with shares of (0, 1] that add up to 1 for a document.
  void Count(uint32_t term, uint32_t document);
  void StartAdding();
  void Add(uint32_t term, uint32_t document, double share);
  void Finish();

  // What the term has from the mark to the next one.
  std::span<const Posting> Of(uint32_t term, size_t mark) const {
    const uint32_t* const begin = begin_.data() + mark * term_count_ + term;
    return std::span(postings_).subspan(begin[0], begin[1] - begin[0]);
  }
  // Asks for what Of reads first, and then for what it returns, before they are needed.
  void PrefetchBegin(uint32_t term, size_t mark) const {
    PrefetchLine(begin_.data() + mark * term_count_ + term);
  }
  void Prefetch(uint32_t term, size_t mark) const {
    constexpr size_t kLine = 64 / sizeof(Posting);
    const auto list = Of(term, mark);
    for (size_t i = 0; i < list.size(); i += kLine) PrefetchLine(list.data() + i);
  }

  // Adds strength * share to the sum of every document of the list.
  static void AddUp(std::span<const Posting> list, uint32_t strength, uint16_t* sums);
  // The same, without instructions that only some processors have: its oracle, and what others use.
  static void AddUpPortable(std::span<const Posting> list, uint32_t strength, uint16_t* sums);
  // In units of 1/kOne, rounded down.
  static uint32_t StrengthOf(double strength) { return static_cast<uint32_t>(strength * kOne); }

  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.term_count_);
    visit(self.begin_);
    visit(self.postings_);
  }
  // Whether lists are of documents in the ranges of `marks`, which is all that their use asks.
  bool IsSound(size_t term_count, std::span<const uint32_t> marks) const;

  size_t MemoryBytes() const;

 private:
  size_t CursorOf(uint32_t term, uint32_t document);

  size_t term_count_ = 0;
  std::vector<uint32_t> marks_;    // until Finish
  LargeVector<uint32_t> cursors_;  // until Finish
  LargeVector<Posting> made_;      // until Finish
  size_t mark_ = 0;                // before the document that is being added
  Column<uint32_t> begin_;         // by mark and term, in postings_
  Column<Posting> postings_;
};

}  // namespace overstap::match
