// Which steps are worth naming to a group of people or a region?
#pragma once

#include "engine/transition/reach.h"

namespace overstap::transition {

// Score (mean of coverage and closeness) from which a step is viable; chosen, not fitted
// (docs/region-report.md).
inline constexpr double kViableFrom = 0.1;

// A step that people can take: near enough and within the level gate. A level that is unknown does
// not close the gate.
inline bool IsViable(const Destination& destination, double from = kViableFrom) {
  return destination.level.open && destination.score >= from;
}

// Work that a person can do on the way to other work: viable, or learnt at work by who does work of
// that level. Nobody steps down to elementary work to get on.
inline bool IsSteppingStone(const Destination& destination) {
  return IsViable(destination) || (destination.learnt_at_work && destination.level.gap == 0);
}

}  // namespace overstap::transition
