// At which point each document of an index is.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/match/column.h"
#include "engine/match/vacancy_traits.h"

namespace overstap::match {

// Documents in strips as in TraitColumns. Immutable after the last Add; thread-safe.
class PointColumn {
 public:
  static constexpr uint32_t kStrip = TraitColumns::kStrip;

  void Add(uint32_t point) {
    const size_t lane = count_++ % kStrip;
    if (lane == 0) strips_.Add({});
    strips_.Edit([&](auto& strips) { strips.back()[lane] = point; });
  }

  // Bit i: the point of document strip * kStrip + i is wanted; any bit for one that is not there.
  uint32_t WantedMask(uint32_t strip, std::span<const uint8_t> points) const {
    if (points.empty()) return 0;
    const auto last = static_cast<uint32_t>(points.size() - 1);
    const auto& at = strips_[strip];
    uint32_t mask = 0;
    for (uint32_t i = 0; i < kStrip; ++i) {
      mask |= (uint32_t{points[std::min(at[i], last)] != 0} & uint32_t{at[i] <= last}) << i;
    }
    return mask;
  }

  size_t size() const { return count_; }
  bool IsSound() const { return strips_.size() == (count_ + kStrip - 1) / kStrip; }
  size_t MemoryBytes() const { return strips_.bytes(); }
  void Prefetch(uint32_t strip) const { PrefetchLine(strips_.data() + strip); }
  // Calls visit(part) for every number and column (index_image.h).
  template <class Self, class Visit>
  static void VisitParts(Self& self, Visit& visit) {
    visit(self.count_);
    visit(self.strips_);
  }

 private:
  size_t count_ = 0;
  Column<std::array<uint32_t, kStrip>> strips_;
};

}  // namespace overstap::match
