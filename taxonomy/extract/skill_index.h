// The labels of all skills, to be found in running text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/extract/lexicon.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/word_model.h"

namespace overstap::extract {

using text::UnitId;

struct SkillLabelWord {
  UnitId unit = 0;
  float weight = 0;   // how telling: by how few skills have it; light words much less
  uint32_t word = 0;  // as the label has it, folded: SkillIndex::spelling
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

// A way to a label.
struct SkillKey {
  uint32_t label = 0;  // index
  UnitId other = 0;    // of another word that is not light; the key itself when there is none
};

// Immutable; thread-safe. Keeps no pointer to the taxonomy.
class SkillIndex {
 public:
  // Labels in Dutch and English of one to kMostWords words that are no stop words. Labels that are
  // one generic word are left out.
  SkillIndex(const Taxonomy& taxonomy, const text::WordModel& words, const Lexicon& lexicon);

  const SkillLabel& label(uint32_t index) const { return labels_[index]; }
  uint32_t label_count() const { return static_cast<uint32_t>(labels_.size()); }
  UnitId KeyOf(const SkillLabel& label) const { return words_[label.key].unit; }
  std::span<const SkillLabelWord> Words(const SkillLabel& label) const {
    return std::span(words_).subspan(label.words_begin, label.words_end - label.words_begin);
  }
  const std::string& spelling(const SkillLabelWord& word) const { return spellings_[word.word]; }
  // Labels whose key is the unit.
  std::span<const SkillKey> LabelsOf(UnitId unit) const;
  // The unit and what it is a strong synonym of, of units that labels have; kLeastStrength or more.
  std::span<const text::WeightedUnit> Near(UnitId unit) const;
  // Whether any label has the unit.
  bool Has(UnitId unit) const { return unit < frequency_.size() && frequency_[unit] > 0; }

  static constexpr size_t kMostWords = 8;
  static constexpr float kLeastStrength = 0.78F;

 private:
  uint32_t Spelling(std::string_view word);
  void AddLabel(SkillId skill, uint32_t index, const Label& label, const text::WordModel& words,
                const Lexicon& lexicon);
  void Weigh(size_t skills);
  void FillKeys(size_t units);
  void FillNear(const text::WordGraph& graph);

  std::vector<SkillLabel> labels_;
  std::vector<SkillLabelWord> words_;
  std::vector<uint32_t> frequency_;  // of each unit: skills whose labels have it
  std::vector<uint32_t> key_begin_;  // of each unit, and the end
  std::vector<SkillKey> keys_;
  std::vector<uint32_t> near_begin_;  // of each unit, and the end
  std::vector<text::WeightedUnit> near_;
  std::vector<std::string> spellings_;
  StringMap<uint32_t> spelling_of_;  // only while the index is made
};

}  // namespace overstap::extract
