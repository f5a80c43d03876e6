// Indexes of a snapshot, by way of the files that keep them.
#pragma once

#include "absl/status/statusor.h"
#include "engine/advice/profile_finder.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"

namespace overstap::service {

// The index that the store has in a file when it was made of the rows of this snapshot; else one
// that is made now, and put into the file when the store may be written to and the rows are those
// of a file (Snapshot::saved_vacancies, saved_profiles). What is made now is the same, later.
// Errors as Build of the finders, which the snapshot outlives.
absl::StatusOr<advice::VacancyFinder> LoadVacancyFinder(const store::Store& store,
                                                        const snapshot::Snapshot& snapshot);
// For questions in that year.
absl::StatusOr<advice::ProfileFinder> LoadProfileFinder(const store::Store& store,
                                                        const snapshot::Snapshot& snapshot,
                                                        int year);

}  // namespace overstap::service
