#include "base/patience.h"

#include <utility>

namespace overstap {
namespace {
thread_local const PatienceScope* innermost = nullptr;
}  // namespace

PatienceScope::PatienceScope(std::function<absl::Status()> check)
    : check_(std::move(check)), outer_(innermost) {
  innermost = this;
}

PatienceScope::~PatienceScope() { innermost = outer_; }

absl::Status CheckPatience() {
  return innermost == nullptr ? absl::OkStatus() : innermost->check_();
}

}  // namespace overstap
