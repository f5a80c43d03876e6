// From the store to a snapshot.
#pragma once

#include <memory>

#include "absl/status/statusor.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"

namespace overstap::snapshot {

// Reads the current taxonomy and all records. kNotFound, saying what to import, when the store
// holds no taxonomy.
absl::StatusOr<std::shared_ptr<const Snapshot>> Load(const store::Store& store,
                                                     Parameters parameters);

}  // namespace overstap::snapshot
