// The words by which extraction finds its way: data/extraction, in the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "taxonomy/extract/phrases.h"
#include "taxonomy/extract/section.h"
#include "taxonomy/importance.h"

namespace overstap::extract {

struct LicenceInfo {
  std::string id;    // "rijbewijs-c"
  std::string name;  // "rijbewijs C"
};

struct RegulationInfo {
  std::string id;    // "big"
  std::string name;  // "BIG-geregistreerd beroep"
  std::string rule;  // the law or regulation
};

struct LevelInfo {
  int level = 1;     // ISCO skill level 1..4
  std::string name;  // "mbo-4"
};

enum class NegationScope : uint8_t {
  kNone,     // looks like a negation and is none: "niet alleen"
  kForward,  // from the words to the end of the clause: "geen"
  kClause,   // the whole clause and those before it that claim nothing: "niet vereist"
};

// Immutable; thread-safe. Values of the tables are what the comments say.
struct Lexicon {
  PhraseTable heads;             // Section
  PhraseTable cues;              // Section
  PhraseTable documents;         // DocumentKind
  PhraseTable strengths;         // Importance
  PhraseTable negations;         // NegationScope
  PhraseTable skill_leads;       // 0
  PhraseTable occupation_leads;  // 0
  PhraseTable light;             // 0; words of labels that carry little meaning
  PhraseTable generic;           // 0; words that mean nothing as a skill by themselves
  PhraseTable ignored;           // 0; names in capitals that are no skill
  PhraseTable licence_patterns;  // index into licences
  PhraseTable regulated_patterns;
  PhraseTable level_patterns;
  std::vector<LicenceInfo> licences;
  std::vector<RegulationInfo> regulations;
  std::vector<LevelInfo> levels;
};

// Tab-separated lines; empty ones and those that begin with '#' are skipped. `phrases` has lines of
// kind, value and phrases, `licences` of kind, id, name (and rule) and patterns, as the first lines
// of data/extraction/phrases.tsv and licences.tsv say. kInvalidArgument with "source:line: what"
// for a kind or value that does not exist, a field that is empty or missing, or a phrase that
// stands there with another value too.
absl::StatusOr<Lexicon> ParseLexicon(std::string_view phrases, std::string_view licences);

// The one that the program carries.
const Lexicon& DefaultLexicon();

}  // namespace overstap::extract
