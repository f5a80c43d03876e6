// error: (no match for .operator==.)
#include "taxonomy/ids.h"

overstap::SkillId skill = 1;
