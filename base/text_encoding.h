// Checks of bytes that come from outside.
#pragma once

#include <cstddef>
#include <string_view>

namespace overstap {

// Offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no overlong forms, no
// surrogates, at most U+10FFFF), or npos when all is well.
size_t FindInvalidUtf8(std::string_view text);

inline bool IsValidUtf8(std::string_view text) {
  return FindInvalidUtf8(text) == std::string_view::npos;
}

// The longest prefix of at most `max_bytes` that does not end inside a character. For well-formed
// text.
std::string_view Utf8Prefix(std::string_view text, size_t max_bytes);

}  // namespace overstap
