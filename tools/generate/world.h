// What the generator draws from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/model/region.h"
#include "taxonomy/taxonomy.h"

namespace overstap::generate {

struct World {
  Taxonomy taxonomy;
  // Occupations with requirements, by the definition of techniek that was given; ascending.
  std::vector<OccupationId> technical;
  std::vector<OccupationId> other;
  std::vector<model::Region> regions;  // in the order of the file; not empty
};

// `starter` holds taxonomy/ (ESCO CSV, labels in nl and en) and regions.jsonl; `techniek` is a file
// with one definition. kInvalidArgument when any row or line is refused, or when there are no
// regions, no technical or no other occupations.
absl::StatusOr<World> LoadWorld(const std::string& starter, const std::string& techniek);

// Dutch labels to choose a job title from: the preferred one first, then the alternatives.
std::vector<std::string> DutchTitles(const Taxonomy& taxonomy, OccupationId occupation);
std::string DutchLabel(const Taxonomy& taxonomy, SkillId skill);

}  // namespace overstap::generate
