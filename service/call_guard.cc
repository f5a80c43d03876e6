#include "service/call_guard.h"

namespace overstap::service {

absl::Status CallGuard::Check() const {
  if (std::chrono::system_clock::now() >= deadline_) {
    return absl::DeadlineExceededError("the deadline of the call passed; ask less or wait longer");
  }
  if (is_cancelled_()) return absl::CancelledError("the call was cancelled");
  return absl::OkStatus();
}

}  // namespace overstap::service
