// error: (cannot convert .*SkillTag|cannot convert 'overstap::SkillId'|no viable conversion from)
#include "taxonomy/ids.h"

uint32_t Number(overstap::SkillId skill) { return skill; }
