// Words that say nothing about the work.
#pragma once

#include <string_view>

namespace overstap::words {

// Articles, prepositions, conjunctions and pronouns of Dutch or English. `word` is folded
// (normalise.h). Thread-safe.
bool IsStopWord(std::string_view word);

}  // namespace overstap::words
