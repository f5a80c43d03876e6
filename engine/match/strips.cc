#include "engine/match/strips.h"

#include <algorithm>
#include <cmath>

namespace overstap::match {
namespace {

// Below it a strip's scale would let sums outgrow 32 bits.
constexpr float kLeastScale = 1.0F / 1'500;

}  // namespace

void Strips::Add(std::span<const Entry> entries) {
  float scale = kLeastScale;
  for (const Entry& entry : entries) {
    scale = std::max(scale, std::nextafter(static_cast<float>(entry.share), 2.0F));
  }
  words_.Add(std::bit_cast<uint32_t>(scale));
  words_.Edit([&](auto& words) { AddPairs(entries, scale, &words); });
  begin_.Add(static_cast<uint32_t>(words_.size()));
}

void Strips::AddPairs(std::span<const Entry> entries, float scale, LargeVector<uint32_t>* words) {
  uint32_t count = 0;
  size_t pair = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (i == 0 || entries[i - 1].term != entry.term) {
      if (count % 2 == 0) {
        pair = words->size();
        words->resize(pair + kPairWords, 0);
        (*words)[pair] = TermOf(entry.term);
      }
      (*words)[pair] = ((*words)[pair] & 0xFFFF) | TermOf(entry.term) << 16;
      ++count;
    }
    const double units = std::ceil(entry.share / static_cast<double>(scale) * kTop);
    auto* const shares = reinterpret_cast<uint8_t*>(words->data() + pair + 1);
    shares[2 * entry.lane + (count - 1) % 2] = static_cast<uint8_t>(std::min<double>(units, kTop));
  }
}

bool Strips::IsSound(size_t strip_count, size_t term_count) const {
  if (begin_.size() != strip_count + 1 || !AreBegins(begin_, words_.size())) return false;
  for (uint32_t strip = 0; strip < strip_count; ++strip) {
    if (begin_[strip + 1] == begin_[strip] || !(ScaleOf(strip) >= double{kLeastScale}))
      return false;
    const auto pairs = PairsOf(strip);
    if (pairs.size() % kPairWords != 0) return false;
    for (size_t i = 0; i < pairs.size(); i += kPairWords) {
      if ((pairs[i] & 0xFFFF) >= term_count || pairs[i] >> 16 >= term_count) return false;
    }
  }
  return true;
}

size_t Strips::MemoryBytes() const { return begin_.bytes() + words_.bytes(); }

}  // namespace overstap::match
