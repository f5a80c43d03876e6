// From the words of a label or a question to units that can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "taxonomy/language.h"
#include "taxonomy/taxonomy.h"
#include "taxonomy/text/knowledge.h"
#include "taxonomy/text/spelling.h"
#include "taxonomy/text/word_graph.h"
#include "taxonomy/words/compounds.h"

namespace overstap::text {

// A word of a label: its stem, and the stems of its parts when it is a compound.
struct LabelWord {
  UnitId whole = 0;
  std::vector<UnitId> parts;  // head last; empty or two or more
};

// A word of a question: what it can stand for as a whole, and part by part when it is a compound.
// The seeds come first in `whole` and in each part, with strength 1 unless the spelling was mended.
struct QueryWord {
  std::string word;  // folded
  std::vector<WeightedUnit> whole;
  std::vector<std::vector<WeightedUnit>> parts;  // empty or two or more
};

// Immutable after Build; thread-safe.
class WordModel {
 public:
  WordModel(const Taxonomy& taxonomy, const Knowledge& knowledge);

  const WordGraph& graph() const { return graph_; }

  // kNoUnit for words that neither the taxonomy's labels nor the knowledge have.
  LabelWord ReadLabelWord(std::string_view folded_word, Language language) const;
  std::vector<QueryWord> ReadQuery(std::string_view folded) const;

 private:
  void LearnWords(const Taxonomy& taxonomy, const Knowledge& knowledge);
  void AddText(std::string_view text, Language language, double count);
  void AddLexicon(const Knowledge& knowledge);
  void AddLexiconEntry(const words::LexiconEntry& entry);
  void AddDictionary(const Knowledge& knowledge);
  void AddRoots();
  void AddLearnt(const Taxonomy& taxonomy);
  UnitId TermUnit(std::string_view term, Language language);
  std::string BaseForm(std::string_view word) const;
  std::vector<WeightedUnit> Seeds(const std::string& word) const;
  void AddPhrases(std::vector<QueryWord>* query) const;

  words::CompoundSplitter splitter_;
  Spelling spelling_;
  WordGraph graph_;
};

}  // namespace overstap::text
