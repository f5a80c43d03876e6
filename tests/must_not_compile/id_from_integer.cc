// error: (conversion from 'int' to non-scalar type|no viable conversion from 'int')
#include "taxonomy/ids.h"

overstap::SkillId skill = 1;
