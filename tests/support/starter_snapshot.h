// The starter data as the program sees it, without a store.
#pragma once

#include <memory>

#include "absl/status/statusor.h"
#include "engine/snapshot/snapshot.h"
#include "ingest/import_report.h"

namespace overstap {

// The default parameters with the definitions of data/techniek, "techniek-isco" first. Throws when
// a definition cannot be read.
snapshot::Parameters ShippedParameters();

// data/starter: taxonomy through the ESCO reader, records line by line, ascending by id.
// kInvalidArgument with file and line for the first line that is refused. `report` is of the
// taxonomy and may be null.
absl::StatusOr<snapshot::Source> ReadStarter(ingest::ImportReport* report = nullptr);

// Built once for each test program; throws the reason when it cannot be.
std::shared_ptr<const snapshot::Snapshot> StarterSnapshot();

}  // namespace overstap
