// The tables of a taxonomy's occupations, to compare with slow ways to the same numbers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "taxonomy/text/concept_index.h"
#include "taxonomy/text/label_reader.h"
#include "taxonomy/text/label_table.h"
#include "taxonomy/text/passage_table.h"
#include "taxonomy/text/question.h"
#include "taxonomy/text/taxonomy_text.h"
#include "taxonomy/text/unit_statistics.h"
#include "taxonomy/text/word_model.h"
#include "tests/taxonomy/text/text_world.h"

namespace overstap::text {

struct IndexWorld {
  explicit IndexWorld(std::string_view text, const Knowledge& knowledge = Knowledge())
      : taxonomy(TextTaxonomy(text)),
        model(taxonomy, knowledge),
        texts(OccupationTexts(taxonomy)),
        reader(&model),
        statistics(model.graph().size(), texts, &reader),
        labels(texts, statistics, model.graph().size(), &reader),
        passages(texts, model.graph().size(), &reader) {}

  Question Ask(std::string_view folded) const { return ReadQuestion(model, statistics, folded); }

  const Taxonomy taxonomy;
  const WordModel model;
  const std::vector<ConceptText> texts;
  LabelReader reader;
  const UnitStatistics statistics;
  const LabelTable labels;
  const PassageTable passages;
};

// The strength with which a facet has the unit, 0 when it does not.
inline float StrengthIn(const Facet& facet, UnitId unit) {
  for (const WeightedUnit& entry : facet.units) {
    if (entry.unit == unit) return entry.strength;
  }
  return 0;
}

}  // namespace overstap::text
