// One form for text that looks the same.
#pragma once

#include <string>
#include <string_view>

namespace overstap {

// For storing and showing a label: Unicode NFC, invisible characters (soft hyphen, zero-width and
// other format characters, control characters) removed, white space runs to one space, trimmed.
// Invalid UTF-8 becomes U+FFFD. Idempotent. Thread-safe.
std::string CleanLabel(std::string_view text);

// For comparing: CleanLabel, then NFKC case folding, accents removed, and every run of
// characters that are neither letters nor digits (except + and #, as in C++ and C#) to one space.
// Idempotent. Thread-safe.
std::string FoldLabel(std::string_view text);

}  // namespace overstap
