// From the store to a snapshot.
#pragma once

#include <memory>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/snapshot/snapshot.h"
#include "engine/store/store.h"

namespace overstap::snapshot {

// Reads all records, the crosswalks, and the current taxonomy of every scheme; answers are in terms
// of the primary one. With `taxonomy`, a version or a scheme as store::FindVersion takes them,
// answers are as they were, or would be, under that one. kNotFound, saying what to import or which
// versions there are, when the store does not hold it.
//
// Records with URIs that the taxonomy has not are translated (migration.h, uri_translator.h). When
// the translation rests on older versions, the data version of the snapshot says so: "-moved-" and
// a name of what took the place of what.
absl::StatusOr<std::shared_ptr<const Snapshot>> Load(const store::Store& store,
                                                     Parameters parameters,
                                                     std::string_view taxonomy = "");

// `before`, which had all that was in the store, after `changes` were written to the store and
// nothing else. Reads the whole store only when Snapshot::CanTake says no.
absl::StatusOr<std::shared_ptr<const Snapshot>> LoadChanges(const store::Store& store,
                                                            const Snapshot& before,
                                                            RecordChanges changes);

// The same after courses, schemes, regions or figures of demand were written, of which it reads
// all.
absl::StatusOr<std::shared_ptr<const Snapshot>> LoadOther(const store::Store& store,
                                                          const Snapshot& before);

// Snapshot::migration() of the snapshot that Load would give, without what else a snapshot derives.
absl::StatusOr<MigrationReport> ReadMigration(const store::Store& store,
                                              std::string_view taxonomy = "");

}  // namespace overstap::snapshot
