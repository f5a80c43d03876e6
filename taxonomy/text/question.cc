#include "taxonomy/text/question.h"

#include <algorithm>
#include <bit>

namespace overstap::text {
namespace {

UnitId Seed(const std::vector<WeightedUnit>& units) {
  return units.empty() ? WordGraph::kNoUnit : units.front().unit;
}

bool ByUnit(const WeightedUnit& a, const WeightedUnit& b) {
  return a.unit != b.unit ? a.unit < b.unit : a.strength > b.strength;
}

bool ByStrength(const WeightedUnit& a, const WeightedUnit& b) {
  return a.strength != b.strength ? a.strength > b.strength : a.unit < b.unit;
}

// Both lists in one, each unit with its greatest strength.
std::vector<WeightedUnit> Merged(std::vector<WeightedUnit> units,
                                 const std::vector<WeightedUnit>& others) {
  units.insert(units.end(), others.begin(), others.end());
  std::sort(units.begin(), units.end(), ByUnit);
  const auto same = [](const WeightedUnit& a, const WeightedUnit& b) { return a.unit == b.unit; };
  units.erase(std::unique(units.begin(), units.end(), same), units.end());
  std::sort(units.begin(), units.end(), ByStrength);
  return units;
}

void AddFacets(const QueryWord& word, const UnitStatistics& statistics, Question* question) {
  static const std::vector<WeightedUnit> kNone;
  std::vector<UnitId> parts;
  float sum = 0;
  for (const auto& part : word.parts) {
    parts.push_back(Seed(part));
    sum += statistics.Idf(parts.back());
  }
  const float weight = statistics.WordWeight(Seed(word.whole), parts);
  const size_t count = std::max<size_t>(1, parts.size());
  for (size_t i = 0; i < count && question->facets.size() < kMostFacets; ++i) {
    const float share = sum > 0 ? statistics.Idf(parts[i]) / sum : 1 / static_cast<float>(count);
    question->facets.push_back(
        {weight * share, Merged(word.whole, parts.empty() ? kNone : word.parts[i])});
    question->weight += question->facets.back().weight;
  }
}

float Headness(const QueryWord& word, const UnitStatistics& statistics) {
  const float whole = statistics.Headness(Seed(word.whole));
  return word.parts.empty() ? whole : std::max(whole, statistics.Headness(Seed(word.parts.back())));
}

}  // namespace

void StrengthTable::Fill(std::span<const Facet> facets) {
  struct Entry {
    UnitId unit;
    FacetStrength strength;
  };
  std::vector<Entry> entries;
  for (uint32_t f = 0; f < facets.size(); ++f) {
    for (const WeightedUnit& unit : facets[f].units) {
      entries.push_back({unit.unit, {f, unit.strength}});
      bits_[(unit.unit / 64) % kWords] |= uint64_t{1} << (unit.unit % 64);
    }
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.unit < b.unit; });
  slots_.assign(std::bit_ceil(2 * entries.size() + 1), {});
  for (const Entry& entry : entries) {
    Slot& slot = slots_[SlotOf(entry.unit)];
    const auto end = static_cast<uint32_t>(strengths_.size());
    if (slot.unit == WordGraph::kNoUnit) slot = {entry.unit, end, end};
    ++slot.end;
    strengths_.push_back(entry.strength);
  }
}

// The slot of the unit, or the free one in which it would be.
size_t StrengthTable::SlotOf(UnitId unit) const {
  const size_t last = slots_.size() - 1;
  size_t slot = (unit * size_t{0x9e3779b1}) & last;
  while (slots_[slot].unit != unit && slots_[slot].unit != WordGraph::kNoUnit) {
    slot = (slot + 1) & last;
  }
  return slot;
}

std::span<const FacetStrength> StrengthTable::Find(UnitId unit) const {
  if (unit == WordGraph::kNoUnit) return {};
  const Slot& slot = slots_[SlotOf(unit)];
  return {strengths_.data() + slot.begin, strengths_.data() + slot.end};
}

Question ReadQuestion(const WordModel& words, const UnitStatistics& statistics,
                      std::string_view folded) {
  Question question;
  float best_head = -1;
  for (const QueryWord& word : words.ReadQuery(folded)) {
    AddFacets(word, statistics, &question);
    const float head = Headness(word, statistics);
    if (head <= best_head) continue;
    best_head = head;
    question.head = static_cast<uint32_t>(question.facets.size() - 1);
  }
  question.strengths.Fill(question.facets);
  return question;
}

}  // namespace overstap::text
