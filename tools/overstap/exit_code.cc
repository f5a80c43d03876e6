#include "tools/overstap/exit_code.h"

namespace overstap::cli {

ExitCode ExitCodeOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return kDone;
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kNotFound:
    case absl::StatusCode::kAlreadyExists:
    case absl::StatusCode::kOutOfRange:
    case absl::StatusCode::kResourceExhausted:
    case absl::StatusCode::kPermissionDenied:
    case absl::StatusCode::kUnavailable:
      return kRefused;
    case absl::StatusCode::kFailedPrecondition:
      return kOtherFormat;
    default:
      return kInternal;
  }
}

}  // namespace overstap::cli
