// How paths and queries name occupations and skills.
#pragma once

#include <optional>
#include <string_view>

#include "taxonomy/taxonomy.h"

namespace overstap::http {

// By URI or by its last part (service/json/concept_view.h); of several with the same last part, the
// first by URI. Nothing when the taxonomy has none.
std::optional<OccupationId> OccupationNamed(const Taxonomy& taxonomy, std::string_view name);
std::optional<SkillId> SkillNamed(const Taxonomy& taxonomy, std::string_view name);

}  // namespace overstap::http
