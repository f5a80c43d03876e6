#include "taxonomy/text/associations.h"

#include <algorithm>
#include <cstddef>

#include "absl/container/flat_hash_map.h"

namespace overstap::text {
namespace {

// The pairs that stand in some text together, each once, with their probability.
class PairTable {
 public:
  explicit PairTable(std::span<const ParallelText> texts) {
    for (const ParallelText& text : texts) {
      for (const UnitId to : text.to) {
        for (const UnitId from : text.from) positions_.push_back(SlotOf(from, to));
      }
    }
    probability_.assign(pairs_.size(), 1);
    support_.assign(pairs_.size(), 0);
  }

  // One round: expected counts under the probabilities, then probabilities from the counts.
  void Round(std::span<const ParallelText> texts) {
    std::fill(support_.begin(), support_.end(), 0.0F);
    const uint32_t* slot = positions_.data();
    for (const ParallelText& text : texts) {
      for (size_t i = 0; i < text.to.size(); ++i, slot += text.from.size()) {
        float sum = 0;
        for (size_t j = 0; j < text.from.size(); ++j) sum += probability_[slot[j]];
        for (size_t j = 0; j < text.from.size(); ++j) {
          support_[slot[j]] += probability_[slot[j]] / sum;
        }
      }
    }
    Normalise();
  }

  std::vector<Association> Strong(float least_support, float least_probability) const {
    std::vector<Association> strong;
    for (size_t i = 0; i < pairs_.size(); ++i) {
      if (support_[i] < least_support || probability_[i] < least_probability) continue;
      strong.push_back({static_cast<UnitId>(pairs_[i] >> 32), static_cast<UnitId>(pairs_[i]),
                        probability_[i], support_[i]});
    }
    std::sort(strong.begin(), strong.end(), [](const Association& a, const Association& b) {
      return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    return strong;
  }

 private:
  uint32_t SlotOf(UnitId from, UnitId to) {
    const uint64_t key = (uint64_t{from} << 32) | to;
    const auto [slot, is_new] = slots_.try_emplace(key, static_cast<uint32_t>(pairs_.size()));
    if (is_new) pairs_.push_back(key);
    return slot->second;
  }

  void Normalise() {
    absl::flat_hash_map<UnitId, float> total;
    for (size_t i = 0; i < pairs_.size(); ++i) {
      total[static_cast<UnitId>(pairs_[i] >> 32)] += support_[i];
    }
    for (size_t i = 0; i < pairs_.size(); ++i) {
      probability_[i] = support_[i] / total[static_cast<UnitId>(pairs_[i] >> 32)];
    }
  }

  absl::flat_hash_map<uint64_t, uint32_t> slots_;
  std::vector<uint64_t> pairs_;
  std::vector<uint32_t> positions_;  // slot of each pair of each text, in order
  std::vector<float> probability_;
  std::vector<float> support_;
};

}  // namespace

std::vector<Association> LearnAssociations(std::span<const ParallelText> texts, int rounds,
                                           float least_support, float least_probability) {
  PairTable table(texts);
  for (int round = 0; round < rounds; ++round) table.Round(texts);
  return table.Strong(least_support, least_probability);
}

}  // namespace overstap::text
