#include "engine/match/search_scratch.h"

#include <algorithm>
#include <cmath>

namespace overstap::match {

uint32_t RoundedUpStrength(double strength) {
  return static_cast<uint32_t>(
      std::min<double>(std::ceil(strength * kStrengthOne * (1 + kRoundingSlack)), kStrengthOne));
}

int32_t LeastUnits(double score, double units) {
  constexpr double kLargest = 2e9;
  const double exact = std::clamp(score * units * (1 - kRoundingSlack), 1.0, kLargest);
  const auto below = static_cast<int32_t>(exact);
  return below < exact ? below + 1 : below;
}

SearchScratch& SearchScratch::OfThread() {
  thread_local SearchScratch scratch;
  return scratch;
}

}  // namespace overstap::match
