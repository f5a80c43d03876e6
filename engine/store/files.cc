#include "engine/store/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::store {
namespace {

constexpr size_t kWriteAtOnce = size_t{4} << 20;

// Keeps files apart that are written at the same time under one name.
uint64_t NextNumber() {
  static std::atomic<uint64_t> last = 0;
  return ++last;
}

absl::Status WriteOut(const FileDescriptor& file, const std::string& path, std::string_view bytes,
                      uint64_t offset) {
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written <= 0) return SystemError(written < 0 ? errno : ENOSPC, "cannot write", path);
    bytes.remove_prefix(static_cast<size_t>(written));
    offset += static_cast<uint64_t>(written);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status SystemError(int error, std::string_view what, const std::string& path) {
  if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
    return absl::ResourceExhaustedError(
        StrCat("disk is full; free space and try again (", what, " '", path, "')"));
  }
  return absl::ErrnoToStatus(error, ToAbsl(StrCat(what, " '", path, "'")));
}

FileDescriptor::FileDescriptor(const std::string& path, int flags)
    : fd_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

absl::Status SyncFolder(const std::string& folder) {
  const FileDescriptor directory(folder, O_RDONLY | O_DIRECTORY);
  if (directory.get() < 0 || ::fsync(directory.get()) != 0) {
    return SystemError(errno, "cannot sync folder", folder);
  }
  return absl::OkStatus();
}

absl::Status RemoveFiles(const std::string& folder, std::string_view prefix,
                         std::string_view suffix) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  if (error == std::errc::no_such_file_or_directory) return absl::OkStatus();
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) continue;
    fs::remove(entry->path(), error);
    if (error) break;
  }
  if (error) return SystemError(error.value(), "cannot remove files of", folder);
  return SyncFolder(folder);
}

absl::Status WriteOver(const std::string& path, std::string_view bytes) {
  const FileDescriptor file(path, O_WRONLY);
  if (file.get() < 0) return SystemError(errno, "cannot write", path);
  OVERSTAP_RETURN_IF_ERROR(WriteOut(file, path, bytes, 0));
  return ::fsync(file.get()) == 0 ? absl::OkStatus() : SystemError(errno, "cannot write", path);
}

absl::StatusOr<std::shared_ptr<const MappedFile>> MappedFile::Open(const std::string& path) {
  const FileDescriptor file(path, O_RDONLY);
  struct stat found = {};
  if (file.get() < 0 || ::fstat(file.get(), &found) != 0) {
    return SystemError(errno, "cannot read", path);
  }
  if (!S_ISREG(found.st_mode)) return absl::DataLossError(StrCat("'", path, "' is no file"));
  const auto size = static_cast<size_t>(found.st_size);
  if (size == 0) return absl::DataLossError(StrCat("'", path, "' is empty"));
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
  if (start == MAP_FAILED) return SystemError(errno, "cannot map", path);
  return std::shared_ptr<const MappedFile>(
      new MappedFile(std::string_view(static_cast<const char*>(start), size)));
}

MappedFile::~MappedFile() { ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }

void MappedFile::ForgetPages() const {
  ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
}

NewFile::NewFile(std::string folder, std::string_view name)
    : folder_(std::move(folder)),
      path_(StrCat(folder_, "/", name)),
      unfinished_(StrCat(path_, ".", NextNumber(), kUnfinished)),
      file_(unfinished_, O_WRONLY | O_CREAT | O_TRUNC) {}

absl::StatusOr<std::unique_ptr<NewFile>> NewFile::Create(const std::string& folder,
                                                         std::string_view name) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return SystemError(error.value(), "cannot make folder", folder);
  std::unique_ptr<NewFile> made(new NewFile(folder, name));
  if (made->file_.get() < 0) return SystemError(errno, "cannot write", made->unfinished_);
  return made;
}

NewFile::~NewFile() {
  if (!is_finished_ && file_.get() >= 0) ::unlink(unfinished_.c_str());
}

absl::Status NewFile::Append(std::string_view bytes) {
  waiting_.append(bytes);
  size_ += bytes.size();
  if (waiting_.size() < kWriteAtOnce) return absl::OkStatus();
  OVERSTAP_RETURN_IF_ERROR(WriteOut(file_, unfinished_, waiting_, size_ - waiting_.size()));
  waiting_.clear();
  return absl::OkStatus();
}

absl::Status NewFile::Finish(std::string_view start) {
  OVERSTAP_RETURN_IF_ERROR(WriteOut(file_, unfinished_, waiting_, size_ - waiting_.size()));
  waiting_.clear();
  OVERSTAP_RETURN_IF_ERROR(WriteOut(file_, unfinished_, start, 0));
  if (::fsync(file_.get()) != 0) return SystemError(errno, "cannot write", unfinished_);
  if (::rename(unfinished_.c_str(), path_.c_str()) != 0) {
    return SystemError(errno, "cannot write", path_);
  }
  is_finished_ = true;
  return SyncFolder(folder_);
}

}  // namespace overstap::store
