#include "taxonomy/text/suggest_query.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_split.h"
#include "base/text_encoding.h"
#include "taxonomy/normalise.h"
#include "taxonomy/words/stop_words.h"

namespace overstap::text {
namespace {

// Counts, label by label, the words of a text that it has.
class WordCounts {
 public:
  explicit WordCounts(const PrefixIndex* index)
      : index_(index), found_(index->label_count()), changes_(index->label_count()) {}

  // `by_changes[c]`: where the word number `number` begins a text, with at most c changes.
  void Add(uint8_t number, const std::vector<std::vector<StartRange>>& by_changes) {
    with_all_.clear();
    for (size_t c = 0; c < by_changes.size(); ++c) {
      for (const StartRange range : by_changes[c]) {
        for (uint32_t i = range.begin; i < range.end; ++i) Add(number, c, index_->LabelAt(i));
      }
    }
  }

  // The labels that have all the words added, with exactly so many changes; ascending.
  std::vector<uint32_t> Labels(int changes) {
    std::erase_if(with_all_, [&](uint32_t label) { return changes_[label] != changes; });
    std::sort(with_all_.begin(), with_all_.end());
    return std::move(with_all_);
  }

  bool empty() const { return with_all_.empty(); }

 private:
  void Add(uint8_t number, size_t changes, uint32_t label) {
    if (found_[label] != number)
      return;  // lacks an earlier word, or has this one with less changes
    found_[label] = static_cast<uint8_t>(number + 1);
    changes_[label] = static_cast<uint8_t>(changes_[label] + changes);
    with_all_.push_back(label);
  }

  const PrefixIndex* index_;
  std::vector<uint8_t> found_;  // by label: how many words
  std::vector<uint8_t> changes_;
  std::vector<uint32_t> with_all_;
};

}  // namespace

TypedText::TypedText(std::string_view text)
    : folded(Utf8Prefix(FoldLabel(Utf8Prefix(text, Suggester::kMostTextBytes)),
                        Suggester::kMostTextBytes)) {
  const std::vector<std::string> all = absl::StrSplit(ToAbsl(folded), ' ', absl::SkipEmpty());
  std::vector<std::string> content;
  for (const std::string& word : all) {
    if (&word == &all.back() || !words::IsStopWord(word)) content.push_back(word);
  }
  for (const std::string& word : content) {
    if (words.size() == Suggester::kMostWords) break;
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  }
}

int TypedText::most_changes() const {
  if (!has_words()) return MostChanges(folded);
  int changes = 0;
  for (const std::string& word : words) changes += MostChanges(word);
  return std::min(changes, TypoIndex::kMostChanges);
}

int MostChanges(std::string_view word) {
  if (word.size() < Suggester::kShortestForOne || word.size() > TypoIndex::kLongestWord) return 0;
  return word.size() < Suggester::kShortestForTwo ? 1 : 2;
}

std::vector<StartRange> LanguageLabels::Ranges(std::string_view word, int changes) const {
  if (changes > 0) return typos_.Find(word, changes);
  const StartRange range = index_.Find(word);
  if (range.begin == range.end) return {};
  return {range};
}

std::vector<uint32_t> LanguageLabels::Scattered(const std::vector<std::string>& words,
                                                int changes) const {
  WordCounts counts(&index_);
  uint8_t number = 0;
  for (const std::string& word : words) {
    std::vector<std::vector<StartRange>> by_changes;
    for (int c = 0; c <= std::min(changes, MostChanges(word)); ++c) {
      by_changes.push_back(Ranges(word, c));
    }
    counts.Add(number++, by_changes);
    if (counts.empty()) return {};
  }
  return counts.Labels(changes);
}

ByteRange LanguageLabels::Find(const TypedText& text, uint32_t label, SuggestPlace place,
                               uint32_t offset) const {
  const std::string_view folded = index_.Folded(label);
  const auto found_at = [&](std::string_view word, uint32_t begin) {
    const std::string_view rest = folded.substr(begin);
    if (rest.starts_with(word)) return PrefixDistance{0, word.size()};
    return DistanceToPrefix(word, rest);
  };
  if (place != SuggestPlace::kScattered) {
    return {offset, offset + found_at(text.folded, offset).length};
  }
  std::optional<ByteRange> leftmost;
  for (const std::string& word : text.words) {
    PrefixDistance nearest{TypoIndex::kMostChanges + 1, 0};
    ByteRange range;
    for (const uint32_t begin : index_.Starts(label)) {
      const PrefixDistance found = found_at(word, begin);
      if (found.changes >= nearest.changes) continue;
      nearest = found;
      range = {begin, begin + found.length};
    }
    if (range.end > 0 && (!leftmost || range.begin < leftmost->begin)) leftmost = range;
  }
  return leftmost.value_or(ByteRange{0, folded.size()});
}

}  // namespace overstap::text
