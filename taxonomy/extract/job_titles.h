// Where a text names an occupation.
#pragma once

#include <optional>
#include <vector>

#include "taxonomy/extract/document.h"
#include "taxonomy/extract/layout.h"
#include "taxonomy/extract/lexicon.h"

namespace overstap::extract {

// Words that may be a job title; a look-up decides.
struct JobTitle {
  WordRange words;
  std::optional<int> years;  // of work, 0..60
  std::optional<int> until;  // calendar year, 1950..2100
};

// Of a vacancy: its first line and what follows "functie:" or "wij zoeken een". Of a CV: the lines
// of the work experience ("2015-2020 lasser bij ...") and what follows "gewerkt als". Of a course:
// what follows "opleiding tot". In order of the text, at most kMostJobTitles.
std::vector<JobTitle> FindJobTitles(const Document& document, const Layout& layout,
                                    const Lexicon& lexicon);

inline constexpr size_t kMostJobTitles = 24;

}  // namespace overstap::extract
