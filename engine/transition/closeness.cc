#include "engine/transition/closeness.h"

#include <cmath>

#include "engine/transition/reduce.h"
#include "engine/transition/work_features.h"

namespace overstap::transition {
namespace {

constexpr size_t kLevels = 5;  // unknown and 1..4
constexpr double kUnit = double{ShortVectors::kScale} * ShortVectors::kScale;
constexpr auto kLeastProduct = static_cast<int32_t>(ClosenessModel::kLeastLikeness * kUnit);

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
  std::call_once(lazy_->once, [this] {
    lazy_->space = ShortVectors(Reduce(WorkFeatures(*taxonomy_, scoring_, params_),
                                       static_cast<size_t>(params_.dimensions)));
  });
  return lazy_->space;
}

ClosenessParts ClosenessModel::Parts(OccupationId from, OccupationId to) const {
  const int32_t product = space().Product(from.index(), to.index());
  return {product < kLeastProduct ? 0 : product / kUnit,
          StepShare(params_, levels_[from.index()], levels_[to.index()])};
}

double ClosenessModel::Closeness(OccupationId from, OccupationId to) const {
  const ClosenessParts parts = Parts(from, to);
  return (1 - parts.step) * parts.likeness;
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
  const std::vector<float>& kept = kept_[static_cast<size_t>(levels_[from.index()])];
  const auto factor = static_cast<float>(1 / kUnit);
  for (size_t to = 0; to < row.size(); ++to) {
    // All bits or none: a choice without a branch, four at a time on every processor.
    const int32_t mask = -static_cast<int32_t>(products[to] >= kLeastProduct);
    row[to] = kept[to] * (factor * static_cast<float>(products[to] & mask));
  }
}

}  // namespace overstap::transition
