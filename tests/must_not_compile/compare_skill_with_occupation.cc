// error: (no match for .operator==.|invalid operands to binary expression)
#include "taxonomy/ids.h"

bool Same(overstap::SkillId skill, overstap::OccupationId occupation) {
  return skill == occupation;
}
