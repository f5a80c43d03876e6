// What somebody who is typing may be about to type.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "taxonomy/taxonomy.h"
#include "taxonomy/text/fold_map.h"
#include "taxonomy/text/knowledge.h"

namespace overstap::text {

// Where in a label the text was found, best first.
enum class SuggestPlace : uint8_t {
  kWhole,      // the text is the label
  kLabel,      // the label begins with it
  kWord,       // a later word does, and the words after it
  kPart,       // a later part of a compound does
  kScattered,  // each word of the text begins a word or part somewhere
};
inline constexpr int kSuggestPlaces = 5;

template <class Id>
struct Suggestion {
  Id id;
  const Label* label = nullptr;  // that matched; of the taxonomy
  SuggestPlace place = SuggestPlace::kWhole;
  int changes = 0;      // letters mended
  double score = 0;     // 0..1, never rises from one to the next: which class, no chance
  ByteRange highlight;  // of the label's text: what was typed, of several words the leftmost
};

// Thread-safe. Makes its index at the first text. Keeps a pointer to the taxonomy.
class Suggester {
 public:
  // `vacancies`: for each occupation how many there are, or empty.
  Suggester(const Taxonomy* taxonomy, std::shared_ptr<const Knowledge> knowledge,
            std::vector<uint32_t> vacancies);
  ~Suggester();
  Suggester(const Suggester&) = delete;
  Suggester& operator=(const Suggester&) = delete;

  // The best `limit` concepts in the order of docs/scoring.md, each once with the label that
  // matches best. Labels in the languages of `languages` come first, in that order. Empty for text
  // without letters or digits. Of the text kMostTextBytes and kMostWords words are read.
  std::vector<Suggestion<OccupationId>> Occupations(std::string_view text, size_t limit,
                                                    const LanguageOrder& languages) const;
  std::vector<Suggestion<SkillId>> Skills(std::string_view text, size_t limit,
                                          const LanguageOrder& languages) const;

  // Makes the index now, so that the first text does not wait for it.
  void Prepare() const;

  static constexpr size_t kMostTextBytes = 200;
  static constexpr size_t kMostWords = 8;
  // Letters of a typed word from which so many changes are allowed; no text has more than two.
  static constexpr size_t kShortestForOne = 4;
  static constexpr size_t kShortestForTwo = 8;

 private:
  struct Index;
  const Index& index() const;

  struct Lazy;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace overstap::text
