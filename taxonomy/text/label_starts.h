// Where in a label the words that a person types may begin.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/language.h"
#include "taxonomy/text/knowledge.h"
#include "taxonomy/words/compounds.h"

namespace overstap::text {

enum class StartPlace : uint8_t {
  kLabel,  // the first letter of the label
  kWord,   // of a later word that is no stop word
  kPart,   // of a later part of a Dutch compound: robotoperator in lasrobotoperator
};

struct LabelStart {
  uint32_t offset = 0;  // byte of the folded label
  StartPlace place = StartPlace::kLabel;

  friend bool operator==(const LabelStart&, const LabelStart&) = default;
};

// Knows the words that compounds are made of. Immutable after the last Learn; FindStarts may then
// be called from one thread at a time, since it remembers what it has taken apart.
class StartFinder {
 public:
  void Learn(const Knowledge& knowledge);
  void Learn(std::string_view folded_label, Language language);

  // Ascending; none for an empty label. Words of English labels are not taken apart.
  std::vector<LabelStart> FindStarts(std::string_view folded_label, Language language);

 private:
  const std::vector<uint32_t>& PartStarts(std::string_view word);
  void Add(std::string_view folded, double count);

  words::CompoundSplitter splitter_;
  StringMap<std::vector<uint32_t>> part_starts_;
};

}  // namespace overstap::text
