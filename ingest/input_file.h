// Files that somebody hands us.
#pragma once

#include <filesystem>
#include <fstream>

#include "absl/status/statusor.h"

namespace overstap::ingest {

// Opens a file for reading bytes. kNotFound when it is not there, kInvalidArgument when it is a
// folder, kPermissionDenied when it cannot be opened.
absl::StatusOr<std::ifstream> OpenInputFile(const std::filesystem::path& path);

}  // namespace overstap::ingest
