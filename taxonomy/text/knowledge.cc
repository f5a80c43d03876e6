#include "taxonomy/text/knowledge.h"

#include "base/content_hash.h"

namespace overstap::text {

std::string Knowledge::Version() const {
  ContentHasher hasher;
  for (const words::LexiconEntry& entry : lexicon) {
    hasher.Add(words::RelationName(entry.relation));
    hasher.Add(entry.word);
    hasher.AddNumber(entry.others.size());
    for (const std::string& other : entry.others) hasher.Add(other);
  }
  for (const words::DictionaryEntry& entry : dictionary) {
    hasher.Add(entry.headword);
    hasher.AddNumber(entry.translations.size());
    for (const std::string& translation : entry.translations) hasher.Add(translation);
  }
  hasher.Add(FormatRanking(occupations));
  hasher.Add(FormatRanking(skills));
  return hasher.HexDigest();
}

}  // namespace overstap::text
