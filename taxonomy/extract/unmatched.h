// What looks like a skill and is none that the taxonomy has.
#pragma once

#include <vector>

#include "taxonomy/extract/clauses.h"
#include "taxonomy/extract/document.h"
#include "taxonomy/extract/lexicon.h"
#include "taxonomy/extract/section.h"

namespace overstap::extract {

// Of one sentence: what follows "kennis van" or "ervaring met", names such as SolidWorks or PLC,
// and a whole bullet of what is asked, done or taught of which nothing was understood. `understood`
// says of each word of the document whether it is part of something that was.
std::vector<WordRange> FindUnmatched(const Document& document, const Sentence& sentence,
                                     Section section, const std::vector<Clause>& clauses,
                                     const std::vector<bool>& understood, const Lexicon& lexicon);

}  // namespace overstap::extract
