#include "engine/transition/work_words.h"

#include <algorithm>
#include <limits>
#include <string>

#include "taxonomy/normalise.h"
#include "taxonomy/words/stemmer.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::transition {
namespace {

constexpr uint32_t kNothing = std::numeric_limits<uint32_t>::max();
constexpr size_t kShortest = 3;

std::string Stem(std::string_view word, Language language) {
  if (language == kDutch) return words::DutchStem(word);
  if (language == kEnglish) return words::EnglishStem(word);
  return std::string(word);
}

}  // namespace

uint32_t WorkWords::StemOf(std::string_view word, Language language) {
  const auto [entry, added] = words_[language].try_emplace(std::string(word), kNothing);
  if (added && word.size() >= kShortest && !words::IsStopWord(word)) {
    const auto [stem, is_new] = stems_[language].try_emplace(Stem(word, language), stem_count_);
    if (is_new) ++stem_count_;
    entry->second = stem->second;
  }
  return entry->second;
}

const std::vector<uint32_t>& WorkWords::Read(std::string_view text, Language language) {
  read_.clear();
  const std::string folded = FoldLabel(text);
  for (size_t begin = 0; begin < folded.size();) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    const uint32_t stem = StemOf(std::string_view(folded).substr(begin, end - begin), language);
    if (stem != kNothing) read_.push_back(stem);
    begin = end + 1;
  }
  return read_;
}

}  // namespace overstap::transition
