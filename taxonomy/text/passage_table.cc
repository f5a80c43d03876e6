#include "taxonomy/text/passage_table.h"

#include <algorithm>
#include <tuple>

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
  thread_local std::vector<uint32_t> touched;
  of_facet.assign(concept_count_, 0);
  const auto most =
      std::max(kFewConcepts, static_cast<size_t>(kMostShare * static_cast<float>(concept_count_)));
  for (const Facet& facet : question.facets) {
    for (const WeightedUnit& unit : facet.units) {
      if (unit.strength < kFloor) break;
      if (begin_[unit.unit + 1] - begin_[unit.unit] > most) continue;
      for (uint32_t i = begin_[unit.unit]; i < begin_[unit.unit + 1]; ++i) {
        const float value = unit.strength * postings_[i].weight;
        float& best = of_facet[postings_[i].owner];
        if (value <= best) continue;
        if (best == 0) touched.push_back(postings_[i].owner);
        best = value;
      }
    }
    for (const uint32_t owner : touched) {
      (*covered)[owner] += facet.weight * of_facet[owner] / question.weight;
      of_facet[owner] = 0;
    }
    touched.clear();
  }
}

}  // namespace overstap::text
