#include "engine/match/optional_share.h"

#include "engine/match/coverage.h"

namespace overstap::match {

void BoundOptional(const ScoringParams& params, Taxonomy* taxonomy) {
  for (uint32_t i = 0; i < taxonomy->occupation_count(); ++i) {
    double optional = 0;
    double rest = 0;
    for (const Requirement& requirement : taxonomy->Requirements(OccupationId(i))) {
      const bool is_optional = requirement.importance == Importance::kOptional;
      (is_optional ? optional : rest) += RequirementWeight(requirement, *taxonomy, params);
    }
    const double most = params.most_optional * rest;
    if (rest > 0 && most > 0 && optional > most) {
      taxonomy->ShareOptional(OccupationId(i), static_cast<float>(most / optional));
    }
  }
}

}  // namespace overstap::match
