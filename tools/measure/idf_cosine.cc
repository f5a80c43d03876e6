#include "tools/measure/idf_cosine.h"

#include <algorithm>

namespace overstap::measure {

IdfCosine::IdfCosine(const Taxonomy& taxonomy, const match::ScoringParams& scoring, bool damping) {
  std::vector<transition::SparseRow> rows(taxonomy.occupation_count());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      rows[i].emplace_back(requirement.skill.value(),
                           scoring.ImportanceWeight(requirement.importance) *
                               (damping ? taxonomy.Idf(requirement.skill) : 1));
    }
    transition::Finish(&rows[i]);
    const double length = transition::Length(rows[i]);
    for (auto& [skill, weight] : rows[i]) weight /= length;
  }
  rows_ = transition::SparseRows(rows);
  by_skill_ = rows_.Transposed();
}

void IdfCosine::FillRow(OccupationId from, std::span<float> row) const {
  std::fill(row.begin(), row.end(), 0.0F);
  for (const auto& asked : rows_.Row(from.index())) {
    for (const auto& cell : by_skill_.Row(asked.column)) {
      row[cell.column] += asked.value * cell.value;
    }
  }
}

}  // namespace overstap::measure
