// What occupations are compared by: their requirements, what is broader, and the words used of
// them.
#pragma once

#include "engine/match/params.h"
#include "engine/transition/closeness_params.h"
#include "engine/transition/sparse_rows.h"
#include "taxonomy/taxonomy.h"

namespace overstap::transition {

// One row for each occupation. A block is a unit vector times the square root of its weight. The
// blocks of words (skill_words, labels, text) have their columns, the stems, in common and are
// added up, so that what the texts of one occupation say meets what the skills of another are
// called; the other blocks stand behind each other. A row of a block of which the taxonomy says
// nothing is empty; a block that weighs 0 is left out.
//
// Cells before scaling, with info(f) = max(ln(N / df(f)), Taxonomy::kMinIdf) over the occupations
// that have feature f, idf(f) = info(f) ^ damping and, as words that many occupations have in
// common say less of them than skills do, rare(f) = info(f) ^ (2 * damping):
//
// - requirements: importance * idf;
// - hierarchy: sqrt(sum of the importance of all that is required below the node) * idf;
// - skill_words: sqrt(sum of the importance of the skills with the stem in a preferred label) *
//   rare;
// - labels: (1 + ln(times the stem stands in labels)) * rare;
// - text: the same over labels and descriptions, where a description counts twice;
// - groups: rare.
SparseRows WorkFeatures(const Taxonomy& taxonomy, const match::ScoringParams& scoring,
                        const ClosenessParams& params);

}  // namespace overstap::transition
