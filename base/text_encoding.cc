#include "base/text_encoding.h"

#include <cstdint>
#include <cstring>

namespace overstap {
namespace {

struct Lead {
  size_t length;       // bytes in the sequence, 0 for an invalid lead byte
  uint8_t second_min;  // range of the second byte, which carries the exceptions
  uint8_t second_max;
};

Lead ClassifyLead(uint8_t byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xc2) return {0, 0, 0};
  if (byte < 0xe0) return {2, 0x80, 0xbf};
  if (byte == 0xe0) return {3, 0xa0, 0xbf};
  if (byte == 0xed) return {3, 0x80, 0x9f};
  if (byte < 0xf0) return {3, 0x80, 0xbf};
  if (byte == 0xf0) return {4, 0x90, 0xbf};
  if (byte < 0xf4) return {4, 0x80, 0xbf};
  if (byte == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

bool InRange(char c, uint8_t low, uint8_t high) {
  const auto byte = static_cast<uint8_t>(c);
  return byte >= low && byte <= high;
}

// First byte at or after `at` that may not be ASCII. Eight bytes at a time: nearly all text is.
size_t SkipAscii(std::string_view text, size_t at) {
  constexpr uint64_t kHighBits = 0x8080808080808080;
  for (uint64_t word = 0; at + sizeof(word) <= text.size(); at += sizeof(word)) {
    std::memcpy(&word, text.data() + at, sizeof(word));
    if ((word & kHighBits) != 0) break;
  }
  return at;
}

}  // namespace

size_t FindInvalidUtf8(std::string_view text) {
  for (size_t at = SkipAscii(text, 0); at < text.size(); at = SkipAscii(text, at)) {
    const Lead lead = ClassifyLead(static_cast<uint8_t>(text[at]));
    if (lead.length == 0 || at + lead.length > text.size()) return at;
    if (lead.length > 1 && !InRange(text[at + 1], lead.second_min, lead.second_max)) return at;
    for (size_t i = 2; i < lead.length; ++i) {
      if (!InRange(text[at + i], 0x80, 0xbf)) return at;
    }
    at += lead.length;
  }
  return std::string_view::npos;
}

std::string_view Utf8Prefix(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  size_t end = max_bytes;
  while (end > 0 && InRange(text[end], 0x80, 0xbf)) --end;
  return text.substr(0, end);
}

}  // namespace overstap
