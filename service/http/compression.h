// Bodies that take fewer bytes on the way (gzip, RFC 1952).
#pragma once

#include <string>
#include <string_view>

namespace overstap::http {

// Smaller bodies fit in a packet as they are.
inline constexpr size_t kLeastCompressedBytes = 1400;

enum class Effort { kFast, kMost };  // of one answer; of a file that is sent many times

// The same bytes for the same text.
std::string Gzip(std::string_view text, Effort effort);

// Whether a client with this Accept-Encoding takes gzip (RFC 9110, 12.5.3); not when it says
// nothing.
bool AcceptsGzip(std::string_view accept_encoding);

// Text, scripts, styles, JSON and drawings; what pictures and fonts hold is compressed already.
bool IsCompressible(std::string_view content_type);

}  // namespace overstap::http
