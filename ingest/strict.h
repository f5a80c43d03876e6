// All or nothing.
#pragma once

#include <string>

#include "absl/status/status.h"
#include "ingest/import_report.h"

namespace overstap::ingest {

// kInvalidArgument with the text of the first refused record and how many there are.
absl::Status CheckNothingRefused(const ImportReport& report);

// "file:line: message" of the first refused record; empty when nothing was refused.
std::string FirstRefusal(const ImportReport& report);

}  // namespace overstap::ingest
