// error: anything
#include "taxonomy/ids.h"

const overstap::SkillId skill(1);
