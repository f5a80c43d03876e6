// Text of others, on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace overstap {

// `text` with each character that a terminal obeys, and does not show, replaced by U+FFFD: C0 other
// than line end and tab, DEL, C1, and those that turn the direction of what follows
// (U+202A..U+202E, U+2066..U+2069). A title out of a file can then neither clear the screen of who
// reads it nor look like another. Bytes that are not UTF-8 pass as they are, but for those of C0
// and DEL. Any length.
std::string TerminalText(std::string_view text);

}  // namespace overstap
