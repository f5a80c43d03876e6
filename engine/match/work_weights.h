// What the requirements of every occupation weigh, found once: what asks how far somebody covers
// all work would look it up again for each person.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/match/coverage.h"
#include "engine/match/params.h"
#include "taxonomy/taxonomy.h"

namespace overstap::match {

// Immutable once built; then thread-safe. Some 12 bytes for each requirement of the taxonomy.
class WorkWeights {
 public:
  WorkWeights() = default;
  WorkWeights(const Taxonomy& taxonomy, const ScoringParams& params);

  // match::Coverage of the occupation's requirements, the same number to the last bit: the same
  // additions in the same order. Nothing when the occupation has none.
  std::optional<double> Coverage(const ExpandedProfile& profile, OccupationId occupation) const;

  // sum w(r); 0 when nothing is known of what the occupation asks.
  double Total(OccupationId occupation) const { return totals_[occupation.index()]; }

  // w(r), parallel to Taxonomy::Requirements.
  std::span<const double> Of(OccupationId occupation) const {
    const size_t begin = begin_[occupation.index()];
    return std::span(weights_).subspan(begin, begin_[occupation.index() + 1] - begin);
  }

 private:
  std::vector<size_t> begin_;    // in skills_ and weights_, by occupation; one more at the end
  std::vector<SkillId> skills_;  // r, as Taxonomy::Requirements has them
  std::vector<double> weights_;  // w(r)
  std::vector<double> totals_;   // by occupation
};

}  // namespace overstap::match
