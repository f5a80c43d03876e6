// compiles
#include <unordered_map>

#include "taxonomy/ids.h"

using overstap::NodeId;
using overstap::NodeOf;
using overstap::OccupationId;
using overstap::SkillId;

uint32_t Take(SkillId skill) { return skill.value(); }
uint32_t Take(NodeId node) { return node.value(); }

int main() {
  const SkillId skill(1);
  const OccupationId occupation(1);
  std::unordered_map<SkillId, int> by_skill;
  by_skill[skill] = 1;
  return Take(skill) == Take(NodeOf(skill)) && skill == SkillId(1) && occupation < OccupationId(2)
             ? 0
             : 1;
}
