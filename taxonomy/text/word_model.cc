#include "taxonomy/text/word_model.h"

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_split.h"
#include "taxonomy/normalise.h"
#include "taxonomy/text/associations.h"
#include "taxonomy/words/noise.h"
#include "taxonomy/words/stemmer.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::text {
namespace {

using words::LexiconEntry;
using words::Relation;

// How strongly a link says that one word stands for another, chosen on the development set by
// tools/measure/fit_lookup (docs/scoring.md).
constexpr float kSame = 0.85F;
constexpr float kBroader = 0.7F;    // from a kind to what it is a kind of
constexpr float kNarrower = 0.55F;  // and back
constexpr float kRelated = 0.45F;
constexpr float kEnglishFirst = 0.9F;  // the first Dutch word of an English one; later ones less
constexpr float kEnglishStep = 0.03F;
constexpr float kDictionary = 0.7F;
constexpr float kDictionaryStep = 0.05F;
constexpr float kRoot = 0.8F;
constexpr float kPhrasePart = 0.6F;
constexpr float kLearnt = 0.9F;
constexpr std::array<float, 3> kSpelling = {1.0F, 0.9F, 0.75F};  // by number of changes

// How often a word of a source counts for the likelihood of a compound's parts.
constexpr double kLabelCount = 1;
constexpr double kEnglishCount = 0.2;
constexpr double kLexiconCount = 1;
constexpr double kDictionaryCount = 0.3;

constexpr int kRounds = 5;
constexpr float kLeastSupport = 1.5F;
constexpr float kLeastProbability = 0.15F;
constexpr size_t kMostMendings = 3;

std::vector<std::string> Words(std::string_view folded) {
  return absl::StrSplit(ToAbsl(folded), ' ', absl::SkipEmpty());
}

void SortUnique(std::vector<UnitId>* units) {
  std::sort(units->begin(), units->end());
  units->erase(std::unique(units->begin(), units->end()), units->end());
}

}  // namespace

WordModel::WordModel(const Taxonomy& taxonomy, const Knowledge& knowledge) {
  LearnWords(taxonomy, knowledge);
  AddLexicon(knowledge);
  AddDictionary(knowledge);
  AddLearnt(taxonomy);
  AddRoots();
  spelling_.Finish();
  graph_.Finish();
}

void WordModel::AddText(std::string_view text, Language language, double count) {
  for (const std::string& word : Words(FoldLabel(text))) {
    if (words::IsStopWord(word)) continue;
    const bool english = language == kEnglish;
    if (!english || word.size() > words::CompoundSplitter::kShortestPart) {
      splitter_.Add(word, english ? count * kEnglishCount : count);
    }
    graph_.Intern(english ? words::EnglishStem(word) : words::DutchStem(word));
    if (count > 0) spelling_.Add(word);
  }
}

void WordModel::LearnWords(const Taxonomy& taxonomy, const Knowledge& knowledge) {
  for (const LexiconEntry& entry : knowledge.lexicon) {
    const bool english = entry.relation == Relation::kEnglish;
    AddText(entry.word, english ? kEnglish : kDutch, kLexiconCount);
    for (const std::string& other : entry.others) AddText(other, kDutch, kLexiconCount);
  }
  for (const words::DictionaryEntry& entry : knowledge.dictionary) {
    AddText(entry.headword, kDutch, kDictionaryCount);
  }
  const auto add_labels = [&](std::span<const Label> labels) {
    for (const Label& label : labels) AddText(label.text, label.language, kLabelCount);
  };
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) {
    add_labels(taxonomy.Labels(OccupationId(i)));
  }
  for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) add_labels(taxonomy.Labels(SkillId(i)));
}

std::string WordModel::BaseForm(std::string_view word) const {
  struct Form {
    std::string_view feminine;
    std::string_view masculine;
  };
  static constexpr std::array<Form, 10> kForms = {{{"ster", "er"},
                                                   {"trice", "teur"},
                                                   {"trice", "tor"},
                                                   {"euse", "eur"},
                                                   {"ares", "aar"},
                                                   {"ica", "icus"},
                                                   {"loge", "loog"},
                                                   {"iere", "ier"},
                                                   {"vrouw", "man"},
                                                   {"oge", "oog"}}};
  for (const Form& form : kForms) {
    if (word.size() < form.feminine.size() + 3 || !word.ends_with(form.feminine)) continue;
    std::string base(word.substr(0, word.size() - form.feminine.size()));
    base.append(form.masculine);
    if (splitter_.Knows(base)) return base;
  }
  return std::string(word);
}

UnitId WordModel::TermUnit(std::string_view term, Language language) {
  std::vector<std::string> stems;
  for (const std::string& word : Words(FoldLabel(term))) {
    if (words::IsStopWord(word)) continue;
    stems.push_back(language == kEnglish ? words::EnglishStem(word)
                                         : words::DutchStem(BaseForm(word)));
  }
  if (stems.empty()) return WordGraph::kNoUnit;
  std::string name = stems.front();
  for (size_t i = 1; i < stems.size(); ++i) StrAppend(&name, " ", stems[i]);
  const UnitId unit = graph_.Intern(name);
  if (stems.size() > 1) {
    for (const std::string& stem : stems) graph_.Link(unit, graph_.Intern(stem), kPhrasePart);
  }
  return unit;
}

void WordModel::AddLexiconEntry(const LexiconEntry& entry) {
  const bool english = entry.relation == Relation::kEnglish;
  const UnitId word = TermUnit(entry.word, english ? kEnglish : kDutch);
  if (word == WordGraph::kNoUnit) return;
  float strength = kEnglishFirst;
  for (const std::string& other : entry.others) {
    const UnitId unit = TermUnit(other, kDutch);
    if (unit == WordGraph::kNoUnit) continue;
    switch (entry.relation) {
      case Relation::kSame:
        graph_.Link(word, unit, kSame);
        graph_.Link(unit, word, kSame);
        break;
      case Relation::kKind:
        graph_.Link(word, unit, kNarrower);
        graph_.Link(unit, word, kBroader);
        break;
      case Relation::kRelated:
        graph_.Link(word, unit, kRelated);
        graph_.Link(unit, word, kRelated);
        break;
      case Relation::kEnglish:
        graph_.Link(unit, word, strength);
        graph_.Link(word, unit, strength);
        strength -= kEnglishStep;
        break;
    }
  }
}

void WordModel::AddLexicon(const Knowledge& knowledge) {
  for (const LexiconEntry& entry : knowledge.lexicon) AddLexiconEntry(entry);
}

void WordModel::AddDictionary(const Knowledge& knowledge) {
  for (const words::DictionaryEntry& entry : knowledge.dictionary) {
    const UnitId headword = TermUnit(entry.headword, kDutch);
    if (headword == WordGraph::kNoUnit) continue;
    float strength = kDictionary;
    for (const std::string& translation : entry.translations) {
      const UnitId unit = TermUnit(translation, kEnglish);
      if (unit == WordGraph::kNoUnit || strength <= 0) continue;
      graph_.Link(headword, unit, strength);
      strength -= kDictionaryStep;
    }
  }
}

// Words of the same root are linked to the root, half of the way each.
void WordModel::AddRoots() {
  const auto known = static_cast<UnitId>(graph_.size());
  for (UnitId unit = 0; unit < known; ++unit) {
    const std::string name(graph_.Name(unit));
    if (name.find(' ') != std::string::npos) continue;
    const UnitId root = graph_.Intern(StrCat("~", words::DutchRoot(name)));
    graph_.Link(unit, root, kRoot);
    graph_.Link(root, unit, 1);
  }
}

void WordModel::AddLearnt(const Taxonomy& taxonomy) {
  std::vector<ParallelText> texts;
  const auto add = [&](std::span<const Label> labels) {
    ParallelText text;
    for (const Label& label : labels) {
      const bool english = label.language == kEnglish;
      if (!english && label.language != kDutch) continue;
      for (const std::string& word : Words(FoldLabel(label.text))) {
        if (words::IsStopWord(word)) continue;
        const LabelWord read = ReadLabelWord(word, label.language);
        std::vector<UnitId>& side = english ? text.to : text.from;
        side.push_back(read.whole);
        side.insert(side.end(), read.parts.begin(), read.parts.end());
      }
    }
    std::erase(text.from, WordGraph::kNoUnit);
    std::erase(text.to, WordGraph::kNoUnit);
    SortUnique(&text.from);
    SortUnique(&text.to);
    if (!text.from.empty() && !text.to.empty()) texts.push_back(std::move(text));
  };
  for (uint32_t i = 0; i < taxonomy.occupation_count(); ++i) add(taxonomy.Labels(OccupationId(i)));
  for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) add(taxonomy.Labels(SkillId(i)));
  for (const Association& pair :
       LearnAssociations(texts, kRounds, kLeastSupport, kLeastProbability)) {
    graph_.Link(pair.from, pair.to, kLearnt * pair.probability);
  }
}

LabelWord WordModel::ReadLabelWord(std::string_view folded_word, Language language) const {
  LabelWord read;
  if (language == kEnglish) {
    read.whole = graph_.Find(words::EnglishStem(folded_word));
    return read;
  }
  read.whole = graph_.Find(words::DutchStem(BaseForm(folded_word)));
  for (const std::string& part : splitter_.Split(BaseForm(folded_word))) {
    read.parts.push_back(graph_.Find(words::DutchStem(BaseForm(part))));
  }
  return read;
}

std::vector<WeightedUnit> WordModel::Seeds(const std::string& word) const {
  std::vector<WeightedUnit> seeds;
  const auto add = [&](std::string_view stem, float strength) {
    const UnitId unit = graph_.Find(stem);
    if (unit != WordGraph::kNoUnit) seeds.push_back({unit, strength});
  };
  const std::string base = BaseForm(word);
  add(words::DutchStem(base), 1);
  add(words::EnglishStem(word), 1);
  return seeds;
}

// Two or three words that the lexicon knows as one.
void WordModel::AddPhrases(std::vector<QueryWord>* query) const {
  for (size_t length = 2; length <= 3; ++length) {
    for (size_t i = 0; i + length <= query->size(); ++i) {
      std::string dutch, english;
      for (size_t j = i; j < i + length; ++j) {
        const std::string_view space = j > i ? " " : "";
        StrAppend(&dutch, space, words::DutchStem(BaseForm((*query)[j].word)));
        StrAppend(&english, space, words::EnglishStem((*query)[j].word));
      }
      std::vector<WeightedUnit> seeds;
      for (const std::string& name : {dutch, english}) {
        const UnitId unit = graph_.Find(name);
        if (unit != WordGraph::kNoUnit) seeds.push_back({unit, 1});
      }
      if (seeds.empty()) continue;
      for (const WeightedUnit& reached : graph_.Expand(seeds)) {
        for (size_t j = i; j < i + length; ++j) (*query)[j].whole.push_back(reached);
      }
    }
  }
}

std::vector<QueryWord> WordModel::ReadQuery(std::string_view folded) const {
  std::vector<QueryWord> query;
  for (std::string& word : words::ContentWords(folded)) {
    QueryWord read;
    std::vector<WeightedUnit> seeds = Seeds(word);
    for (const std::string& part : splitter_.Split(BaseForm(word))) {
      read.parts.push_back(graph_.Expand(Seeds(part)));
    }
    if (seeds.empty() && read.parts.empty()) {
      for (const Spelling::Near& near : spelling_.Find(word, kMostMendings)) {
        for (WeightedUnit seed : Seeds(std::string(near.word))) {
          seed.strength *= kSpelling[static_cast<size_t>(near.changes)];
          seeds.push_back(seed);
        }
      }
    }
    read.whole = graph_.Expand(seeds);
    read.word = std::move(word);
    query.push_back(std::move(read));
  }
  AddPhrases(&query);
  return query;
}

}  // namespace overstap::text
