#include "taxonomy/words/stop_words.h"

#include "absl/container/flat_hash_set.h"

namespace overstap::words {

bool IsStopWord(std::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<std::string_view>{
      // Dutch
      "aan", "al", "alle", "als", "bij", "binnen", "buiten", "daar", "dan", "dat", "de", "den",
      "der", "des", "deze", "die", "dit", "door", "een", "eigen", "en", "er", "het", "hun", "ihkv",
      "iets", "in", "inzake", "is", "je", "kan", "m", "met", "mbt", "na", "naar", "niet", "nog",
      "of", "om", "omtrent", "onder", "op", "over", "per", "s", "t", "te", "tegen", "ten", "ter",
      "tot", "tussen", "uit", "uw", "van", "via", "volgens", "voor", "waar", "was", "wat", "wordt",
      "zich", "zijn", "zoals",
      // English
      "a", "an", "and", "as", "at", "be", "by", "for", "from", "into", "it", "its", "on", "or",
      "other", "out", "own", "that", "the", "their", "this", "through", "to", "up", "with", "your"};
  return kWords->contains(word);
}

}  // namespace overstap::words
