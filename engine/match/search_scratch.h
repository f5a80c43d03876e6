// What a search writes to, kept from one search of a thread to the next.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/match/kernels.h"
#include "engine/match/large_sums.h"
#include "engine/match/strip_ranges.h"
#include "engine/match/vacancy_rows.h"

namespace overstap::match {

// A term of a query: a skill, and how much it counts.
struct QueryTerm {
  uint32_t term = 0;
  uint32_t strength = 0;  // in units of 1/kStrengthOne, rounded up
};

inline constexpr uint32_t kStrengthOne = 4'095;
// More than what rounding in sums of doubles can amount to.
inline constexpr double kRoundingSlack = 1e-9;

// `strength` is 0..1.
uint32_t RoundedUpStrength(double strength);
// The least whole number of `units` that what has the score must reach.
int32_t LeastUnits(double score, double units);

// A strip and what no document in it scores more than.
struct Survivor {
  uint32_t bound = 0;
  uint32_t strip = 0;
};

struct Promising {
  double bound = 0;
  uint32_t position = 0;
};

struct SearchScratch {
  // Of the calling thread; one search at a time uses it.
  static SearchScratch& OfThread();

  std::vector<QueryTerm> terms;
  std::vector<DenseTerm> dense;    // those of `terms` that have no list
  std::vector<QueryTerm> listed;   // the others
  std::vector<int16_t> strengths;  // as Strips::TermOf; between searches 0
  VacancyRows::Matched matched;    // between searches nothing
  std::vector<StripRanges::Range> ranges;
  std::vector<StripRanges::Range> marks;
  std::vector<uint16_t> sums;           // by strip
  std::vector<uint16_t> document_sums;  // by document from a mark on
  LargeSums large_sums;
  std::vector<uint16_t> keys;  // sums of `promising`
  std::vector<Survivor> survivors;
  std::vector<Survivor> ordered;
  std::vector<Promising> promising;
  std::vector<Promising> found;  // between calls nothing
};

}  // namespace overstap::match
