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

// Elementary work: of ISCO skill level 1, simple and routine, which asks at most a short period of
// training on the job (ISCO-08, volume I, skill level 1). So it can be learnt there, whatever
// skills it shares with work done before. False where the level is not known.
inline bool IsLearntAtWork(std::optional<int> level) { return level == 1; }

}  // namespace overstap::transition
