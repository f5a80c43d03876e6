// Licences, regulated professions, level and hours: what has a fixed form.
#pragma once

#include <optional>
#include <vector>

#include "taxonomy/extract/clauses.h"
#include "taxonomy/extract/document.h"
#include "taxonomy/extract/extraction.h"
#include "taxonomy/extract/lexicon.h"

namespace overstap::extract {

// What one sentence says; nothing of what it says is not needed. Words of a driving licence that
// name several categories ("rijbewijs B en C") give each.
std::vector<FoundLicence> FindLicences(const Document& document, WordRange sentence,
                                       const std::vector<Clause>& clauses, const Lexicon& lexicon);
std::vector<FoundRegulation> FindRegulations(const Document& document, WordRange sentence,
                                             const std::vector<Clause>& clauses,
                                             const Lexicon& lexicon);
std::vector<FoundLevel> FindLevels(const Document& document, WordRange sentence,
                                   const std::vector<Clause>& clauses, const Lexicon& lexicon);
// "32-40 uur", "36u", "24 tot 32 uur per week", 4 to 60 hours, and not a day; "fulltime" by itself
// is 36 to 40.
std::optional<FoundHours> FindHours(const Document& document, WordRange sentence);

}  // namespace overstap::extract
