#include "engine/transition/techniek.h"

#include <utility>

namespace overstap::transition {
namespace {

std::vector<double> SkillTechnicality(const Taxonomy& taxonomy,
                                      const std::vector<bool>& technical) {
  std::vector<double> share(taxonomy.skill_count(), 0);
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    if (!technical[i]) continue;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      share[requirement.skill.index()] += 1.0 / taxonomy.DocumentFrequency(requirement.skill);
    }
  }
  return share;
}

}  // namespace

Techniek::Techniek(model::TechniekDefinition definition, const Taxonomy& taxonomy)
    : definition_(std::move(definition)),
      technical_(taxonomy.occupation_count()),
      intensity_(taxonomy.occupation_count(), 0) {
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    technical_[i] = definition_.IncludesCode(taxonomy.IscoCode(OccupationId(i)));
    if (technical_[i]) ++count_;
  }
  const std::vector<double> technicality = SkillTechnicality(taxonomy, technical_);
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    double total = 0;
    double technical = 0;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      const double weight = taxonomy.Idf(requirement.skill);
      total += weight;
      technical += weight * technicality[requirement.skill.index()];
    }
    if (total > 0) intensity_[i] = technical / total;
  }
}

}  // namespace overstap::transition
