#include "taxonomy/extract/phrases.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "taxonomy/normalise.h"

namespace overstap::extract {
namespace {

bool IsInCapitals(std::string_view phrase) {
  bool letter = false;
  for (const char c : phrase) {
    if (absl::ascii_islower(static_cast<unsigned char>(c))) return false;
    letter = letter || absl::ascii_isupper(static_cast<unsigned char>(c));
  }
  return letter;
}

bool AllInCapitals(const Document& document, WordRange words) {
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (!document.words[i].capitals) return false;
  }
  return true;
}

}  // namespace

bool PhraseTable::Add(std::string_view phrase, uint32_t value) {
  const std::string folded = FoldLabel(phrase);
  if (folded.empty()) return false;
  const auto count = static_cast<size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
  if (count > kMostWords) return false;
  const bool capitals = IsInCapitals(phrase);
  std::vector<Phrase>& same = phrases_[folded];
  for (const Phrase& other : same) {
    if (other.capitals == capitals) return other.value == value;
  }
  same.push_back({value, capitals});
  size_t& longest = longest_[folded.substr(0, folded.find(' '))];
  longest = std::max(longest, count);
  return true;
}

PhraseTable::Hit PhraseTable::FindAt(const Document& document, uint32_t at, uint32_t end) const {
  Hit best;
  const auto longest = longest_.find(document.words[at].folded);
  if (longest == longest_.end()) return best;
  std::string text;
  const auto last = std::min<size_t>(end, at + longest->second);
  for (auto i = at; i < last; ++i) {
    if (i > at) text.push_back(' ');
    text.append(document.words[i].folded);
    const auto found = phrases_.find(text);
    if (found == phrases_.end()) continue;
    for (const Phrase& phrase : found->second) {
      if (phrase.capitals && !AllInCapitals(document, {at, i + 1})) continue;
      best = {{at, i + 1}, phrase.value};
    }
  }
  return best;
}

std::vector<PhraseTable::Hit> PhraseTable::FindAll(const Document& document,
                                                   WordRange range) const {
  std::vector<Hit> hits;
  for (uint32_t at = range.first; at < range.last;) {
    const Hit hit = FindAt(document, at, range.last);
    if (hit.words.size() > 0) hits.push_back(hit);
    at = std::max(at + 1, hit.words.last);
  }
  return hits;
}

uint32_t PhraseTable::Find(std::string_view folded_word) const {
  const auto found = phrases_.find(folded_word);
  return found == phrases_.end() ? kNone : found->second.front().value;
}

}  // namespace overstap::extract
