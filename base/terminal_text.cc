#include "base/terminal_text.h"

#include <cstdint>

namespace overstap {
namespace {

uint8_t ByteAt(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<uint8_t>(text[at]) : 0;
}

// Bytes of the character at the begin that a terminal obeys; 0 when it is shown.
size_t LengthOfControl(std::string_view text) {
  const uint8_t first = ByteAt(text, 0);
  const uint8_t second = ByteAt(text, 1);
  const uint8_t third = ByteAt(text, 2);
  if (first == '\n' || first == '\t') return 0;
  if (first < 0x20 || first == 0x7f) return 1;
  if (first == 0xc2 && second >= 0x80 && second <= 0x9f) return 2;
  const bool turns = first == 0xe2 && ((second == 0x80 && third >= 0xaa && third <= 0xae) ||
                                       (second == 0x81 && third >= 0xa6 && third <= 0xa9));
  return turns ? 3 : 0;
}

}  // namespace

std::string TerminalText(std::string_view text) {
  constexpr std::string_view kReplacement = "\xef\xbf\xbd";
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const size_t length = LengthOfControl(text);
    if (length == 0) {
      shown.push_back(text.front());
    } else {
      shown.append(kReplacement);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

}  // namespace overstap
