// Where the service listens.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace overstap::service {

// An address that only this machine can reach, in the one form that gRPC takes:
//   "127.0.0.1:50051" (all of 127.0.0.0/8), "[::1]:50051", "localhost:50051" (means 127.0.0.1),
//   "unix:/run/overstap.sock".
// Port 0 asks for any free port. Names are never resolved. kInvalidArgument says what to write
// instead: for text that is no such address, and for any address that others can reach, since the
// service has no TLS.
absl::StatusOr<std::string> ParseListenAddress(std::string_view text);

}  // namespace overstap::service
