#include "engine/match/strip_order.h"

#include <algorithm>

namespace overstap::match {

void StripOrder::EndStrip() {
  for (const uint32_t skill : touched_) largest_[skill] = 0;
  touched_.clear();
  filled_ = 0;
}

void StripOrder::Arrange(std::span<uint32_t> numbers) {
  while (!numbers.empty()) {
    const size_t count = std::min(kWindow, numbers.size());
    ArrangeWindow(numbers.first(count));
    numbers = numbers.subspan(count);
  }
}

void StripOrder::ArrangeWindow(std::span<uint32_t> numbers) {
  shares_.clear();
  begin_.assign(1, 0);
  left_.clear();
  for (const uint32_t number : numbers) {
    left_.push_back({number, static_cast<uint32_t>(begin_.size() - 1)});
    shares_of_(number, &shares_);
    begin_.push_back(static_cast<uint32_t>(shares_.size()));
  }
  for (uint32_t& number : numbers) {
    const auto next = MostAlike();
    number = next->number;
    Take(SharesAt(next->row));
    left_.erase(next);
  }
}

// The first of equals, and of all when nothing is in the strip.
std::vector<StripOrder::Left>::const_iterator StripOrder::MostAlike() const {
  auto best = left_.begin();
  if (filled_ == 0) return best;
  float most = -1;
  for (auto at = left_.begin(); at != left_.end(); ++at) {
    const float overlap = Overlap(SharesAt(at->row));
    if (overlap <= most) continue;
    most = overlap;
    best = at;
  }
  return best;
}

void StripOrder::Take(std::span<const Share> shares) {
  for (const Share& entry : shares) {
    float& largest = largest_[entry.skill];
    if (largest == 0) touched_.push_back(entry.skill);
    largest = std::max(largest, entry.share);
  }
  if (++filled_ == lanes_) EndStrip();
}

float StripOrder::Overlap(std::span<const Share> shares) const {
  float overlap = 0;
  for (const Share& entry : shares) overlap += std::min(entry.share, largest_[entry.skill]);
  return overlap;
}

}  // namespace overstap::match
