#include "taxonomy/extract/skill_index.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "base/strings.h"
#include "taxonomy/normalise.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::extract {
namespace {

constexpr float kLightShare = 0.15F;  // of the weight that a light word would have
constexpr float kLeastWeight = 0.3F;
// A word that so few skills have, or that is so long, says what it is without "toepassen" beside
// it.
constexpr uint32_t kTellingFrequency = 3;
constexpr size_t kTellingLength = 12;
constexpr size_t kShortAcronym = 5;

bool IsUpper(char c) { return absl::ascii_isupper(static_cast<unsigned char>(c)); }

}  // namespace

SkillIndex::SkillIndex(const Taxonomy& taxonomy, const text::WordModel& words,
                       const Lexicon& lexicon) {
  frequency_.assign(words.graph().size(), 0);
  std::vector<UnitId> seen;
  for (uint32_t i = 0; i < taxonomy.skill_count(); ++i) {
    const auto labels = taxonomy.Labels(SkillId(i));
    const size_t first = words_.size();
    for (uint32_t j = 0; j < labels.size(); ++j) {
      if (labels[j].language != kDutch && labels[j].language != kEnglish) continue;
      AddLabel(SkillId(i), j, labels[j], words, lexicon);
    }
    seen.clear();
    for (size_t k = first; k < words_.size(); ++k) seen.push_back(words_[k].unit);
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    for (const UnitId unit : seen) ++frequency_[unit];
  }
  Weigh(taxonomy.skill_count());
  FillKeys(words.graph().size());
  FillNear(words.graph());
  spelling_of_.clear();
}

uint32_t SkillIndex::Spelling(std::string_view word) {
  const auto next = static_cast<uint32_t>(spellings_.size());
  const auto [found, is_new] = spelling_of_.emplace(std::string(word), next);
  if (is_new) spellings_.push_back(found->first);
  return found->second;
}

void SkillIndex::AddLabel(SkillId skill, uint32_t index, const Label& label,
                          const text::WordModel& words, const Lexicon& lexicon) {
  SkillLabel added{skill, index, label.language, static_cast<uint32_t>(words_.size()), 0, 0, 0, 0};
  const std::string folded = FoldLabel(label.text);
  size_t longest = 0;
  std::vector<SkillLabelWord> read;
  for (const auto part : absl::StrSplit(folded, ' ', absl::SkipEmpty())) {
    const std::string_view word = FromAbsl(part);
    if (words::IsStopWord(word)) continue;
    const text::LabelWord units = words.ReadLabelWord(word, label.language);
    if (units.whole == text::WordGraph::kNoUnit) return;
    const bool light = lexicon.light.Find(word) != PhraseTable::kNone;
    read.push_back({units.whole, 0, Spelling(word), light});
    if (light) continue;
    ++added.required;
    longest = std::max(longest, word.size());
    added.generic =
        added.generic || word.size() < 2 || lexicon.generic.Find(word) != PhraseTable::kNone;
  }
  if (read.empty() || read.size() > kMostWords) return;
  if (added.required == 0) return;
  if (read.size() == 1 && added.generic) return;
  words_.insert(words_.end(), read.begin(), read.end());
  added.words_end = static_cast<uint32_t>(words_.size());
  added.preferred = label.kind == LabelKind::kPreferred;
  added.telling = longest >= kTellingLength;
  added.name = std::any_of(label.text.begin(), label.text.end(), IsUpper);
  added.capitals = read.size() == 1 && label.text.size() <= kShortAcronym &&
                   std::all_of(label.text.begin(), label.text.end(), IsUpper);
  labels_.push_back(added);
}

void SkillIndex::Weigh(size_t skills) {
  const auto count = static_cast<float>(skills);
  for (SkillLabelWord& word : words_) {
    const float rarity = std::log((count + 1) / (static_cast<float>(frequency_[word.unit]) + 0.5F));
    word.weight = std::max(kLeastWeight, rarity) * (word.light ? kLightShare : 1);
  }
  for (SkillLabel& label : labels_) {
    float best = -1;
    for (uint32_t i = label.words_begin; i < label.words_end; ++i) {
      label.weight += words_[i].weight;
      if (words_[i].light || words_[i].weight <= best) continue;
      best = words_[i].weight;
      label.key = i;
    }
    const bool alone = label.required == label.words_end - label.words_begin;
    const bool rare = frequency_[words_[label.key].unit] <= kTellingFrequency;
    label.telling = alone || (!label.generic && (label.telling || rare));
  }
}

void SkillIndex::FillKeys(size_t units) {
  key_begin_.assign(units + 1, 0);
  for (const SkillLabel& label : labels_) ++key_begin_[words_[label.key].unit + 1];
  for (size_t i = 1; i <= units; ++i) key_begin_[i] += key_begin_[i - 1];
  keys_.resize(labels_.size());
  std::vector<uint32_t> next(key_begin_.begin(), key_begin_.end() - 1);
  for (uint32_t i = 0; i < labels_.size(); ++i) {
    const SkillLabel& label = labels_[i];
    SkillKey key = {i, words_[label.key].unit};
    for (uint32_t k = label.words_begin; k < label.words_end; ++k) {
      if (k != label.key && !words_[k].light) key.other = words_[k].unit;
    }
    keys_[next[words_[label.key].unit]++] = key;
  }
}

void SkillIndex::FillNear(const text::WordGraph& graph) {
  near_begin_.push_back(0);
  for (UnitId unit = 0; unit < graph.size(); ++unit) {
    const text::WeightedUnit seed{unit, 1};
    for (const text::WeightedUnit& reached : graph.Expand({&seed, 1}, kLeastStrength)) {
      if (Has(reached.unit)) near_.push_back(reached);
    }
    near_begin_.push_back(static_cast<uint32_t>(near_.size()));
  }
}

std::span<const text::WeightedUnit> SkillIndex::Near(UnitId unit) const {
  if (unit + size_t{1} >= near_begin_.size()) return {};
  return std::span(near_).subspan(near_begin_[unit], near_begin_[unit + 1] - near_begin_[unit]);
}

std::span<const SkillKey> SkillIndex::LabelsOf(UnitId unit) const {
  if (unit + size_t{1} >= key_begin_.size()) return {};
  return std::span(keys_).subspan(key_begin_[unit], key_begin_[unit + 1] - key_begin_[unit]);
}

}  // namespace overstap::extract
