#include "ingest/input_file.h"

#include <system_error>

#include "base/strings.h"

namespace overstap::ingest {

absl::StatusOr<std::ifstream> OpenInputFile(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) {
    return absl::NotFoundError(StrCat(path.string(), ": there is no such file"));
  }
  if (std::filesystem::is_directory(status)) {
    return absl::InvalidArgumentError(StrCat(path.string(), ": is a folder; name a file in it"));
  }
  std::ifstream in(path, std::ios::binary);
  if (in.is_open()) return in;
  return absl::PermissionDeniedError(
      StrCat(path.string(), ": cannot be opened; check who may read it"));
}

}  // namespace overstap::ingest
