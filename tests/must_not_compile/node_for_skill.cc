// error: (could not convert .*NodeTag|no matching function for call to 'Take')
#include "taxonomy/ids.h"

uint32_t Take(overstap::SkillId skill) { return skill.value(); }
uint32_t Use(overstap::NodeId node) { return Take(node); }
