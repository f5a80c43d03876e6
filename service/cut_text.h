// Text that has to fit.
#pragma once

#include <cstddef>
#include <string_view>

namespace overstap::service {

// The longest beginning of at most `max_bytes` bytes that does not end inside a UTF-8 character.
inline std::string_view CutText(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace overstap::service
