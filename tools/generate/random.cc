#include "tools/generate/random.h"

#include <limits>
#include <numeric>

namespace overstap::generate {
namespace {

std::mt19937_64 Seeded(uint64_t seed, std::string_view kind, uint64_t index) {
  std::vector<uint32_t> words;
  for (const uint64_t value : {seed, index}) {
    words.push_back(static_cast<uint32_t>(value));
    words.push_back(static_cast<uint32_t>(value >> 32));
  }
  for (const char c : kind) words.push_back(static_cast<unsigned char>(c));
  std::seed_seq sequence(words.begin(), words.end());
  return std::mt19937_64(sequence);
}

}  // namespace

Random::Random(uint64_t seed, std::string_view kind, uint64_t index)
    : engine_(Seeded(seed, kind, index)) {}

uint64_t Random::Below(uint64_t bound) {
  // The last, incomplete run of `bound` values is thrown away, or low numbers would come too often.
  constexpr uint64_t kMost = std::numeric_limits<uint64_t>::max();
  const uint64_t usable = kMost - kMost % bound;
  uint64_t value = engine_();
  while (value >= usable) value = engine_();
  return value % bound;
}

int Random::Between(int low, int high) {
  return low + static_cast<int>(Below(static_cast<uint64_t>(high - low) + 1));
}

size_t Random::Weighted(std::span<const int> weights) {
  const int64_t total = std::accumulate(weights.begin(), weights.end(), int64_t{0});
  auto left = static_cast<int64_t>(Below(static_cast<uint64_t>(total)));
  size_t index = 0;
  while (left >= weights[index]) left -= weights[index++];
  return index;
}

}  // namespace overstap::generate
