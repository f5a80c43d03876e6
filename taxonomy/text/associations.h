// Which word of one language stands for which of another, learnt from texts that mean the same.
#pragma once

#include <span>
#include <vector>

#include "taxonomy/text/word_graph.h"

namespace overstap::text {

// Two sets of units that name the same thing; each ascending, without doubles.
struct ParallelText {
  std::vector<UnitId> from;
  std::vector<UnitId> to;
};

struct Association {
  UnitId from = 0;
  UnitId to = 0;
  float probability = 0;  // that `to` is there because `from` is, 0..1
  float support = 0;      // expected number of texts in which it is

  friend bool operator==(const Association&, const Association&) = default;
};

// IBM model 1 (Brown et al., Computational Linguistics 19(2), 1993) with sets for sentences,
// `rounds` of expectation maximisation, from a uniform start. Gives the pairs with at least
// `least_support` and `least_probability`, by from, then to. Deterministic.
std::vector<Association> LearnAssociations(std::span<const ParallelText> texts, int rounds,
                                           float least_support, float least_probability);

}  // namespace overstap::text
