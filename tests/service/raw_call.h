// Calls by name and bytes, for services whose generated code is not at hand.
#pragma once

#include <grpcpp/channel.h>
#include <grpcpp/support/status.h>

#include <memory>
#include <string>

namespace overstap::service {

struct RawAnswer {
  grpc::Status status;
  std::string bytes;
};

// One request, one answer, at most ten seconds.
RawAnswer RawCall(const std::shared_ptr<grpc::Channel>& channel, const std::string& method,
                  const std::string& request);

// Answers of grpc.health.v1.Health/Check.
inline constexpr const char* kServing = "\x08\x01";
inline constexpr const char* kNotServing = "\x08\x02";

// `service` empty: the server as a whole.
RawAnswer CheckHealth(const std::shared_ptr<grpc::Channel>& channel, const std::string& service);

}  // namespace overstap::service
