// Vacancies and profiles from the store to rows, by way of the files that keep rows.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "engine/snapshot/saved_rows.h"
#include "engine/snapshot/snapshot.h"
#include "engine/snapshot/terms.h"
#include "engine/store/store.h"

namespace overstap::snapshot {

// Fewer vacancies and profiles are read from the store itself.
inline constexpr int64_t kFewestSavedRows = 20'000;

// The files are made anew when rows that changed since are more than one to so many of them. Until
// then indexes that lie in files are of nearly all rows (Snapshot::saved_vacancies).
inline constexpr size_t kSavedShare = 16;

// Whether rows of the store are kept in files: it has a place for them and not too few records.
absl::StatusOr<bool> KeepsRows(const store::Store& store);

// The rows of all vacancies and profiles of a store that keeps them. Those of its files are used,
// each for as far as its record is still the same; a file that is missing, damaged or of other
// terms is made, when the store may be written to. `versions` are those of now.
absl::StatusOr<LoadedRows> LoadRows(const store::Store& store, const Terms& terms,
                                    const RowVersions& versions);

// Whether the files are there, whatever is in them.
bool HasSavedRows(const store::Store& store);

// Makes the files anew that are of too few of the records as they are now (kSavedShare). Reads all
// of them; queries and writes go on. `name` is that of the terms, as LoadRows was told; empty for
// terms in which rows are not kept, and then nothing is done.
absl::Status SaveRows(const store::Store& store, const Terms& terms, const std::string& name);

}  // namespace overstap::snapshot
