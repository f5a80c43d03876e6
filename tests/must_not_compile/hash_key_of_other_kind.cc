// error: (no match for .operator\[\].|no viable overloaded operator)
#include <unordered_map>

#include "taxonomy/ids.h"

int Look(std::unordered_map<overstap::SkillId, int>& by_skill, overstap::OccupationId occupation) {
  return by_skill[occupation];
}
