#include "engine/store/database.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <utility>

#include "absl/time/clock.h"
#include "base/enum_names.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/rocksdb_options.h"
#include "engine/store/rocksdb_status.h"

namespace overstap::store {
namespace {

constexpr std::array<std::string_view, kFamilyCount> kFamilyNames = {
    "default", "concepts", "vacancies", "profiles", "courses", "schemes", "regions"};

// How long a reader tries to find the writer between two changes of the files.
constexpr int kReaderAttempts = 200;
constexpr absl::Duration kReaderPause = absl::Milliseconds(5);

rocksdb::Slice ToSlice(std::string_view text) { return {text.data(), text.size()}; }
std::string_view ToView(const rocksdb::Slice& slice) { return {slice.data(), slice.size()}; }

std::vector<rocksdb::ColumnFamilyDescriptor> Descriptors() {
  const rocksdb::ColumnFamilyOptions options = MakeFamilyOptions();
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  for (const std::string_view name : kFamilyNames) {
    descriptors.emplace_back(std::string(name), options);
  }
  return descriptors;
}

// Changes whenever the writer says that other files make up the database from now on: the name of
// the manifest, which only grows, and its size. Empty when there is none.
std::string ManifestState(const std::string& path) {
  std::ifstream current(path + "/CURRENT");
  std::string manifest;
  if (!std::getline(current, manifest)) return std::string();
  std::error_code error;
  return StrCat(manifest, " ", std::filesystem::file_size(StrCat(path, "/", manifest), error));
}

}  // namespace

std::string_view FamilyName(Family family) { return EnumName(kFamilyNames, family); }

absl::StatusOr<std::unique_ptr<Database>> Database::Open(const std::string& path, OpenMode mode) {
  std::unique_ptr<Database> database(new Database(path, mode));
  OVERSTAP_RETURN_IF_ERROR(mode == OpenMode::kReadOnly ? database->OpenForReading()
                                                       : database->OpenForWriting());
  return database;
}

Database::~Database() {
  // Not needed for safety: a reader that comes next need not read the log again.
  if (db_ != nullptr && mode_ == OpenMode::kReadWrite) Flush().IgnoreError();
  CloseHandles();
}

void Database::CloseHandles() {
  if (db_ == nullptr) return;
  for (rocksdb::ColumnFamilyHandle* handle : handles_) db_->DestroyColumnFamilyHandle(handle);
  handles_.clear();
  db_.reset();
}

absl::Status Database::OpenForWriting() {
  rocksdb::DB* db = nullptr;
  const rocksdb::Status status =
      rocksdb::DB::Open(MakeDatabaseOptions(), path_, Descriptors(), &handles_, &db);
  db_.reset(db);
  return ToStatus(status, path_);
}

// RocksDB reads the manifest and then the log. A writer that moves records from the log to a table
// in between and drops the log would leave a reader without them and without an error, so what was
// read counts only when the manifest stood still meanwhile.
absl::Status Database::OpenForReading() {
  for (int attempt = 0; attempt < kReaderAttempts; ++attempt) {
    if (attempt > 0) absl::SleepFor(kReaderPause);
    const std::string before = ManifestState(path_);
    if (before.empty()) return absl::NotFoundError(StrCat("nothing was written to '", path_, "'"));
    rocksdb::DB* db = nullptr;
    const rocksdb::Status status =
        rocksdb::DB::OpenForReadOnly(MakeDatabaseOptions(), path_, Descriptors(), &handles_, &db);
    db_.reset(db);
    if (ManifestState(path_) == before) return ToStatus(status, path_);
    CloseHandles();
  }
  return absl::UnavailableError(
      StrCat("store '", path_, "' is being rewritten all the time; try again later"));
}

absl::StatusOr<std::optional<std::string>> Database::Get(Family family,
                                                         std::string_view key) const {
  std::string value;
  const rocksdb::Status status =
      db_->Get(rocksdb::ReadOptions(), Handle(family), ToSlice(key), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  OVERSTAP_RETURN_IF_ERROR(ToStatus(status, path_));
  return std::optional<std::string>(std::move(value));
}

absl::Status Database::GetAll(Family family, std::span<const std::string_view> keys,
                              ValueVisitor visit) const {
  std::array<rocksdb::Slice, kKeysAtOnce> slices;
  std::array<rocksdb::PinnableSlice, kKeysAtOnce> values;
  std::array<rocksdb::Status, kKeysAtOnce> statuses;
  for (size_t begin = 0; begin < keys.size(); begin += kKeysAtOnce) {
    const size_t count = std::min(kKeysAtOnce, keys.size() - begin);
    for (size_t i = 0; i < count; ++i) slices[i] = ToSlice(keys[begin + i]);
    db_->MultiGet(rocksdb::ReadOptions(), Handle(family), count, slices.data(), values.data(),
                  statuses.data(), true);
    for (size_t i = 0; i < count; ++i) {
      if (statuses[i].IsNotFound()) {
        visit(begin + i, std::nullopt);
      } else {
        OVERSTAP_RETURN_IF_ERROR(ToStatus(statuses[i], path_));
        visit(begin + i, ToView(values[i]));
      }
      values[i].Reset();
    }
  }
  return absl::OkStatus();
}

absl::Status Database::Scan(Family family, std::string_view prefix, RecordVisitor visit) const {
  const std::unique_ptr<rocksdb::Iterator> record(
      db_->NewIterator(MakeScanOptions(), Handle(family)));
  for (record->Seek(ToSlice(prefix)); record->Valid(); record->Next()) {
    if (!record->key().starts_with(ToSlice(prefix))) break;
    OVERSTAP_RETURN_IF_ERROR(visit(ToView(record->key()), ToView(record->value())));
  }
  return ToStatus(record->status(), path_);
}

void Database::Put(Family family, std::string_view key, std::string_view value,
                   rocksdb::WriteBatch* batch) const {
  // Fails only for a batch with a size limit, which ours do not have.
  batch->Put(Handle(family), ToSlice(key), ToSlice(value)).PermitUncheckedError();
}

void Database::Delete(Family family, std::string_view key, rocksdb::WriteBatch* batch) const {
  batch->Delete(Handle(family), ToSlice(key)).PermitUncheckedError();
}

absl::Status Database::Write(rocksdb::WriteBatch* batch) {
  if (mode_ == OpenMode::kReadOnly) {
    return absl::PermissionDeniedError(StrCat("store '", path_, "' is open for reading only"));
  }
  if (is_stopped_) OVERSTAP_RETURN_IF_ERROR(ToStatus(db_->Resume(), path_));
  rocksdb::WriteOptions options;
  options.sync = true;
  const rocksdb::Status status = db_->Write(options, batch);
  is_stopped_ = !status.ok();
  return ToStatus(status, path_);
}

absl::Status Database::Flush() {
  return ToStatus(db_->Flush(rocksdb::FlushOptions(), handles_), path_);
}

absl::Status Database::Purge(Family family, std::optional<std::string_view> key) {
  OVERSTAP_RETURN_IF_ERROR(Flush());
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  const rocksdb::Slice bound = ToSlice(key.value_or(std::string_view()));
  const rocksdb::Slice* limit = key ? &bound : nullptr;
  return ToStatus(db_->CompactRange(options, Handle(family), limit, limit), path_);
}

}  // namespace overstap::store
