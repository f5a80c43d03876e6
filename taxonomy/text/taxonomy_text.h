// The texts of a taxonomy, as the index takes them.
#pragma once

#include <vector>

#include "taxonomy/taxonomy.h"
#include "taxonomy/text/concept_text.h"

namespace overstap::text {

// In order of id; they point into the taxonomy.
//
// Passages of an occupation: its descriptions, the label of its ISCO group, and the preferred
// labels of the skills that it requires. Of a skill: its descriptions.
std::vector<ConceptText> OccupationTexts(const Taxonomy& taxonomy);
std::vector<ConceptText> SkillTexts(const Taxonomy& taxonomy);

}  // namespace overstap::text
