// Whether somebody still waits for an answer.
#pragma once

#include <grpcpp/server_context.h>

#include <chrono>
#include <functional>
#include <utility>

#include "absl/status/status.h"

namespace overstap::service {

// Asked before and between the parts of the work of one call. Thread-safe; not to be used after
// the call is finished.
class CallGuard {
 public:
  using TimePoint = std::chrono::system_clock::time_point;

  explicit CallGuard(const grpc::CallbackServerContext* context)
      : CallGuard(context->deadline(), [context] { return context->IsCancelled(); }) {}
  CallGuard(TimePoint deadline, std::function<bool()> is_cancelled)
      : deadline_(deadline), is_cancelled_(std::move(is_cancelled)) {}

  // kDeadlineExceeded or kCancelled when nobody waits any more.
  absl::Status Check() const;

 private:
  TimePoint deadline_;
  std::function<bool()> is_cancelled_;
};

}  // namespace overstap::service
