// How strongly each part of a sentence asks for something.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "taxonomy/extract/document.h"
#include "taxonomy/extract/lexicon.h"
#include "taxonomy/importance.h"

namespace overstap::extract {

// A part of a sentence between commas, colons, brackets and "maar".
struct Clause {
  WordRange words;
  std::optional<Importance> strength;  // what its words say, or those of its sentence
  std::optional<int> years;            // "8 jaar", 1..60
  uint32_t negated_from = 0;           // words from here on are not asked for; words.last: none

  bool IsNegated(uint32_t word) const { return word >= negated_from; }
};

// From left to right, together the whole sentence. What makes a skill optional or not needed also
// holds for the clauses before it that do not claim anything themselves: "ervaring met TIG, MIG en
// MAG is een pre".
std::vector<Clause> ReadClauses(const Document& document, WordRange sentence,
                                const Lexicon& lexicon);

// The clause that has the word; `clauses` has one.
const Clause& ClauseOf(const std::vector<Clause>& clauses, uint32_t word);

}  // namespace overstap::extract
