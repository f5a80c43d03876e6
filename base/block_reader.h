// Bytes of a stream, a block at a time.
#pragma once

#include <istream>
#include <string>
#include <string_view>

namespace overstap {

// Takes from the stream what it has ready, so that a reader of a pipe is not kept waiting for bytes
// that it did not ask for. Not thread-safe; does not own the stream, which nobody else may read
// meanwhile. Movable; views end with a move.
class BlockReader {
 public:
  explicit BlockReader(std::istream& in) : in_(&in) {}

  // Unread bytes; at most kBlockBytes, and empty only at the end or after a failure. Valid until
  // the next call after all of them were skipped.
  std::string_view Available();

  // Marks the first `count` of the available bytes as read.
  void Skip(size_t count) { position_ += count; }

  // The next byte, not marked as read; kEnd when there is none.
  int Peek();

  // The device failed, or the stream is a folder: what was read is not the whole.
  bool failed() const { return failed_; }

  static constexpr int kEnd = -1;
  static constexpr size_t kBlockBytes = size_t{1} << 16;

 private:
  void Fill();

  std::istream* in_;
  std::string block_;
  size_t position_ = 0;
  bool failed_ = false;
};

}  // namespace overstap
