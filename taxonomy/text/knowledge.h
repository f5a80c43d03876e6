// What the program knows of Dutch besides the taxonomy.
#pragma once

#include <string>
#include <vector>

#include "taxonomy/text/ranking.h"
#include "taxonomy/words/dictd.h"
#include "taxonomy/words/lexicon.h"

namespace overstap::text {

// All of it may be empty: then only what the taxonomy itself teaches is used.
struct Knowledge {
  std::vector<words::LexiconEntry> lexicon;
  std::vector<words::DictionaryEntry> dictionary;  // Dutch to English
  Ranking occupations;
  Ranking skills;

  // A hash over all of it: equal knowledge, equal name.
  std::string Version() const;
};

}  // namespace overstap::text
