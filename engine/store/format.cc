#include "engine/store/format.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "absl/strings/escaping.h"
#include "base/content_hash.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/files.h"

namespace overstap::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "OVERSTAP";
constexpr std::string_view kUnfinishedSuffix = ".unfinished";
constexpr size_t kMaxFormatBytes = 200;

std::string Stem(int version) { return StrCat(kMagic, " ", version); }

absl::Status Refuse(const std::string& folder, std::string_view found, std::string_view advice) {
  return absl::FailedPreconditionError(StrCat("'", folder, "' ", found, "; ", advice));
}

absl::StatusOr<std::string> ReadFormatFile(const std::string& path) {
  const FileDescriptor file(path, O_RDONLY);
  if (file.get() < 0) return SystemError(errno, "cannot read", path);
  std::string text(kMaxFormatBytes, '\0');
  const ssize_t length = ::read(file.get(), text.data(), text.size());
  if (length < 0) return SystemError(errno, "cannot read", path);
  text.resize(static_cast<size_t>(length));
  return text;
}

absl::Status WriteAndSync(const std::string& path, std::string_view text) {
  const FileDescriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
  if (file.get() < 0) return SystemError(errno, "cannot write", path);
  errno = 0;
  if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
      ::fsync(file.get()) != 0) {
    // A short write leaves errno alone: the disk took a part.
    return SystemError(errno != 0 ? errno : ENOSPC, "cannot write", path);
  }
  return absl::OkStatus();
}

bool IsOurLeftover(std::string_view name) {
  return name.starts_with(kFormatFileName) && name.ends_with(kUnfinishedSuffix);
}

// The first entry that makes a folder somebody else's, or empty.
absl::StatusOr<std::string> FirstForeignEntry(const std::string& folder) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name != "lost+found" && !IsOurLeftover(name)) return name;
  }
  if (error) return SystemError(error.value(), "cannot list folder", folder);
  return std::string();
}

absl::Status CheckFolderWithoutFormat(const std::string& folder) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::string foreign, FirstForeignEntry(folder));
  if (foreign.empty()) {
    return absl::NotFoundError(StrCat("'", folder, "' is empty: it holds no store yet"));
  }
  return Refuse(folder,
                StrCat("is not an overstap store: it holds '", absl::CHexEscape(foreign),
                       "' and no ", kFormatFileName, " file"),
                "nothing was written there; name an empty or a new folder");
}

absl::Status CheckVersion(const std::string& folder, int version) {
  if (version == kFormatVersion) return absl::OkStatus();
  const std::string found =
      StrCat("holds a store of format ", version, "; this program reads format ", kFormatVersion);
  if (version > kFormatVersion) {
    return Refuse(folder, found, "use the newer program, or import again into a new folder");
  }
  return Refuse(folder, found, "there is no migration from it: import again into a new folder");
}

}  // namespace

std::string FormatLine(int version) {
  const std::string stem = Stem(version);
  ContentHasher hasher;
  hasher.Add(stem);
  return StrCat(stem, " ", hasher.HexDigest(16), "\n");
}

absl::StatusOr<int> ParseFormatLine(std::string_view text) {
  const absl::Status damaged = absl::DataLossError("not a format line");
  if (!text.starts_with(kMagic) || text.size() <= kMagic.size()) return damaged;
  const char* begin = text.data() + kMagic.size() + 1;
  const char* end = text.data() + text.size();
  int version = 0;
  if (std::from_chars(begin, end, version).ec != std::errc()) return damaged;
  if (text != FormatLine(version)) return damaged;
  return version;
}

absl::Status CheckFormat(const std::string& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (status.type() == fs::file_type::not_found) {
    return absl::NotFoundError(StrCat("there is no folder '", folder, "'"));
  }
  if (error) return SystemError(error.value(), "cannot look at", folder);
  if (!fs::is_directory(status)) {
    return Refuse(folder, "is a file and not a folder", "name another folder");
  }
  const absl::StatusOr<std::string> text = ReadFormatFile(StrCat(folder, "/", kFormatFileName));
  if (absl::IsNotFound(text.status())) return CheckFolderWithoutFormat(folder);
  OVERSTAP_RETURN_IF_ERROR(text.status());
  const absl::StatusOr<int> version = ParseFormatLine(*text);
  if (version.ok()) return CheckVersion(folder, *version);
  return Refuse(folder,
                StrCat("has a damaged ", kFormatFileName, " file: it reads \"",
                       absl::CHexEscape(ToAbsl(std::string_view(*text).substr(0, 60))), "\""),
                "restore the folder from a backup, or import again into a new folder");
}

absl::Status WriteFormat(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return SystemError(error.value(), "cannot make folder", folder);
  const std::string path = StrCat(folder, "/", kFormatFileName);
  // The process id keeps two processes that make the same store apart.
  const std::string unfinished = StrCat(path, ".", ::getpid(), kUnfinishedSuffix);
  absl::Status written = WriteAndSync(unfinished, FormatLine(kFormatVersion));
  if (written.ok() && ::rename(unfinished.c_str(), path.c_str()) != 0) {
    written = SystemError(errno, "cannot write", path);
  }
  if (!written.ok()) {
    ::unlink(unfinished.c_str());
    return written;
  }
  OVERSTAP_RETURN_IF_ERROR(SyncFolder(folder));
  return SyncFolder(StrCat(folder, "/.."));
}

}  // namespace overstap::store
