// Rows as bytes of a file that is mapped, so that a start reads no records.
//
// The file holds, one after another and in the byte order of the machine: a header; the records as
// the store encodes them; ids, regions and places; requirements; and an entry of fixed size for
// each row, ascending by id. It can be made again from the store at any time, so that a file of
// another format, machine or skills language is not read but replaced (docs/store-format.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/snapshot/migration.h"
#include "engine/snapshot/rows.h"

namespace overstap::snapshot {

enum class RowKind : uint32_t { kVacancies = 1, kProfiles = 2 };

// "vacancies.rows"
std::string_view FileNameOf(RowKind kind);

// What rows were made of. Both at most kMaxBytes.
struct RowVersions {
  std::string terms;  // the skills languages and parameters
  std::string data;   // the records of the store; empty: of no moment

  static constexpr size_t kMaxBytes = 127;
  friend bool operator==(const RowVersions&, const RowVersions&) = default;
};

// Bytes before the first section; the last 16 are the hash of all that follows them and the hash of
// the header up to there.
inline constexpr size_t kRowsHeaderBytes = 320;

// How many occupations and skills there are to refer to.
struct TermCounts {
  size_t occupations = 0;
  size_t skills = 0;
};

struct SavedEntry;
struct SavedRequirement;

// Undamaged bytes of a file of rows. Immutable; thread-safe; rows keep what `owner` keeps.
class SavedRows {
 public:
  // kDataLoss for bytes that SavedRowsWriter does not give, or that refer to more than there is.
  // `forget` may give back the memory of what was looked at, as much is.
  static absl::StatusOr<SavedRows> Read(std::shared_ptr<const void> owner, std::string_view bytes,
                                        RowKind kind, TermCounts counts,
                                        absl::FunctionRef<void()> forget);

  const RowVersions& versions() const { return versions_; }
  // Tells rows from others in whatever terms; the version of the data is no part of it.
  const std::string& name() const { return name_; }
  size_t size() const { return size_; }
  std::string_view id(size_t i) const;
  // FastHash of the record as it is stored.
  uint64_t hash(size_t i) const;
  MigrationCount migration(size_t i) const;

  // Of the kind that was read.
  VacancyRow Vacancy(size_t i) const;
  ProfileRow Profile(size_t i) const;

 private:
  SavedRows() = default;
  absl::Status CheckEntries(RowKind kind, TermCounts counts) const;
  std::string_view Whole(const SavedEntry& entry) const;
  std::string Name(const SavedEntry& entry, int which) const;

  std::shared_ptr<const void> owner_;
  RowVersions versions_;
  std::string name_;
  size_t size_ = 0;
  std::string_view whole_;
  std::string_view names_;
  size_t requirement_count_ = 0;
  const SavedRequirement* requirements_ = nullptr;
  const SavedEntry* entries_ = nullptr;
};

}  // namespace overstap::snapshot
