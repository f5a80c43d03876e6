// Crosswalks between our structs and the bytes in the store. The schemes are in the key, not in the
// bytes.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "taxonomy/crosswalk.h"

namespace overstap::store {

// Crosswalks that are equal once they are canonical give equal bytes. kInvalidArgument as
// Store::PutCrosswalk says. Thread-safe.
absl::StatusOr<std::string> Encode(const Crosswalk& crosswalk);

// kDataLoss for bytes that Encode does not give. Thread-safe.
absl::StatusOr<Crosswalk> DecodeCrosswalk(std::string from_scheme, std::string to_scheme,
                                          std::string_view bytes);

}  // namespace overstap::store
