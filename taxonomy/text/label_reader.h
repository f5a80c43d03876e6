// Reads the words of many labels, each different word once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/strings.h"
#include "taxonomy/language.h"
#include "taxonomy/text/word_model.h"

namespace overstap::text {

// Not thread-safe; keeps a pointer to the model.
class LabelReader {
 public:
  explicit LabelReader(const WordModel* model) : model_(model) {}

  // The words of a folded text without stop words; all words when there are only stop words. Valid
  // until the next call.
  const std::vector<std::string_view>& Words(std::string_view folded);

  const LabelWord& Read(std::string_view folded_word, Language language);

 private:
  const WordModel* model_;
  std::vector<std::string_view> words_;
  StringMap<LabelWord> english_;
  StringMap<LabelWord> other_;
};

}  // namespace overstap::text
