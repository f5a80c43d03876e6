// Files beside the database, as a whole or not at all.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace overstap::store {

// `error` is an errno; kResourceExhausted when it says that the disk is full.
absl::Status SystemError(int error, std::string_view what, const std::string& path);

absl::Status SyncFolder(const std::string& folder);

// Those in the folder whose name begins with `prefix` and ends with `suffix`; none when there is no
// folder.
absl::Status RemoveFiles(const std::string& folder, std::string_view prefix,
                         std::string_view suffix = "");

// Writes `bytes` over the first of a file that is there, and waits until they are on disk.
absl::Status WriteOver(const std::string& path, std::string_view bytes);

// Owns what open(2) gives; below 0 when that failed, with its errno.
class FileDescriptor {
 public:
  FileDescriptor(const std::string& path, int flags);
  ~FileDescriptor();
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  int get() const { return fd_; }

 private:
  const int fd_;
};

// A whole file as memory, for reading. Its bytes stay as they are when the file is replaced or
// removed. Immutable; thread-safe.
class MappedFile {
 public:
  // kNotFound when there is none.
  static absl::StatusOr<std::shared_ptr<const MappedFile>> Open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }
  // Gives back the memory of what was read; it is read again when it is asked for.
  void ForgetPages() const;

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  const std::string_view bytes_;
};

// A file that is there in full, and on disk, after Finish, and not at all without it. Not
// thread-safe.
class NewFile {
 public:
  // What is left of one when the process dies.
  static constexpr std::string_view kUnfinished = ".unfinished";

  // Makes the folder when it is missing. What was there under that name stays until Finish.
  static absl::StatusOr<std::unique_ptr<NewFile>> Create(const std::string& folder,
                                                         std::string_view name);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  absl::Status Append(std::string_view bytes);
  uint64_t size() const { return size_; }
  // Writes `start` over the first bytes.
  absl::Status Finish(std::string_view start);

 private:
  NewFile(std::string folder, std::string_view name);

  const std::string folder_;
  const std::string path_;
  const std::string unfinished_;
  const FileDescriptor file_;
  std::string waiting_;
  uint64_t size_ = 0;
  bool is_finished_ = false;
};

}  // namespace overstap::store
