// Calls with one question and one answer.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include "service/call_guard.h"
#include "service/status_codes.h"

namespace overstap::service {

// Runs `answer(guard)`, which gives an absl::Status, and ends the call with it. An answer that
// nobody waits for any more is neither computed nor sent. Runs on the thread of the call: `answer`
// takes milliseconds and waits for nothing.
template <class Answer>
grpc::ServerUnaryReactor* AnswerUnary(grpc::CallbackServerContext* context, const Answer& answer) {
  const CallGuard guard(context);
  absl::Status status = guard.Check();
  if (status.ok()) status = answer(guard);
  if (status.ok()) status = guard.Check();
  grpc::ServerUnaryReactor* reactor = context->DefaultReactor();
  reactor->Finish(ToGrpcStatus(status));
  return reactor;
}

}  // namespace overstap::service
