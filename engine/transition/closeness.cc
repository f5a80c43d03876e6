#include "engine/transition/closeness.h"

#include <algorithm>
#include <cmath>

#include "engine/transition/work_space.h"

namespace overstap::transition {
namespace {

constexpr size_t kLevels = 5;  // unknown and 1..4
constexpr double kUnit = double{ShortVectors::kScale} * ShortVectors::kScale;
constexpr auto kLeastProduct = static_cast<int32_t>(ClosenessModel::kLeastLikeness * kUnit);

// Share of the weight of each occupation's requirements, idf damped as the parameters say.
SparseRows CoverageRows(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                        double damping) {
  std::vector<SparseMap> rows(taxonomy.occupation_count());
  for (uint32_t i = 0; i < rows.size(); ++i) {
    double sum = 0;
    for (const Requirement& requirement : taxonomy.Requirements(OccupationId(i))) {
      const double weight = scoring.ImportanceWeight(requirement.importance) *
                            std::pow(taxonomy.Idf(requirement.skill), damping);
      rows[i][requirement.skill.value()] = weight;
      sum += weight;
    }
    for (auto& [skill, weight] : rows[i]) weight = sum > 0 ? weight / sum : 0;
  }
  return SparseRows(rows);
}

double SharedCoverage(std::span<const SparseRows::Cell> from,
                      std::span<const SparseRows::Cell> to) {
  double sum = 0;
  auto left = from.begin();
  for (const SparseRows::Cell& cell : to) {
    while (left != from.end() && left->column < cell.column) ++left;
    if (left != from.end() && left->column == cell.column) sum += static_cast<double>(cell.value);
  }
  return sum;
}

double StepShare(const ClosenessParams& params, int from, int to) {
  if (from == 0 || to == 0) return 0;
  return to < from ? params.step_down * (from - to) : params.step_up * (to - from);
}

}  // namespace

ClosenessModel ClosenessModel::Build(const Taxonomy* taxonomy, const match::ScoringParams& scoring,
                                     const ClosenessParams& params) {
  ClosenessModel model;
  model.taxonomy_ = taxonomy;
  model.scoring_ = scoring;
  model.params_ = params;
  model.coverage_ = CoverageRows(*taxonomy, scoring, params.damping);
  model.coverage_by_skill_ = model.coverage_.Transposed();
  for (uint32_t i = 0; i < taxonomy->occupation_count(); ++i) {
    model.levels_.push_back(taxonomy->Level(OccupationId(i)).value_or(0));
  }
  for (size_t level = 0; level < kLevels; ++level) {
    std::vector<float>& kept = model.kept_.emplace_back();
    for (const int to : model.levels_) {
      kept.push_back(static_cast<float>(1 - StepShare(params, static_cast<int>(level), to)));
    }
  }
  model.lazy_ = std::make_unique<Lazy>();
  return model;
}

const ShortVectors& ClosenessModel::space() const {
  std::call_once(lazy_->once,
                 [this] { lazy_->space = BuildWorkSpace(*taxonomy_, scoring_, params_); });
  return lazy_->space;
}

ClosenessParts ClosenessModel::Parts(OccupationId from, OccupationId to) const {
  const int32_t product = space().Product(from.index(), to.index());
  return {SharedCoverage(coverage_.Row(from.index()), coverage_.Row(to.index())),
          product < kLeastProduct ? 0 : product / kUnit,
          StepShare(params_, levels_[from.index()], levels_[to.index()])};
}

double ClosenessModel::Closeness(OccupationId from, OccupationId to) const {
  const ClosenessParts parts = Parts(from, to);
  return (1 - parts.step) * (params_.coverage * parts.coverage + params_.likeness * parts.likeness);
}

void ClosenessModel::FillRow(OccupationId from, std::span<float> row) const {
  FillRows(from, 1, row);
}

void ClosenessModel::FillRows(OccupationId first, size_t count, std::span<float> rows) const {
  const size_t width = levels_.size();
  const size_t stride = space().stride();
  std::vector<int32_t> products(count * stride);
  space().Products(first.index(), count, products);
  for (size_t i = 0; i < count; ++i) {
    FillFrom(OccupationId(first.value() + static_cast<uint32_t>(i)),
             std::span(products).subspan(i * stride, width), rows.subspan(i * width, width));
  }
}

void ClosenessModel::FillFrom(OccupationId from, std::span<const int32_t> products,
                              std::span<float> row) const {
  const auto factor = static_cast<float>(params_.likeness / kUnit);
  for (size_t to = 0; to < row.size(); ++to) {
    // All bits or none: a choice without a branch, four at a time on every processor.
    const int32_t mask = -static_cast<int32_t>(products[to] >= kLeastProduct);
    row[to] = factor * static_cast<float>(products[to] & mask);
  }
  if (params_.coverage > 0) AddCoverage(from, row);
  const std::vector<float>& kept = kept_[static_cast<size_t>(levels_[from.index()])];
  for (size_t to = 0; to < row.size(); ++to) row[to] *= kept[to];
}

void ClosenessModel::AddCoverage(OccupationId from, std::span<float> row) const {
  const auto share = static_cast<float>(params_.coverage);
  for (const SparseRows::Cell& asked : coverage_.Row(from.index())) {
    for (const SparseRows::Cell& cell : coverage_by_skill_.Row(asked.column)) {
      row[cell.column] += share * cell.value;
    }
  }
}

}  // namespace overstap::transition
