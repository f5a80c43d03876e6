// RocksDB's errors in our words.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "rocksdb/status.h"

namespace overstap::store {

// kResourceExhausted for a full disk, a used-up quota or a file size limit; kUnavailable when
// another process (or another Store in this one) has it open for writing; kDataLoss for damaged
// bytes; kInternal for the rest. `folder` is the store's, for the message.
absl::Status ToStatus(const rocksdb::Status& status, const std::string& folder);

}  // namespace overstap::store
