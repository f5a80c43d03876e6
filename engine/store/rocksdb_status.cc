#include "engine/store/rocksdb_status.h"

#include <cerrno>
#include <cstring>

#include "base/strings.h"

namespace overstap::store {
namespace {

// RocksDB has a subcode for ENOSPC only; the other ways to be full are in its text as the C
// library says them.
bool IsFull(const rocksdb::Status& status, const std::string& text) {
  return status.IsNoSpace() || text.find(std::strerror(EDQUOT)) != std::string::npos ||
         text.find(std::strerror(EFBIG)) != std::string::npos;
}

bool IsLocked(const std::string& text) {
  return text.find("While lock file") != std::string::npos ||
         text.find("lock hold by current process") != std::string::npos;
}

}  // namespace

absl::Status ToStatus(const rocksdb::Status& status, const std::string& folder) {
  if (status.ok()) return absl::OkStatus();
  const std::string text = status.ToString();
  if (IsFull(status, text)) {
    return absl::ResourceExhaustedError(
        StrCat("disk is full; free space and run the import again; the store is as it was (store '",
               folder, "': ", text, ")"));
  }
  if (status.IsIOError() && IsLocked(text)) {
    return absl::UnavailableError(
        StrCat("store '", folder, "' is open for writing in another process, such as a running ",
               "server or import; stop it or wait until it is done (", text, ")"));
  }
  if (status.IsCorruption()) {
    return absl::DataLossError(StrCat("store '", folder, "' is damaged: ", text,
                                      "; restore it from a backup, or import again into a new "
                                      "folder"));
  }
  return absl::InternalError(StrCat("store '", folder, "': ", text));
}

}  // namespace overstap::store
