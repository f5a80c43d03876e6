// The words of labels and descriptions as numbers that are equal for one stem in one language.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/language.h"

namespace overstap::transition {

// Not thread-safe.
class WorkWords {
 public:
  // Stems of the words of the text that are no stop words and have three letters (bytes) or more,
  // in order; Dutch and English are stemmed, other languages are taken as they stand. Valid until
  // the next call.
  const std::vector<uint32_t>& Read(std::string_view text, Language language);

 private:
  uint32_t StemOf(std::string_view word, Language language);

  std::map<Language, StringMap<uint32_t>> words_;
  std::map<Language, StringMap<uint32_t>> stems_;
  uint32_t stem_count_ = 0;
  std::vector<uint32_t> read_;
};

}  // namespace overstap::transition
