#include "engine/store/rocksdb_options.h"

#include <algorithm>
#include <cstdarg>
#include <memory>
#include <vector>

#include "rocksdb/cache.h"
#include "rocksdb/convenience.h"
#include "rocksdb/env.h"
#include "rocksdb/filter_policy.h"
#include "rocksdb/listener.h"
#include "rocksdb/table.h"

namespace overstap::store {
namespace {

constexpr size_t kMiB = size_t{1} << 20;

// LZ4 costs a reader next to nothing; a RocksDB built without it stores plain blocks.
rocksdb::CompressionType FastCompression() {
  const std::vector<rocksdb::CompressionType> supported = rocksdb::GetSupportedCompressions();
  const bool has_lz4 =
      std::find(supported.begin(), supported.end(), rocksdb::kLZ4Compression) != supported.end();
  return has_lz4 ? rocksdb::kLZ4Compression : rocksdb::kNoCompression;
}

class SilentLogger final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

// Left alone, RocksDB waits until there is room for a whole write buffer, and lets nobody try
// sooner.
class NoRecoveryByItself final : public rocksdb::EventListener {
 public:
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status,
                            bool* auto_recovery) override {
    *auto_recovery = false;
  }
};

}  // namespace

rocksdb::DBOptions MakeDatabaseOptions() {
  rocksdb::DBOptions options;
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  // A torn record at the end of the log was never acknowledged; damage anywhere else is an error.
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  // Opening a store on a disk that is nearly full must not need room for a copy of the log.
  options.avoid_flush_during_recovery = true;
  // A store takes the space that it needs, not 70 MB of preallocated log.
  options.allow_fallocate = false;
  options.max_total_wal_size = 256 * kMiB;
  // RocksDB as Debian builds it ends the process when its own log meets a full disk.
  options.info_log = std::make_shared<SilentLogger>();
  options.listeners.push_back(std::make_shared<NoRecoveryByItself>());
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  return options;
}

rocksdb::ColumnFamilyOptions MakeFamilyOptions() {
  rocksdb::BlockBasedTableOptions table;
  // A write reads what it replaces, for which a whole block is unpacked.
  table.block_size = 4 * 1024;
  table.block_cache = rocksdb::NewLRUCache(64 * kMiB);
  // An import asks for the old value of every record, and mostly there is none.
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  rocksdb::ColumnFamilyOptions options;
  options.memtable_whole_key_filtering = true;
  options.memtable_prefix_bloom_size_ratio = 0.002;  // 13 bits for 800 bytes
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  options.compression = FastCompression();
  // A whole taxonomy (30 MB) is one batch and one table file.
  options.write_buffer_size = 64 * kMiB;
  // Of records that are written again and again, half as many files are rewritten as with 4.
  options.level0_file_num_compaction_trigger = 8;
  return options;
}

rocksdb::ReadOptions MakeScanOptions() {
  rocksdb::ReadOptions options;
  options.readahead_size = 2 * kMiB;
  options.fill_cache = false;
  return options;
}

}  // namespace overstap::store
