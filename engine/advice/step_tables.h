// The table of steps between occupations that belongs to a snapshot.
#pragma once

#include <memory>

#include "engine/snapshot/snapshot.h"
#include "engine/transition/step_table.h"

namespace overstap::advice {

// Made at the first call for a taxonomy version and a parameter version, which is all that it is
// made of: one row of closeness for each occupation. A snapshot with other records and the same
// versions has the same table. The two that were asked for last are kept. Thread-safe: who asks for
// a table that another thread is making waits for it.
std::shared_ptr<const transition::StepTable> StepsOf(const snapshot::Snapshot& snapshot);

}  // namespace overstap::advice
