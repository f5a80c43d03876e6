// What the words of a text stand for, in the units of labels.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/extract/document.h"
#include "taxonomy/extract/skill_index.h"
#include "taxonomy/text/word_model.h"

namespace overstap::extract {

// Which piece of a word of the text stands for the unit.
enum class Piece : uint8_t {
  kWhole,
  kHead,      // the last part of a compound: a lasrobot is a robot
  kModifier,  // another part; says something only together with the rest
};

struct WordUnit {
  UnitId unit = 0;
  float strength = 0;  // 0..1; 1: the word itself
  Piece piece = Piece::kWhole;
};

// Reads the words of one document, each different word once. Only units that labels have, of at
// least SkillIndex::kLeastStrength, less what part of a compound they stand for. Not thread-safe;
// keeps pointers.
class WordUnitReader {
 public:
  WordUnitReader(const text::WordModel* words, const SkillIndex* index)
      : words_(*words), index_(*index) {}

  // By unit, then strongest first, each unit and piece once. Valid until the next call.
  const std::vector<WordUnit>& Read(const std::string& folded);
  // Units of the verb that a particle and the form of a verb make: "in" and "stelt".
  std::vector<WordUnit> ReadSeparated(std::string_view particle, std::string_view folded) const;

  static constexpr float kVerbForm = 0.97F;  // strength of "ingesteld" for "instellen"

 private:
  std::vector<WordUnit> Find(const std::string& folded) const;
  void AddExpanded(UnitId unit, float share, Piece piece, std::vector<WordUnit>* units) const;
  void AddVerb(std::string_view infinitive, std::vector<WordUnit>* units) const;

  const text::WordModel& words_;
  const SkillIndex& index_;
  StringMap<std::vector<WordUnit>> read_;
};

}  // namespace overstap::extract
