#include "engine/transition/work_space.h"

#include <cmath>
#include <map>
#include <string_view>
#include <vector>

#include "engine/transition/reduce.h"
#include "engine/transition/work_features.h"

namespace overstap::transition {
namespace {

constexpr size_t kUnitDigits = 4;
constexpr size_t kMinorDigits = 3;

void MakeUnit(std::span<double> vector) {
  double squares = 0;
  for (const double value : vector) squares += value * value;
  if (squares <= 0) return;
  for (double& value : vector) value /= std::sqrt(squares);
}

std::span<double> RowOf(DenseRows* rows, size_t row) {
  return std::span(rows->values).subspan(row * rows->dimensions, rows->dimensions);
}

// Sums of the rows by the first digits of the ISCO code, as unit vectors. Shorter codes, which are
// no code of that kind of group, are left out.
using Means = std::map<std::string_view, std::vector<double>>;

Means GroupMeans(const Taxonomy& taxonomy, DenseRows* rows, size_t digits) {
  Means means;
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    const std::string_view code = taxonomy.IscoCode(OccupationId(i));
    if (code.size() < digits) continue;
    std::vector<double>& mean = means[code.substr(0, digits)];
    mean.resize(rows->dimensions, 0);
    const std::span<const double> row = RowOf(rows, i);
    for (size_t k = 0; k < mean.size(); ++k) mean[k] += row[k];
  }
  for (auto& [code, mean] : means) MakeUnit(mean);
  return means;
}

void AddMeans(const Taxonomy& taxonomy, const Means& means, size_t digits, double share,
              DenseRows* rows) {
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    const auto found = means.find(taxonomy.IscoCode(OccupationId(i)).substr(0, digits));
    if (found == means.end()) continue;
    const std::span<double> row = RowOf(rows, i);
    for (size_t k = 0; k < row.size(); ++k) row[k] += share * found->second[k];
  }
}

}  // namespace

ShortVectors BuildWorkSpace(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                            const ClosenessParams& params) {
  DenseRows rows =
      Reduce(WorkFeatures(taxonomy, scoring, params), static_cast<size_t>(params.dimensions));
  for (size_t row = 0; row < taxonomy.occupation_count(); ++row) MakeUnit(RowOf(&rows, row));
  const Means units = GroupMeans(taxonomy, &rows, kUnitDigits);
  const Means minors = GroupMeans(taxonomy, &rows, kMinorDigits);
  AddMeans(taxonomy, units, kUnitDigits, params.isco_unit, &rows);
  AddMeans(taxonomy, minors, kMinorDigits, params.isco_minor, &rows);
  return ShortVectors(rows);
}

}  // namespace overstap::transition
