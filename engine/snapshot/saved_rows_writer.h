// Writes the file of rows that saved_rows.h reads.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "base/fast_hash.h"
#include "engine/snapshot/migration.h"
#include "engine/snapshot/rows.h"
#include "engine/snapshot/saved_row_format.h"
#include "engine/snapshot/saved_rows.h"
#include "engine/store/files.h"

namespace overstap::snapshot {

// Says in the file of rows at `path` that it is of another version of the data; only that changes.
absl::Status Relabel(const std::string& path, const std::string& data);

// Not thread-safe.
class SavedRowsWriter {
 public:
  // Writes into the folder, in place of what is there of this kind.
  static absl::StatusOr<SavedRowsWriter> Create(const std::string& folder, RowKind kind,
                                                std::string terms);
  SavedRowsWriter(SavedRowsWriter&&) noexcept;
  SavedRowsWriter& operator=(SavedRowsWriter&&) noexcept;
  ~SavedRowsWriter();

  // `bytes` are the row's record as the store encodes it. Ascending by id. kOutOfRange for what the
  // file has no room for.
  absl::Status Add(const VacancyRow& row, const MigrationCount& migration, std::string_view bytes);
  absl::Status Add(const ProfileRow& row, const MigrationCount& migration, std::string_view bytes);

  // From then on the file is there. `data` is the version of the data; empty for none of them.
  absl::Status Finish(const std::string& data);

 private:
  SavedRowsWriter(RowKind kind, std::string terms, std::unique_ptr<store::NewFile> file);
  absl::Status AddWhole(std::string_view bytes, SavedEntry* entry);
  absl::Status Write(std::string_view bytes);
  using Names = std::array<std::string_view, 3>;  // id, region and place
  absl::Status AddEntry(SavedEntry entry, const Names& names, const MigrationCount& migration,
                        std::string_view bytes);

  RowKind kind_;
  std::string terms_;
  std::unique_ptr<store::NewFile> file_;
  std::unique_ptr<FastHasher> hasher_;
  std::string names_;
  std::vector<SavedRequirement> requirements_;
  std::vector<SavedEntry> entries_;
};

}  // namespace overstap::snapshot
