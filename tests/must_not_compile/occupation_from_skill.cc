// error: (conversion from .*SkillTag.* to non-scalar type|no viable conversion)
#include "taxonomy/ids.h"

const overstap::SkillId skill(1);
overstap::OccupationId occupation = skill;
