// Where a sentence speaks of a skill.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "taxonomy/extract/document.h"
#include "taxonomy/extract/skill_index.h"
#include "taxonomy/extract/word_units.h"

namespace overstap::extract {

struct SkillSpan {
  uint32_t label = 0;           // in the index
  double score = 0;             // 0..1; 1: all words of the label, side by side, as they are
  WordRange words;              // from the first word found to the last
  std::vector<uint32_t> found;  // words of the document, ascending
};

struct SpanParams {
  double least_score = 0.6;
  double least_across = 0.78;  // when "en" or a comma stands between the words found
  // Most words with a meaning of their own between the first and last word found, besides those.
  uint32_t most_between = 3;
  // Tries every label of the index instead of those with a key in the sentence: the same answer,
  // slowly, to compare with.
  bool every_label = false;
};

// The labels of which every word with a meaning of its own is in the sentence, in any order, near
// one another, as it is or by a strong synonym, and at least one of them as it is. Of labels that
// are found in the same words, the most telling. Ascending by first word. `language` is that of the
// sentence; labels of the other language count for less and need two words or a name. Read the
// score in docs/extraction.md.
std::vector<SkillSpan> FindSkillSpans(const Document& document, WordRange sentence,
                                      Language language, const SkillIndex& index,
                                      const Lexicon& lexicon, WordUnitReader* reader,
                                      const SpanParams& params);

// Dutch or English by the small words of the text; nothing when it has none.
std::optional<Language> LanguageOf(const Document& document, WordRange words);

}  // namespace overstap::extract
