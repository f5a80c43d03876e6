// Where in an index the documents of each place, level and work are.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/match/column.h"
#include "engine/match/vacancy_traits.h"

namespace overstap::match {

// Strips of documents in order of place, then of levels, then of work; a place and levels begin a
// strip. Marks are strips where a range that a query can be limited to begins: a large place is
// cut, small ones share one. Immutable after Finish; thread-safe.
class StripRanges {
 public:
  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;

    friend bool operator==(const Range&, const Range&) = default;
  };

  // Of all documents of a strip, as in VacancyTraits.
  struct Levels {
    uint8_t least = 0;
    uint8_t most = std::numeric_limits<uint8_t>::max();

    friend bool operator==(const Levels&, const Levels&) = default;
  };

  // Once for each strip, in order; `work` is the least in it.
  void Add(uint16_t place, uint32_t work, Levels levels);
  void Add(uint16_t place, uint32_t work) { Add(place, work, Levels()); }
  // No range between marks has more than `most` strips.
  void Finish(uint32_t most);

  // Strips that may hold something that is wanted, ascending and apart, written to `ranges`: all in
  // them is at wanted places and of wanted levels.
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
    visit(self.levels_);
    visit(self.begin_);
    visit(self.works_);
    visit(self.marks_);
  }
  // Whether ranges are of the strips there are, at most `most` of them between marks.
  bool IsSound(uint32_t most) const;
  size_t MemoryBytes() const;

 private:
  // Of sections, which are strips of one place and of the same levels.
  void SelectSections(const VacancyWanted& wanted, Range sections,
                      std::vector<Range>* ranges) const;
  void SelectWork(const VacancyWanted& wanted, Range strips, std::vector<Range>* ranges) const;

  Column<uint16_t> places_;  // by section, ascending
  Column<Levels> levels_;    // by section
  Column<uint32_t> begin_;   // by section, its first strip; then the number of strips
  Column<uint32_t> works_;   // by strip
  Column<uint32_t> marks_;
};

}  // namespace overstap::match
