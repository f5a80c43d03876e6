#include "taxonomy/text/passage_table.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "taxonomy/normalise.h"

namespace overstap::text {
namespace {

struct Occurrence {
  UnitId unit;
  uint32_t owner;
  float weight;
};

void AddOccurrences(uint32_t owner, const Passage& passage, LabelReader* reader,
                    std::vector<Occurrence>* occurrences) {
  if (passage.weight <= 0) return;
  const std::string folded = FoldLabel(passage.text);
  for (const std::string_view word : reader->Words(folded)) {
    const LabelWord& read = reader->Read(word, passage.language);
    if (read.whole != WordGraph::kNoUnit) {
      occurrences->push_back({read.whole, owner, passage.weight});
    }
    for (const UnitId part : read.parts) {
      if (part != WordGraph::kNoUnit) occurrences->push_back({part, owner, passage.weight});
    }
  }
}

}  // namespace

PassageTable::PassageTable(std::span<const ConceptText> concepts, size_t unit_count,
                           LabelReader* reader)
    : concept_count_(concepts.size()) {
  std::vector<Occurrence> occurrences;
  for (uint32_t owner = 0; owner < concepts.size(); ++owner) {
    for (const Passage& passage : concepts[owner].passages) {
      AddOccurrences(owner, passage, reader, &occurrences);
    }
  }
  std::sort(occurrences.begin(), occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tuple(a.unit, a.owner, -a.weight) < std::tuple(b.unit, b.owner, -b.weight);
  });
  begin_.assign(unit_count + 1, 0);
  const Occurrence* before = nullptr;
  for (const Occurrence& entry : occurrences) {
    const bool same =
        before != nullptr && before->unit == entry.unit && before->owner == entry.owner;
    before = &entry;
    if (same) continue;
    postings_.push_back({entry.owner, entry.weight});
    ++begin_[entry.unit + 1];
  }
  for (size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
}

void PassageTable::Covered(const Question& question, std::vector<float>* covered) const {
  covered->assign(concept_count_, 0);
  if (question.weight <= 0) return;  // only words that every concept has
  thread_local std::vector<float> of_facet;
  // Each concept is written down, and kept when it is new: a branch here is taken at random.
  thread_local std::vector<uint32_t> touched;
  touched.resize(std::max(touched.size(), concept_count_ + 1));
  of_facet.assign(concept_count_, 0);
  const auto most =
      std::max(kFewConcepts, static_cast<size_t>(kMostShare * static_cast<float>(concept_count_)));
  for (const Facet& facet : question.facets) {
    size_t count = 0;
    for (const WeightedUnit& unit : facet.units) {
      if (unit.strength < kFloor) break;
      if (begin_[unit.unit + 1] - begin_[unit.unit] > most) continue;
      for (uint32_t i = begin_[unit.unit]; i < begin_[unit.unit + 1]; ++i) {
        float& best = of_facet[postings_[i].owner];
        touched[count] = postings_[i].owner;
        count += best == 0 ? 1 : 0;
        best = std::max(best, unit.strength * postings_[i].weight);
      }
    }
    const float share = facet.weight / question.weight;
    for (const uint32_t owner : std::span(touched).first(count)) {
      (*covered)[owner] += share * std::exchange(of_facet[owner], 0.0F);
    }
  }
}

}  // namespace overstap::text
