#include "engine/store/key_codec.h"

#include "base/status_macros.h"
#include "base/strings.h"

namespace overstap::store {
namespace {

constexpr char kEscape = '\x00';
constexpr char kEscapedZero = '\xFF';
constexpr char kTerminator = '\x01';

void AppendBigEndian(std::string* key, uint64_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    key->push_back(static_cast<char>((value >> shift) & 0xff));
  }
}

absl::Status Damaged(std::string_view what) {
  return absl::DataLossError(StrCat("a key in the store is damaged: ", what));
}

}  // namespace

void AppendU32(std::string* key, uint32_t value) { AppendBigEndian(key, value, 4); }
void AppendU64(std::string* key, uint64_t value) { AppendBigEndian(key, value, 8); }

void AppendString(std::string* key, std::string_view value) {
  for (const char c : value) {
    key->push_back(c);
    if (c == kEscape) key->push_back(kEscapedZero);
  }
  key->push_back(kEscape);
  key->push_back(kTerminator);
}

absl::StatusOr<uint64_t> KeyReader::ReadBigEndian(size_t bytes) {
  if (rest_.size() < bytes) return Damaged("a number is cut short");
  uint64_t value = 0;
  for (const char c : rest_.substr(0, bytes)) value = value << 8 | static_cast<unsigned char>(c);
  rest_.remove_prefix(bytes);
  return value;
}

absl::StatusOr<uint32_t> KeyReader::ReadU32() {
  OVERSTAP_ASSIGN_OR_RETURN(const uint64_t value, ReadBigEndian(4));
  return static_cast<uint32_t>(value);
}

absl::StatusOr<uint64_t> KeyReader::ReadU64() { return ReadBigEndian(8); }

absl::StatusOr<std::string> KeyReader::ReadString() {
  std::string value;
  while (true) {
    const size_t escape = rest_.find(kEscape);
    if (escape == std::string_view::npos || escape + 1 == rest_.size()) {
      return Damaged("a text does not end");
    }
    value.append(rest_.substr(0, escape));
    const char marker = rest_[escape + 1];
    rest_.remove_prefix(escape + 2);
    if (marker == kTerminator) return value;
    if (marker != kEscapedZero) return Damaged("a text has an unknown escape");
    value.push_back(kEscape);
  }
}

absl::Status KeyReader::ExpectEnd() const {
  if (rest_.empty()) return absl::OkStatus();
  return Damaged(StrCat(rest_.size(), " bytes too many"));
}

}  // namespace overstap::store
