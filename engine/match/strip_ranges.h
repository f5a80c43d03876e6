// Where in an index the documents of each place and work are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/column.h"
#include "engine/match/vacancy_traits.h"

namespace overstap::match {

// Strips of documents in order of place and then of work; a place begins a strip. Marks are strips
// where a range that a query can be limited to begins: a large place is cut, small ones share one.
// Immutable after Finish; thread-safe.
class StripRanges {
 public:
  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;

    friend bool operator==(const Range&, const Range&) = default;
  };

  // Once for each strip, in order; `work` is the least in it.
  void Add(uint16_t place, uint32_t work);
  // No range between marks has more than `most` strips.
  void Finish(uint32_t most);

  // Strips that may hold something that is wanted, ascending and apart, written to `ranges`.
  void Select(const VacancyWanted& wanted, std::vector<Range>* ranges) const;
  // Ranges of marks that hold the strips of `strips`, ascending and apart, written to `marks`.
  void Cover(std::span<const Range> strips, std::vector<Range>* marks) const;

  // 0 the first and the number of strips the last.
  std::span<const uint32_t> marks() const { return marks_; }
  uint32_t strip_count() const { return static_cast<uint32_t>(works_.size()); }
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.places_);
    visit(self.place_begin_);
    visit(self.works_);
    visit(self.marks_);
  }
  // Whether ranges are of the strips there are, at most `most` of them between marks.
  bool IsSound(uint32_t most) const;
  size_t MemoryBytes() const;

 private:
  void SelectWork(const VacancyWanted& wanted, Range place, std::vector<Range>* ranges) const;

  Column<uint16_t> places_;       // ascending
  Column<uint32_t> place_begin_;  // strips; then the number of them
  Column<uint32_t> works_;        // by strip
  Column<uint32_t> marks_;
};

}  // namespace overstap::match
