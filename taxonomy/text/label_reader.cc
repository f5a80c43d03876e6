#include "taxonomy/text/label_reader.h"

#include "taxonomy/words/stop_words.h"

namespace overstap::text {
namespace {

void SplitWords(std::string_view folded, bool with_stop_words,
                std::vector<std::string_view>* words) {
  words->clear();
  while (!folded.empty()) {
    const size_t end = folded.find(' ');
    const std::string_view word = folded.substr(0, end);
    folded.remove_prefix(end == std::string_view::npos ? folded.size() : end + 1);
    if (!word.empty() && (with_stop_words || !words::IsStopWord(word))) words->push_back(word);
  }
}

}  // namespace

const std::vector<std::string_view>& LabelReader::Words(std::string_view folded) {
  SplitWords(folded, false, &words_);
  if (words_.empty()) SplitWords(folded, true, &words_);
  return words_;
}

const LabelWord& LabelReader::Read(std::string_view folded_word, Language language) {
  StringMap<LabelWord>& known = language == kEnglish ? english_ : other_;
  const auto found = known.find(folded_word);
  if (found != known.end()) return found->second;
  return known.emplace(std::string(folded_word), model_->ReadLabelWord(folded_word, language))
      .first->second;
}

}  // namespace overstap::text
