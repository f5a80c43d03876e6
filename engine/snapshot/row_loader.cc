#include "engine/snapshot/row_loader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/fast_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
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

template <class Row>
struct RowsOfKind {
  std::vector<std::shared_ptr<const Row>> rows;
  MigrationCount migration;
  std::shared_ptr<const store::MappedFile> file = nullptr;  // that they lie in; null: in none

  void Add(Row row, const MigrationCount& of) {
    rows.push_back(std::make_shared<const Row>(std::move(row)));
    migration += of;
  }
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

template <class Kind>
RowsOfKind<typename Kind::Row> TakeAll(const SavedRows& saved) {
  RowsOfKind<typename Kind::Row> all;
  all.rows.reserve(saved.size());
  for (size_t i = 0; i < saved.size(); ++i) all.Add(Kind::Saved(saved, i), saved.migration(i));
  return all;
}

// `take(id, bytes, place)` for each record of the store; `place` is that of its row in `saved` when
// that is still the same.
template <class Kind, class Take>
absl::Status Compare(const store::Store& store, const SavedRows* saved, Take take) {
  size_t next = 0;
  return Kind::ForEach(store, [&](std::string_view id, std::string_view bytes) {
    const size_t size = saved == nullptr ? 0 : saved->size();
    while (next < size && saved->id(next) < id) ++next;
    const bool is_same =
        next < size && saved->id(next) == id && saved->hash(next) == FastHash(bytes);
    return take(id, bytes, is_same ? std::optional(next) : std::nullopt);
  });
}

// From the store, and from `saved` what is still the same.
template <class Kind>
absl::StatusOr<RowsOfKind<typename Kind::Row>> TakeSame(const Asked& asked,
                                                        const SavedRows* saved) {
  RowsOfKind<typename Kind::Row> all;
  OVERSTAP_RETURN_IF_ERROR(
      Compare<Kind>(asked.store, saved,
                    [&](std::string_view id, std::string_view bytes,
                        std::optional<size_t> place) -> absl::Status {
                      if (place) {
                        all.Add(Kind::Saved(*saved, *place), saved->migration(*place));
                        return absl::OkStatus();
                      }
                      OVERSTAP_ASSIGN_OR_RETURN(auto record, Kind::Decode(id, bytes));
                      auto read = asked.terms.Read(std::move(record));
                      all.Add(std::move(read.row), read.migration);
                      return absl::OkStatus();
                    }));
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

template <class Kind>
absl::StatusOr<bool> IsSame(const store::Store& store, const SavedRows& saved) {
  size_t same = 0;
  size_t others = 0;
  OVERSTAP_RETURN_IF_ERROR(Compare<Kind>(
      store, &saved, [&](std::string_view, std::string_view, std::optional<size_t> place) {
        ++(place ? same : others);
        return absl::OkStatus();
      }));
  return same == saved.size() && others == 0;
}

template <class Kind>
absl::Status SaveKind(const Asked& asked) {
  const absl::StatusOr<SavedFile> saved = OpenSaved(asked, Kind::kKind);
  if (!saved.ok()) return SaveAll<Kind>(asked);
  if (saved->rows.versions() == asked.versions) return absl::OkStatus();
  OVERSTAP_ASSIGN_OR_RETURN(const bool is_same, IsSame<Kind>(asked.store, saved->rows));
  OVERSTAP_ASSIGN_OR_RETURN(const std::string data, asked.store.DataVersion());
  if (!is_same || data != asked.versions.data) return SaveAll<Kind>(asked);
  return Relabel(PathOf(asked, Kind::kKind), data);
}

template <class Kind>
absl::StatusOr<RowsOfKind<typename Kind::Row>> LoadKind(const Asked& asked) {
  absl::StatusOr<SavedFile> saved = OpenSaved(asked, Kind::kKind);
  if (!saved.ok() && asked.store.derived().may_write && SaveAll<Kind>(asked).ok()) {
    saved = OpenSaved(asked, Kind::kKind);
  }
  // Without a file the rows are all in memory.
  if (!saved.ok()) return TakeSame<Kind>(asked, nullptr);
  absl::StatusOr<RowsOfKind<typename Kind::Row>> rows = saved->rows.versions() == asked.versions
                                                            ? TakeAll<Kind>(saved->rows)
                                                            : TakeSame<Kind>(asked, &saved->rows);
  saved->file->ForgetPages();
  if (rows.ok()) rows->file = std::move(saved->file);
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
  return LoadedRows{std::move(vacancies->rows), std::move(people->rows), vacancies->migration,
                    people->migration, forget};
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
