// How RocksDB is set up. None of this is part of the format: it can change between programs.
#pragma once

#include "rocksdb/options.h"

namespace overstap::store {

// For reading and writing alike; makes what is missing.
rocksdb::DBOptions MakeDatabaseOptions();
rocksdb::ColumnFamilyOptions MakeFamilyOptions();
// For reading a whole family once.
rocksdb::ReadOptions MakeScanOptions();

}  // namespace overstap::store
