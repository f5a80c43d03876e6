// Searching the numbers of closeness that find the most of what experts named.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/match/params.h"
#include "engine/transition/closeness_params.h"
#include "taxonomy/taxonomy.h"
#include "tools/measure/moves.h"

namespace overstap::measure {

// Everything given outlives it. Remembers what it has measured.
class ClosenessSearch {
 public:
  ClosenessSearch(const Taxonomy& taxonomy, const match::ScoringParams& scoring, const Moves& moves)
      : taxonomy_(taxonomy), scoring_(scoring), moves_(moves) {}

  GroupTables TablesOf(const transition::ClosenessParams& params) const;

  // From `start`: one number at a time a step up or down, as long as that gains kLeastGain on the
  // origins that are not left out. What is gained on is the mean of recall@10 + 1.5 AUC, half with
  // and half without pairs of an occupation with itself. Origins are counted in order of group.
  transition::ClosenessParams Search(const transition::ClosenessParams& start,
                                     const std::set<size_t>& left_out);

  // The mean over the origins, each measured with numbers that were searched without it.
  Quality CrossValidate(const transition::ClosenessParams& start);

  static constexpr double kLeastGain = 0.0008;
  static constexpr size_t kParts = 5;

 private:
  struct Measured {
    std::vector<Quality> all;
    std::vector<Quality> others;
  };

  const Measured& Measure(const transition::ClosenessParams& params);
  double Gain(const transition::ClosenessParams& params, const std::set<size_t>& left_out);

  const Taxonomy& taxonomy_;
  const match::ScoringParams& scoring_;
  const Moves& moves_;
  std::map<std::string, Measured> measured_;
};

}  // namespace overstap::measure
