// RocksDB with our column families, options and errors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/store/store.h"
#include "rocksdb/db.h"

namespace overstap::store {

// A column family per kind of record. Persisted by name; docs/store-format.md.
enum class Family : uint8_t {
  kMeta,
  kConcepts,
  kVacancies,
  kProfiles,
  kCourses,
  kSchemes,
  kRegions,
};

inline constexpr size_t kFamilyCount = 7;

std::string_view FamilyName(Family family);

// Errors as rocksdb_status.h gives them. Thread-safe where nothing else is said.
class Database {
 public:
  // `path` is RocksDB's own folder. kReadWrite makes it when it is missing; kReadOnly gives
  // kNotFound then, and sees the database as it was at the moment of opening.
  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& path, OpenMode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  absl::StatusOr<std::optional<std::string>> Get(Family family, std::string_view key) const;

  // So many are looked up at a time.
  static constexpr size_t kKeysAtOnce = 32;

  // The same for many keys, ascending, in less time: `visit(i, value)` for each in turn. A value
  // lives as long as the call.
  using ValueVisitor = absl::FunctionRef<void(size_t i, std::optional<std::string_view> value)>;
  absl::Status GetAll(Family family, std::span<const std::string_view> keys,
                      ValueVisitor visit) const;

  // Every record whose key begins with `prefix`, ascending, as they are at the moment of the call.
  // Stops at the first error of `visit` and returns it.
  using RecordVisitor =
      absl::FunctionRef<absl::Status(std::string_view key, std::string_view value)>;
  absl::Status Scan(Family family, std::string_view prefix, RecordVisitor visit) const;

  // Records to write together; the batch is the caller's.
  void Put(Family family, std::string_view key, std::string_view value,
           rocksdb::WriteBatch* batch) const;
  void Delete(Family family, std::string_view key, rocksdb::WriteBatch* batch) const;

  // All of the batch or nothing, and on disk when it returns OK. After a full disk later calls
  // succeed again once there is room for a copy of the log; a newly opened Database needs room for
  // the batch only. Not thread-safe.
  absl::Status Write(rocksdb::WriteBatch* batch);

  // Moves what lies in the write-ahead log into table files and drops the log.
  absl::Status Flush();

  // Rewrites the table files that span `key` (all of the family when there is none) and drops the
  // log, so that no file holds the bytes of what was deleted there.
  absl::Status Purge(Family family, std::optional<std::string_view> key);

 private:
  Database(std::string path, OpenMode mode) : path_(std::move(path)), mode_(mode) {}

  absl::Status OpenForWriting();
  absl::Status OpenForReading();
  void CloseHandles();
  rocksdb::ColumnFamilyHandle* Handle(Family family) const {
    return handles_[static_cast<size_t>(family)];
  }

  const std::string path_;
  const OpenMode mode_;
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;  // owned; by Family
  bool is_stopped_ = false;  // RocksDB refuses writes until it is told to go on
};

}  // namespace overstap::store
