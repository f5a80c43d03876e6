#include "engine/snapshot/row_loader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <memory>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "base/fast_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/snapshot/saved_rows_writer.h"
#include "engine/store/files.h"
#include "engine/store/records.h"

namespace overstap::snapshot {
namespace {

struct VacancyKind {
  using Row = VacancyRow;
  static constexpr RowKind kKind = RowKind::kVacancies;
  static auto Decode(std::string_view id, std::string_view bytes) {
    return store::DecodeVacancy(std::string(id), bytes);
  }
  static Row Saved(const SavedRows& saved, size_t i) { return saved.Vacancy(i); }
  static absl::Status ForEach(const store::Store& store, const store::Store::StoredVisitor& visit) {
    return store.ForEachStoredVacancy(visit);
  }
};

struct ProfileKind {
  using Row = ProfileRow;
  static constexpr RowKind kKind = RowKind::kProfiles;
  static auto Decode(std::string_view id, std::string_view bytes) {
    return store::DecodeProfile(std::string(id), bytes);
  }
  static Row Saved(const SavedRows& saved, size_t i) { return saved.Profile(i); }
  static absl::Status ForEach(const store::Store& store, const store::Store::StoredVisitor& visit) {
    return store.ForEachStoredProfile(visit);
  }
};

// Where the rows are that were loaded.
template <class Row>
struct RowsOfKind {
  LoadedKind<Row> loaded;
  std::shared_ptr<const store::MappedFile> file = nullptr;  // that they lie in; null: in none
};

struct Asked {
  const store::Store& store;
  const Terms& terms;
  const RowVersions& versions;
};

struct SavedFile {
  std::shared_ptr<const store::MappedFile> file;
  SavedRows rows;
};

std::string PathOf(const Asked& asked, RowKind kind) {
  return StrCat(asked.store.derived().path, "/", FileNameOf(kind));
}

absl::StatusOr<SavedFile> OpenSaved(const Asked& asked, RowKind kind) {
  OVERSTAP_ASSIGN_OR_RETURN(auto file, store::MappedFile::Open(PathOf(asked, kind)));
  const Taxonomy& taxonomy = asked.terms.taxonomy();
  OVERSTAP_ASSIGN_OR_RETURN(SavedRows rows,
                            SavedRows::Read(file, file->bytes(), kind,
                                            {taxonomy.occupation_count(), taxonomy.skill_count()},
                                            [&] { file->ForgetPages(); }));
  if (rows.versions().terms != asked.versions.terms) {
    return absl::FailedPreconditionError("the saved rows are in other terms");
  }
  return SavedFile{std::move(file), std::move(rows)};
}

// Rows lie together, as many as a block of a table has, and are kept as long as one of them is: to
// copy the block then counts in one place, and not in each row.
template <class Row>
class RowsTogether {
 public:
  std::shared_ptr<Row> Add(Row row) {
    if (rows_ == nullptr || rows_->size() == kMost) {
      rows_ = std::make_shared<std::vector<Row>>();
      rows_->reserve(kMost);
    }
    rows_->push_back(std::move(row));
    return {rows_, &rows_->back()};
  }

 private:
  static constexpr size_t kMost = BlockList<std::shared_ptr<const Row>>::kBlockRows;
  std::shared_ptr<std::vector<Row>> rows_;  // does not grow beyond what is reserved
};

template <class Kind>
LoadedKind<typename Kind::Row> TakeSaved(const SavedRows& saved) {
  LoadedKind<typename Kind::Row> all;
  all.file = saved.name();
  all.rows.reserve(saved.size());
  RowsTogether<typename Kind::Row> rows;
  for (size_t i = 0; i < saved.size(); ++i) {
    all.rows.push_back(rows.Add(Kind::Saved(saved, i)));
    all.migration += saved.migration(i);
  }
  return all;
}

template <class Kind>
absl::StatusOr<LoadedKind<typename Kind::Row>> TakeStored(const Asked& asked) {
  LoadedKind<typename Kind::Row> all;
  OVERSTAP_RETURN_IF_ERROR(
      Kind::ForEach(asked.store, [&](std::string_view id, std::string_view bytes) -> absl::Status {
        OVERSTAP_ASSIGN_OR_RETURN(auto record, Kind::Decode(id, bytes));
        auto read = asked.terms.Read(std::move(record));
        all.rows.push_back(std::make_shared<typename Kind::Row>(std::move(read.row)));
        all.migration += read.migration;
        return absl::OkStatus();
      }));
  return all;
}

// What is in the store and not so in the file, ascending by id: `come(id, bytes)` for each record
// that is new or another, after `gone(i)` for each row of the file that has no such record.
template <class Kind>
absl::Status Compare(const store::Store& store, const SavedRows& saved,
                     absl::FunctionRef<absl::Status(std::string_view, std::string_view)> come,
                     absl::FunctionRef<void(size_t)> gone) {
  size_t next = 0;
  OVERSTAP_RETURN_IF_ERROR(
      Kind::ForEach(store, [&](std::string_view id, std::string_view bytes) -> absl::Status {
        while (next < saved.size() && saved.id(next) < id) gone(next++);
        if (next < saved.size() && saved.id(next) == id) {
          const size_t same = next++;
          if (saved.hash(same) == FastHash(bytes)) return absl::OkStatus();
          gone(same);
        }
        return come(id, bytes);
      }));
  while (next < saved.size()) gone(next++);
  return absl::OkStatus();
}

// The rows of the file, and what makes of them those of the store.
template <class Kind>
absl::StatusOr<LoadedKind<typename Kind::Row>> TakeChanged(const Asked& asked,
                                                           const SavedRows& saved) {
  using Row = typename Kind::Row;
  LoadedKind<Row> all = TakeSaved<Kind>(saved);
  std::vector<RowChange<Row>>& changes = all.changes;
  const auto gone = [&](size_t i) {
    changes.push_back({std::string(saved.id(i)), nullptr});
    all.migration -= saved.migration(i);
  };
  const auto come = [&](std::string_view id, std::string_view bytes) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(auto record, Kind::Decode(id, bytes));
    auto read = asked.terms.Read(std::move(record));
    if (changes.empty() || changes.back().id != id) changes.push_back({std::string(id), nullptr});
    changes.back().row = std::make_shared<const Row>(std::move(read.row));
    all.migration += read.migration;
    return absl::OkStatus();
  };
  OVERSTAP_RETURN_IF_ERROR(Compare<Kind>(asked.store, saved, come, gone));
  return all;
}

// A file of all records of the store, one at a time, so that they are never in memory together.
template <class Kind>
absl::Status SaveAll(const Asked& asked) {
  OVERSTAP_ASSIGN_OR_RETURN(
      SavedRowsWriter writer,
      SavedRowsWriter::Create(asked.store.derived().path, Kind::kKind, asked.versions.terms));
  OVERSTAP_RETURN_IF_ERROR(
      Kind::ForEach(asked.store, [&](std::string_view id, std::string_view bytes) -> absl::Status {
        OVERSTAP_ASSIGN_OR_RETURN(auto record, Kind::Decode(id, bytes));
        const auto read = asked.terms.Read(std::move(record));
        return writer.Add(read.row, read.migration, bytes);
      }));
  // Of what was written in the meantime some is there and some is not: no version of the data.
  OVERSTAP_ASSIGN_OR_RETURN(const std::string data, asked.store.DataVersion());
  return writer.Finish(data == asked.versions.data ? data : std::string());
}

// How many rows of the file are not as in the store, and records not as in the file.
template <class Kind>
absl::StatusOr<size_t> CountChanges(const store::Store& store, const SavedRows& saved) {
  size_t changes = 0;
  const auto come = [&](std::string_view, std::string_view) {
    ++changes;
    return absl::OkStatus();
  };
  OVERSTAP_RETURN_IF_ERROR(Compare<Kind>(store, saved, come, [&](size_t) { ++changes; }));
  return changes;
}

template <class Kind>
absl::Status SaveKind(const Asked& asked) {
  const absl::StatusOr<SavedFile> saved = OpenSaved(asked, Kind::kKind);
  if (!saved.ok()) return SaveAll<Kind>(asked);
  if (saved->rows.versions() == asked.versions) return absl::OkStatus();
  OVERSTAP_ASSIGN_OR_RETURN(const size_t changes, CountChanges<Kind>(asked.store, saved->rows));
  if (changes * kSavedShare > saved->rows.size()) return SaveAll<Kind>(asked);
  OVERSTAP_ASSIGN_OR_RETURN(const std::string data, asked.store.DataVersion());
  if (changes > 0 || data != asked.versions.data) return absl::OkStatus();
  return Relabel(PathOf(asked, Kind::kKind), data);
}

template <class Kind>
absl::StatusOr<RowsOfKind<typename Kind::Row>> LoadKind(const Asked& asked) {
  RowsOfKind<typename Kind::Row> rows;
  absl::StatusOr<SavedFile> saved = OpenSaved(asked, Kind::kKind);
  if (!saved.ok() && asked.store.derived().may_write && SaveAll<Kind>(asked).ok()) {
    saved = OpenSaved(asked, Kind::kKind);
  }
  if (!saved.ok()) {
    // The rows are all in memory then.
    OVERSTAP_ASSIGN_OR_RETURN(rows.loaded, TakeStored<Kind>(asked));
    return rows;
  }
  if (saved->rows.versions() == asked.versions) {
    rows.loaded = TakeSaved<Kind>(saved->rows);
  } else {
    OVERSTAP_ASSIGN_OR_RETURN(rows.loaded, TakeChanged<Kind>(asked, saved->rows));
  }
  saved->file->ForgetPages();
  rows.file = std::move(saved->file);
  return rows;
}

}  // namespace

absl::StatusOr<bool> KeepsRows(const store::Store& store) {
  if (store.derived().path.empty()) return false;
  OVERSTAP_ASSIGN_OR_RETURN(const store::RecordCounts counts, store.Counts());
  return counts.vacancies + counts.profiles >= kFewestSavedRows;
}

absl::StatusOr<LoadedRows> LoadRows(const store::Store& store, const Terms& terms,
                                    const RowVersions& versions) {
  const Asked asked = {store, terms, versions};
  auto profiles = std::async(std::launch::async, [&] { return LoadKind<ProfileKind>(asked); });
  auto vacancies = LoadKind<VacancyKind>(asked);
  auto people = profiles.get();
  OVERSTAP_RETURN_IF_ERROR(vacancies.status());
  OVERSTAP_RETURN_IF_ERROR(people.status());
  const auto forget = [files = std::array{vacancies->file, people->file}] {
    for (const auto& file : files) {
      if (file != nullptr) file->ForgetPages();
    }
  };
  return LoadedRows{std::move(vacancies->loaded), std::move(people->loaded), forget};
}

bool HasSavedRows(const store::Store& store) {
  std::error_code error;
  return std::ranges::all_of(
      std::array{RowKind::kVacancies, RowKind::kProfiles}, [&](RowKind kind) {
        return std::filesystem::exists(StrCat(store.derived().path, "/", FileNameOf(kind)), error);
      });
}

absl::Status SaveRows(const store::Store& store, const Terms& terms, const std::string& name) {
  if (name.empty() || !store.derived().may_write) return absl::OkStatus();
  OVERSTAP_ASSIGN_OR_RETURN(std::string data, store.DataVersion());
  const RowVersions versions = {name, std::move(data)};
  const Asked asked = {store, terms, versions};
  OVERSTAP_RETURN_IF_ERROR(SaveKind<VacancyKind>(asked));
  return SaveKind<ProfileKind>(asked);
}

}  // namespace overstap::snapshot
