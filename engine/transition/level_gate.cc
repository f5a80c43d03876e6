#include "engine/transition/level_gate.h"

#include <cstdlib>

namespace overstap::transition {

LevelGate CheckLevel(std::optional<int> person, std::optional<int> destination, int max_step) {
  if (!person || !destination) return {};
  const int gap = *destination - *person;
  return {gap, std::abs(gap) <= max_step};
}

}  // namespace overstap::transition
