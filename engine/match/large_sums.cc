#include "engine/match/large_sums.h"

#include <algorithm>

namespace overstap::match {

// Bit by bit, from the highest on, without branches that depend on the keys.
uint32_t CountedLargest(const Kernels& kernels, std::span<const uint16_t> keys, size_t count,
                        uint32_t lowest) {
  if (keys.size() < count) return 0;
  uint32_t reached = 0;
  for (uint32_t bit = LargeSums::kNoEnd / 2; bit >= lowest; bit /= 2) {
    const auto least = static_cast<uint16_t>(reached | bit);
    if (kernels.count_at_least(keys.data(), keys.size(), least) >= count) reached |= bit;
  }
  return reached;
}

void LargeSums::Begin(const uint16_t* sums, const Kernels& kernels) {
  sums_ = sums;
  kernels_ = &kernels;
  runs_.clear();
  count_ = 0;
}

void LargeSums::Add(uint32_t begin, uint32_t end) {
  const size_t whole = (end - begin) / kGroup;
  const size_t needed = count_ + whole + 1 + Kernels::kAtOnce;
  if (largest_.size() < needed) largest_.resize(needed);
  runs_.push_back({begin, end, count_});
  kernels_->find_largest(sums_ + begin, whole, largest_.data() + count_);
  count_ += whole;
  const uint32_t rest = begin + static_cast<uint32_t>(whole) * kGroup;
  if (rest < end) largest_[count_++] = *std::max_element(sums_ + rest, sums_ + end);
}

uint32_t LargeSums::MaskAtLeast(uint32_t begin, uint32_t end, uint32_t least) const {
  static_assert(kGroup == 2 * Kernels::kAtOnce);
  const auto at_least = static_cast<uint16_t>(least);
  const uint16_t* const sums = sums_ + begin;
  const uint32_t mask = kernels_->at_least(sums, at_least) |
                        kernels_->at_least(sums + Kernels::kAtOnce, at_least) << Kernels::kAtOnce;
  return end - begin < kGroup ? mask & ((1U << (end - begin)) - 1) : mask;
}

}  // namespace overstap::match
