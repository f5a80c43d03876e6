// The fingerprint of a store folder: which format lies in it, checked before anything is touched.
//
// The file FORMAT holds one line, "OVERSTAP 1 <check>": the magic, the format version and the first
// 16 hexadecimal digits of a SHA-256 over what stands before (docs/store-format.md).
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace overstap::store {

inline constexpr int kFormatVersion = 1;
inline constexpr std::string_view kFormatFileName = "FORMAT";

// The line for a version, with its line end.
std::string FormatLine(int version);
// The version that a line states; kDataLoss when the line is not one that FormatLine gives.
absl::StatusOr<int> ParseFormatLine(std::string_view text);

// OK when the folder holds a store of this version. kNotFound when the folder is missing or empty
// (a lost+found and an unfinished fingerprint do not count). kFailedPrecondition, saying what was
// found and what to do, for another version, a damaged fingerprint, a file in place of a folder or
// a folder that is somebody else's. Other errors as the operating system gives them. Writes
// nothing.
absl::Status CheckFormat(const std::string& folder);

// Makes the folder when it is missing and writes the fingerprint of this version into it: after a
// crash it is there in full or not at all. Call only after CheckFormat gave kNotFound.
absl::Status WriteFormat(const std::string& folder);

}  // namespace overstap::store
