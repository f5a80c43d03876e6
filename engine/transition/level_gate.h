// Is the step between two levels one that people can take?
#pragma once

#include <optional>

#include "taxonomy/taxonomy.h"

namespace overstap::transition {

struct LevelGate {
  std::optional<int> gap;  // level of the destination minus that of the person; unknown: nothing
  bool open = true;        // |gap| <= max_step, or gap unknown: shown, never hidden
};

inline constexpr int kMaxLevelStep = 1;

LevelGate CheckLevel(std::optional<int> person, std::optional<int> destination,
                     int max_step = kMaxLevelStep);

}  // namespace overstap::transition
