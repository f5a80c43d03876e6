#include "engine/transition/closeness.h"

#include <algorithm>
#include <bit>

#include "engine/transition/reduce.h"
#include "engine/transition/work_features.h"

namespace overstap::transition {
namespace {

constexpr size_t kLevels = 5;  // unknown and 1..4

double StepShare(const ClosenessParams& params, int from, int to) {
  if (from == 0 || to == 0) return 0;
  return to < from ? params.step_down * (from - to) : params.step_up * (to - from);
}

// Cosine of two vectors from their product and their shares, or 0 when it is less than
// kLeastLikeness. All bits or none, by the sign of what it is more: a choice without a branch, four
// at a time on every processor.
float Likeness(int32_t product, float share, float other_share) {
  const float cosine = static_cast<float>(product) * (share * other_share);
  const int32_t less = std::bit_cast<int32_t>(cosine - ClosenessModel::kLeastLikeness) >> 31;
  return std::bit_cast<float>(std::bit_cast<int32_t>(cosine) & ~less);
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
  const float likeness = Likeness(space().Product(from.index(), to.index()),
                                  space().shares()[from.index()], space().shares()[to.index()]);
  return {static_cast<double>(likeness),
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
  std::vector<int32_t> products(count * kTileRows);
  for (size_t tile = 0; tile < space().tile_count(); ++tile) {
    space().Products(first.index(), count, tile, products);
    const size_t begin = tile * kTileRows;
    const size_t cells = std::min(kTileRows, width - begin);
    for (size_t i = 0; i < count; ++i) {
      FillCells(OccupationId(first.value() + static_cast<uint32_t>(i)), begin,
                std::span(products).subspan(i * kTileRows, cells),
                rows.subspan(i * width + begin, cells));
    }
  }
}

void ClosenessModel::FillCells(OccupationId from, size_t begin, std::span<const int32_t> products,
                               std::span<float> cells) const {
  const float* const kept = kept_[static_cast<size_t>(levels_[from.index()])].data() + begin;
  const float* const shares = space().shares().data() + begin;
  const float share = space().shares()[from.index()];
  for (size_t i = 0; i < cells.size(); ++i) {
    cells[i] = kept[i] * Likeness(products[i], share, shares[i]);
  }
}

}  // namespace overstap::transition
