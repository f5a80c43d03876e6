// What the first question of each kind would otherwise wait for.
#pragma once

#include "engine/snapshot/snapshot.h"

namespace overstap::advice {

// Asks one question of each kind, on no day in particular, and drops the answers. A snapshot makes
// what it derives from the skills language when it is first asked for: seconds for the whole ESCO.
// Ends early when nobody waits any more (base/patience.h).
void WarmUp(const snapshot::Snapshot& snapshot);

}  // namespace overstap::advice
