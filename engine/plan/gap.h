// What a person still has to learn for an occupation.
#pragma once

#include <span>
#include <vector>

#include "engine/match/held_skills.h"
#include "taxonomy/taxonomy.h"

namespace overstap::plan {

struct GapItem {
  SkillId skill;
  Importance importance = Importance::kEssential;
  double weight = 0;    // share of the occupation's total requirement weight, 0..1
  double strength = 0;  // x(r) that is there already, 0..met_from

  friend bool operator==(const GapItem&, const GapItem&) = default;
};

// Requirements met with less than ScoringParams::met_from: essential and important ones in
// `required`, the others in `optional`; heaviest first, ties in order of skill. `met` counts the
// essential and important ones that are no gap.
struct Gap {
  std::vector<GapItem> required;
  std::vector<GapItem> optional;
  int met = 0;
};

Gap FindGap(const match::ExpandedProfile& person, std::span<const Requirement> requirements,
            const Taxonomy& taxonomy, const match::ScoringParams& params);

}  // namespace overstap::plan
