#include "taxonomy/text/label_starts.h"

#include <algorithm>

#include "taxonomy/normalise.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::text {
namespace {

// How often a word of a source counts for the likelihood of a compound's parts; as word_model.cc.
constexpr double kLabelCount = 1;
constexpr double kEnglishCount = 0.2;
constexpr double kLexiconCount = 1;
constexpr double kDictionaryCount = 0.3;

// Calls `visit(offset, word)` for each word.
template <class Visit>
void ForEachWord(std::string_view folded, Visit visit) {
  for (size_t begin = 0; begin < folded.size();) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) visit(begin, folded.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

void StartFinder::Add(std::string_view folded, double count) {
  ForEachWord(folded, [&](size_t, std::string_view word) {
    if (!words::IsStopWord(word)) splitter_.Add(word, count);
  });
}

void StartFinder::Learn(const Knowledge& knowledge) {
  for (const words::LexiconEntry& entry : knowledge.lexicon) {
    if (entry.relation != words::Relation::kEnglish) Add(FoldLabel(entry.word), kLexiconCount);
    for (const std::string& other : entry.others) Add(FoldLabel(other), kLexiconCount);
  }
  for (const words::DictionaryEntry& entry : knowledge.dictionary) {
    Add(FoldLabel(entry.headword), kDictionaryCount);
  }
}

void StartFinder::Learn(std::string_view folded_label, Language language) {
  if (language != kEnglish) return Add(folded_label, kLabelCount);
  ForEachWord(folded_label, [&](size_t, std::string_view word) {
    if (word.size() > words::CompoundSplitter::kShortestPart && !words::IsStopWord(word)) {
      splitter_.Add(word, kEnglishCount);
    }
  });
}

const std::vector<uint32_t>& StartFinder::PartStarts(std::string_view word) {
  const auto [slot, is_new] = part_starts_.try_emplace(std::string(word));
  std::vector<uint32_t>& starts = slot->second;
  if (!is_new) return starts;
  size_t end = 0;
  for (const std::string& part : splitter_.Split(word)) {
    const size_t begin = word.find(part, end);
    if (begin > 0) starts.push_back(static_cast<uint32_t>(begin));
    end = begin + part.size();
  }
  return starts;
}

std::vector<LabelStart> StartFinder::FindStarts(std::string_view folded_label, Language language) {
  std::vector<LabelStart> starts;
  ForEachWord(folded_label, [&](size_t offset, std::string_view word) {
    const auto begin = static_cast<uint32_t>(offset);
    if (begin > 0 && words::IsStopWord(word)) return;
    starts.push_back({begin, begin == 0 ? StartPlace::kLabel : StartPlace::kWord});
    if (language == kEnglish) return;
    for (const uint32_t part : PartStarts(word)) {
      starts.push_back({begin + part, StartPlace::kPart});
    }
  });
  return starts;
}

}  // namespace overstap::text
