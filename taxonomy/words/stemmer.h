// The stem of a word: what its inflected forms have in common.
#pragma once

#include <string>
#include <string_view>

namespace overstap::words {

// Snowball stemmers (libstemmer; Porter's Dutch and English algorithms). `word` is one folded word
// (normalise.h). A word of which nothing is left stays as it is. Thread-safe.
std::string DutchStem(std::string_view word);
std::string EnglishStem(std::string_view word);

// What a verb, its doer and its result share: "las" of lassen and lasser; "reinig"
// of reinigen, reiniger and reiniging; "analys" of analyseren and analyse. Coarser
// than the stem, so weaker as proof. At least three letters; else the stem.
std::string DutchRoot(std::string_view word);

}  // namespace overstap::words
