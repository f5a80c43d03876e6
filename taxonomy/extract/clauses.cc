#include "taxonomy/extract/clauses.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "absl/strings/numbers.h"
#include "base/strings.h"

namespace overstap::extract {
namespace {

constexpr int kMostYears = 60;

// "..., maar ..."; "... en ik kan ...".
bool BeginsClause(const Document& document, uint32_t at, uint32_t end) {
  const Word& word = document.words[at];
  static constexpr std::string_view kBorders = ",:();|";
  static constexpr std::array<std::string_view, 5> kWords = {"maar", "terwijl", "tenzij", "but",
                                                             "unless"};
  static constexpr std::array<std::string_view, 7> kSubjects = {"ik", "je",  "jij", "u",
                                                                "i",  "you", "wij"};
  if (word.before != 0 && kBorders.find(word.before) != std::string_view::npos) return true;
  if (word.folded == "en" || word.folded == "and") {
    return at + 1 < end && std::find(kSubjects.begin(), kSubjects.end(),
                                     document.words[at + 1].folded) != kSubjects.end();
  }
  return std::find(kWords.begin(), kWords.end(), word.folded) != kWords.end();
}

std::vector<Clause> Split(const Document& document, WordRange sentence) {
  std::vector<Clause> clauses;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (clauses.empty() || BeginsClause(document, i, sentence.last))
      clauses.push_back({{i, i}, {}, {}, 0});
    clauses.back().words.last = i + 1;
  }
  for (Clause& clause : clauses) clause.negated_from = clause.words.last;
  return clauses;
}

std::optional<int> YearsIn(const Document& document, WordRange words) {
  static constexpr std::array<std::string_view, 4> kUnits = {"jaar", "jaren", "years", "year"};
  for (uint32_t i = words.first; i + 1 < words.last; ++i) {
    int years = 0;
    const std::string& unit = document.words[i + 1].folded;
    if (std::find(kUnits.begin(), kUnits.end(), unit) == kUnits.end()) continue;
    if (!absl::SimpleAtoi(document.words[i].folded, &years)) continue;
    if (years >= 1 && years <= kMostYears) return years;
  }
  return std::nullopt;
}

// What the words of one clause say of it. The strongest of essential and important; optional beats
// both.
std::optional<Importance> StrengthIn(const Document& document, WordRange words,
                                     const Lexicon& lexicon) {
  std::optional<Importance> strength;
  for (const PhraseTable::Hit& hit : lexicon.strengths.FindAll(document, words)) {
    const auto found = static_cast<Importance>(hit.value);
    if (found == Importance::kOptional) return found;
    if (!strength || found < *strength) strength = found;
  }
  return strength;
}

// Marks the clause and those before it that claim nothing.
template <class Mark>
void MarkBackwards(std::vector<Clause>* clauses, size_t from, Mark mark) {
  for (size_t i = from + 1; i-- > 0;) {
    Clause& clause = (*clauses)[i];
    if (i < from && clause.strength == Importance::kEssential) break;
    mark(&clause);
  }
}

void ReadNegations(const Document& document, const Lexicon& lexicon, std::vector<Clause>* clauses) {
  for (size_t i = 0; i < clauses->size(); ++i) {
    for (const auto& hit : lexicon.negations.FindAll(document, (*clauses)[i].words)) {
      Clause& clause = (*clauses)[i];
      switch (static_cast<NegationScope>(hit.value)) {
        case NegationScope::kNone:
          break;
        case NegationScope::kForward:
          clause.negated_from = std::min(clause.negated_from, hit.words.first);
          break;
        case NegationScope::kClause:
          MarkBackwards(clauses, i,
                        [](Clause* marked) { marked->negated_from = marked->words.first; });
          break;
      }
    }
  }
}

}  // namespace

std::vector<Clause> ReadClauses(const Document& document, WordRange sentence,
                                const Lexicon& lexicon) {
  std::vector<Clause> clauses = Split(document, sentence);
  std::optional<Importance> of_sentence;
  for (Clause& clause : clauses) {
    clause.strength = StrengthIn(document, clause.words, lexicon);
    clause.years = YearsIn(document, clause.words);
    if (clause.strength == Importance::kEssential) of_sentence = clause.strength;
  }
  ReadNegations(document, lexicon, &clauses);
  const bool optional_from_start =
      !clauses.empty() && clauses.front().strength == Importance::kOptional;
  for (size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].strength != Importance::kOptional) continue;
    MarkBackwards(&clauses, i, [](Clause* marked) { marked->strength = Importance::kOptional; });
  }
  for (size_t i = 0; i < clauses.size(); ++i) {
    Clause& clause = clauses[i];
    if (!clause.strength && optional_from_start) clause.strength = Importance::kOptional;
    if (!clause.strength) clause.strength = of_sentence;
    const bool listed = i > 0 && document.words[clause.words.first].before == ',';
    if (!clause.years && listed) clause.years = clauses[i - 1].years;
  }
  return clauses;
}

const Clause& ClauseOf(const std::vector<Clause>& clauses, uint32_t word) {
  const auto after = std::upper_bound(
      clauses.begin(), clauses.end(), word,
      [](uint32_t asked, const Clause& clause) { return asked < clause.words.first; });
  return *(after == clauses.begin() ? after : after - 1);
}

}  // namespace overstap::extract
