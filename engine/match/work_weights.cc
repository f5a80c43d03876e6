#include "engine/match/work_weights.h"

namespace overstap::match {

WorkWeights::WorkWeights(const Taxonomy& taxonomy, const ScoringParams& params) {
  begin_.push_back(0);
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    double total = 0;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      skills_.push_back(requirement.skill);
      weights_.push_back(RequirementWeight(requirement, taxonomy, params));
      total += weights_.back();
    }
    totals_.push_back(total);
    begin_.push_back(skills_.size());
  }
}

std::optional<double> WorkWeights::Coverage(const ExpandedProfile& profile,
                                            OccupationId occupation) const {
  const double total = Total(occupation);
  if (total <= 0) return std::nullopt;
  double covered = 0;
  for (size_t i = begin_[occupation.index()]; i < begin_[occupation.index() + 1]; ++i) {
    covered += weights_[i] * profile.Strength(skills_[i]);
  }
  return covered / total;
}

}  // namespace overstap::match
