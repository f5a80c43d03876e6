// Calls with many questions and as many answers.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <functional>
#include <utility>

#include "base/patience.h"
#include "service/call_guard.h"
#include "service/status_codes.h"

namespace overstap::service {

// Answers each question before it reads the next: answers keep the order of the questions, and a
// client that does not read its answers is not read from. Ends with OK when the client has no more
// questions, else with kCancelled or kDeadlineExceeded. Deletes itself when the call is over.
template <class Request, class Response>
class AnswerStream final : public grpc::ServerBidiReactor<Request, Response> {
 public:
  // `answer` outlives the call's context; it fills an empty response.
  using Answer = std::function<void(const Request&, Response*)>;

  AnswerStream(grpc::CallbackServerContext* context, Answer answer)
      : guard_(context), answer_(std::move(answer)) {
    this->StartRead(&request_);
  }

  void OnReadDone(bool ok) override {
    const absl::Status status = guard_.Check();
    if (!ok || !status.ok()) {
      this->Finish(ToGrpcStatus(status));
      return;
    }
    response_.Clear();
    {
      const PatienceScope patience([this] { return guard_.Check(); });
      answer_(request_, &response_);
    }
    this->StartWrite(&response_);
  }

  void OnWriteDone(bool ok) override {
    if (ok) {
      this->StartRead(&request_);
    } else {
      this->Finish(ToGrpcStatus(absl::CancelledError("the client takes no more answers")));
    }
  }

  void OnDone() override { delete this; }

 private:
  CallGuard guard_;
  Answer answer_;
  Request request_;
  Response response_;
};

}  // namespace overstap::service
