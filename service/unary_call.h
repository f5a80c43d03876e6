// Calls with one question and one answer.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include "base/status_macros.h"
#include "engine/advice/context.h"
#include "service/call_guard.h"
#include "service/query.h"
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

// AnswerUnary for a question to a snapshot, in the languages of the request: `answer(context)`
// gives an absl::Status.
template <class Request, class Answer>
grpc::ServerUnaryReactor* AnswerQuery(grpc::CallbackServerContext* context,
                                      const QuerySource& source, const Request& request,
                                      const Answer& answer) {
  return AnswerUnary(context, [&](const CallGuard&) -> absl::Status {
    OVERSTAP_ASSIGN_OR_RETURN(const Query query, Query::Begin(source, request.language_codes()));
    return answer(query.context());
  });
}

}  // namespace overstap::service
