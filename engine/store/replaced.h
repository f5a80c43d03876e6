// What batches come to together, and what they replace.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/store/data_state.h"
#include "engine/store/database.h"
#include "engine/store/early_reads.h"
#include "engine/store/encoded_batch.h"
#include "engine/store/store.h"

namespace overstap::store {

using Entries = std::vector<const EncodedBatch::Entry*>;

// Each record once, as it is changed last, in the order in which they lie in the database, which is
// quicker to read and write. kInvalidArgument for a batch of another store and for a record that
// cannot be written. Thread-safe.
absl::StatusOr<Entries> LastOfEach(std::span<const RecordBatch* const> batches);

struct Replaced {
  std::vector<uint8_t> was_there;  // by entry: 1 when the database has a record of that key
  DataState change;                // of the state, by all entries together
};

// `entries` are as LastOfEach gives them. Takes what `reads` has read and reads the rest. kDataLoss
// when a value is damaged. For who writes.
absl::StatusOr<Replaced> FindReplaced(const Database& database, const EarlyReads& reads,
                                      const Entries& entries);

}  // namespace overstap::store
