// The one place where our errors become those of a protocol.
#pragma once

#include <grpcpp/support/status.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace overstap::service {

// The same code (both follow google.rpc.Code) and the message, cut off where it would not fit in
// the trailers of a call.
grpc::Status ToGrpcStatus(const absl::Status& status);

// Stable word for programs: "invalid_argument", "not_found", ...
std::string_view ProblemCode(absl::StatusCode code);

// Longest message that a call carries, in bytes.
inline constexpr size_t kMaxStatusMessageBytes = 2000;

}  // namespace overstap::service
