// The labels of all skills, to be found in running text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "taxonomy/extract/lexicon.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/word_model.h"

namespace overstap::extract {

using text::UnitId;

struct SkillLabelWord {
  UnitId unit = 0;
  float weight = 0;  // how telling: by how few skills have it; light words much less
  bool light = false;
};

struct SkillLabel {
  SkillId skill;
  uint32_t label = 0;  // index into the labels of the skill
  Language language;
  uint32_t words_begin = 0;
  uint32_t words_end = 0;
  uint32_t required = 0;  // words that are not light
  uint32_t key = 0;       // index of the most telling word, by which it is found
  float weight = 0;       // of all words
  bool generic = false;   // its only word that is not light means nothing by itself
  bool telling = false;   // the key means something without the light words
  bool capitals = false;  // one short word in capitals, such as SQL
  bool name = false;      // has a capital: SolidWorks
  bool preferred = false;
};

// Immutable; thread-safe. Keeps no pointer to the taxonomy.
class SkillIndex {
 public:
  // Labels in Dutch and English of one to kMostWords words that are no stop words. Labels that are
  // one generic word are left out.
  SkillIndex(const Taxonomy& taxonomy, const text::WordModel& words, const Lexicon& lexicon);

  const SkillLabel& label(uint32_t index) const { return labels_[index]; }
  std::span<const SkillLabelWord> Words(const SkillLabel& label) const {
    return std::span(words_).subspan(label.words_begin, label.words_end - label.words_begin);
  }
  // Labels whose key is the unit.
  std::span<const uint32_t> LabelsOf(UnitId unit) const;
  // Whether any label has the unit.
  bool Has(UnitId unit) const { return unit < frequency_.size() && frequency_[unit] > 0; }

  static constexpr size_t kMostWords = 8;

 private:
  void AddLabel(SkillId skill, uint32_t index, const Label& label, const text::WordModel& words,
                const Lexicon& lexicon);
  void Weigh(size_t skills);
  void FillKeys(size_t units);

  std::vector<SkillLabel> labels_;
  std::vector<SkillLabelWord> words_;
  std::vector<uint32_t> frequency_;  // of each unit: skills whose labels have it
  std::vector<uint32_t> key_begin_;  // of each unit, and the end
  std::vector<uint32_t> keys_;
};

}  // namespace overstap::extract
