// Indices into one Taxonomy.
#pragma once

#include "base/strong_id.h"

namespace overstap {

using OccupationId = StrongId<struct OccupationTag>;
// A skill or a knowledge area: both are what an occupation requires and a person has.
using SkillId = StrongId<struct SkillTag>;
// A node of the skill hierarchy: first all skills (same index as their SkillId), then all groups.
using NodeId = StrongId<struct NodeTag>;

inline NodeId NodeOf(SkillId skill) { return NodeId(skill.value()); }

}  // namespace overstap
