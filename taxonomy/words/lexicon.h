// What words of Dutch working life have to do with each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace overstap::words {

enum class Relation : uint8_t {
  kSame,     // mean the same, or nearly: docent, leraar, leerkracht
  kKind,     // the others are kinds of the first: vis, haring, zalm
  kRelated,  // belong to the same work: graf, uitvaart, begraafplaats
  kEnglish,  // the first is English, the others are Dutch for it: drain, riool, afvoer
};

std::string_view RelationName(Relation relation);
std::optional<Relation> ParseRelation(std::string_view name);

// One line: a word and those it is related to. Words are as written, folding is the reader's.
struct LexiconEntry {
  Relation relation = Relation::kSame;
  std::string word;
  std::vector<std::string> others;  // at least one

  friend bool operator==(const LexiconEntry&, const LexiconEntry&) = default;
};

// Lines of tab-separated fields: relation, word, others. Empty lines and lines that begin with '#'
// are skipped. kInvalidArgument, with "source:line: what", for a relation that does not exist, a
// line with less than three fields, an empty field, or bytes that are no UTF-8.
absl::StatusOr<std::vector<LexiconEntry>> ParseLexicon(std::string_view text,
                                                       std::string_view source);

}  // namespace overstap::words
