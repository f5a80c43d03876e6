#include "tools/measure/shared_skills.h"

#include <algorithm>

namespace overstap::measure {

SharedSkills::SharedSkills(const Taxonomy& taxonomy)
    : taxonomy_(taxonomy), by_skill_(taxonomy.skill_count()) {
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      by_skill_[requirement.skill.index()].push_back(OccupationId(i));
    }
  }
}

void SharedSkills::FillRow(OccupationId from, std::span<float> row) const {
  std::fill(row.begin(), row.end(), 0.0F);
  const auto asked = taxonomy_.Requirements(from);
  for (const Requirement& requirement : asked) {
    for (const OccupationId to : by_skill_[requirement.skill.index()]) row[to.index()] += 1;
  }
  for (uint32_t to = 0; to < row.size(); ++to) {
    const size_t all = asked.size() + taxonomy_.Requirements(OccupationId(to)).size();
    if (row[to] > 0) row[to] /= static_cast<float>(all) - row[to];
  }
}

}  // namespace overstap::measure
