// Keys whose byte order is the order of what they say.
//
// A key is a sequence of parts. Numbers are big-endian. Text has every 0x00 written as 0x00 0xFF
// and ends with 0x00 0x01, so that a shorter text sorts before a longer one that begins with it,
// whatever follows. Keys with the same types of parts compare as their tuples do, text by
// unsigned bytes. Persisted: docs/store-format.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace overstap::store {

void AppendU32(std::string* key, uint32_t value);
void AppendU64(std::string* key, uint64_t value);
// Any bytes.
void AppendString(std::string* key, std::string_view value);

// Takes a key apart. Every error is kDataLoss: a key that was not written by the functions above
// with the same types of parts. Does not own the key; not thread-safe.
class KeyReader {
 public:
  explicit KeyReader(std::string_view key) : rest_(key) {}

  absl::StatusOr<uint32_t> ReadU32();
  absl::StatusOr<uint64_t> ReadU64();
  absl::StatusOr<std::string> ReadString();
  // Nothing is left.
  absl::Status ExpectEnd() const;

 private:
  absl::StatusOr<uint64_t> ReadBigEndian(size_t bytes);

  std::string_view rest_;
};

}  // namespace overstap::store
