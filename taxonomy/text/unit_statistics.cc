#include "taxonomy/text/unit_statistics.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "taxonomy/normalise.h"

namespace overstap::text {
namespace {

constexpr uint32_t kCommonWord = 3;  // concepts

}  // namespace

UnitStatistics::UnitStatistics(size_t unit_count, std::span<const ConceptText> concepts,
                               LabelReader* reader)
    : concepts_(static_cast<float>(concepts.size())),
      frequency_(unit_count, 0),
      heads_(unit_count, 0),
      places_(unit_count, 0) {
  std::vector<UnitId> seen;
  for (const ConceptText& entry : concepts) {
    seen.clear();
    for (const FoldedLabel& label : entry.labels) {
      const auto& words = reader->Words(label.folded);
      for (const std::string_view word : words) {
        Count(reader->Read(word, label.label->language), words.size() == 1, &seen);
      }
    }
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const UnitId unit : seen) ++frequency_[unit];
  }
}

void UnitStatistics::Count(const LabelWord& word, bool alone, std::vector<UnitId>* seen) {
  const auto count = [&](UnitId unit, bool head) {
    if (unit == WordGraph::kNoUnit) return;
    seen->push_back(unit);
    ++places_[unit];
    if (head) ++heads_[unit];
  };
  count(word.whole, alone);
  for (size_t i = 0; i < word.parts.size(); ++i) {
    count(word.parts[i], alone && i + 1 == word.parts.size());
  }
}

float UnitStatistics::Idf(UnitId unit) const {
  const float found = unit == WordGraph::kNoUnit ? 0 : static_cast<float>(frequency_[unit]);
  return std::log((1 + concepts_) / (1 + found));
}

float UnitStatistics::WordWeight(UnitId whole, std::span<const UnitId> parts) const {
  if (parts.empty()) return Idf(whole);
  float sum = 0;
  for (const UnitId part : parts) sum += Idf(part);
  const bool common = whole != WordGraph::kNoUnit && frequency_[whole] >= kCommonWord;
  return std::min(sum, common ? Idf(whole) : kMostWeight * Idf(WordGraph::kNoUnit));
}

float UnitStatistics::Headness(UnitId unit) const {
  if (unit == WordGraph::kNoUnit) return 0;
  return static_cast<float>(heads_[unit]) / (static_cast<float>(places_[unit]) + 1);
}

}  // namespace overstap::text
