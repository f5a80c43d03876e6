// The one place where an error becomes an exit code.
#pragma once

#include "absl/status/status.h"

namespace overstap::cli {

enum ExitCode : int {
  kDone = 0,
  kInternal = 1,
  kUsage = 2,
  kRefused = 3,      // input refused or not found, disk full
  kOtherFormat = 4,  // store of another format version
};

ExitCode ExitCodeOf(const absl::Status& status);

}  // namespace overstap::cli
