// The text of somebody who is typing, asked of the labels of one language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "taxonomy/text/fold_map.h"
#include "taxonomy/text/prefix_index.h"
#include "taxonomy/text/suggest.h"
#include "taxonomy/text/typo_index.h"

namespace overstap::text {

struct TypedText {
  explicit TypedText(std::string_view text);

  bool empty() const { return folded.empty(); }
  // Whether words of it may be found one by one.
  bool has_words() const { return words.size() > 1 || (words.size() == 1 && words[0] != folded); }
  int most_changes() const;

  std::string folded;
  // Different ones; stop words only when they are the last, which may be unfinished, or when there
  // are no others.
  std::vector<std::string> words;
};

// How many changes the word may have.
int MostChanges(std::string_view word);

// The labels of one language. Immutable after construction; thread-safe.
class LanguageLabels {
 public:
  LanguageLabels(Language language, std::vector<SuggestLabel> labels, StartFinder* starts)
      : language_(language), index_(std::move(labels), language, starts), typos_(&index_) {}
  LanguageLabels(const LanguageLabels&) = delete;
  LanguageLabels& operator=(const LanguageLabels&) = delete;

  Language language() const { return language_; }
  const PrefixIndex& index() const { return index_; }

  // Calls `visit(label, place, offset in the folded label)` for the labels that the text matches
  // with so many changes and not with less, in order of place and label, until it gives false. A
  // label may come more than once, and labels with less changes may come as well.
  template <class Visit>
  void VisitMatches(const TypedText& text, int changes, Visit visit) const;

  // The bytes of the folded label that the text is at.
  ByteRange Find(const TypedText& text, uint32_t label, SuggestPlace place, uint32_t offset) const;

 private:
  std::vector<StartRange> Ranges(std::string_view word, int changes) const;
  // Labels that the words are in with exactly so many changes, ascending.
  std::vector<uint32_t> Scattered(const std::vector<std::string>& words, int changes) const;

  Language language_;
  PrefixIndex index_;
  TypoIndex typos_;
};

template <class Visit>
void LanguageLabels::VisitMatches(const TypedText& text, int changes, Visit visit) const {
  bool more = true;
  if (changes == 0 || !text.has_words()) {
    const std::vector<StartRange> ranges = Ranges(text.folded, changes);
    if (changes == 0 && !ranges.empty()) {
      for (uint32_t i = ranges[0].begin; more && i < ranges[0].end; ++i) {
        if (index_.PlaceAt(i) != StartPlace::kLabel || index_.TextAt(i) != text.folded) break;
        more = visit(index_.LabelAt(i), SuggestPlace::kWhole, 0);
      }
    }
    if (!more) return;
    index_.VisitInOrder(ranges, [&](uint32_t position) {
      const int place = static_cast<int>(index_.PlaceAt(position)) + 1;
      return more = visit(index_.LabelAt(position), static_cast<SuggestPlace>(place),
                          index_.OffsetAt(position));
    });
  }
  if (!more || !text.has_words()) return;
  for (const uint32_t label : Scattered(text.words, changes)) {
    if (!visit(label, SuggestPlace::kScattered, 0)) return;
  }
}

}  // namespace overstap::text
