// The gRPC server: where it listens, what it refuses and how it stops.
#pragma once

#include <grpcpp/server.h>
#include <grpcpp/support/server_callback.h>

#include <memory>
#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace overstap::service {

struct ServerParams {
  std::string address = "127.0.0.1:50051";  // see listen_address.h
  int max_request_bytes = 4 << 20;          // 1,024..1 GiB; a larger message: RESOURCE_EXHAUSTED
  absl::Duration stop_grace = absl::Seconds(10);  // 0..10 min; then calls that still run are ended

  absl::Status Validate() const;
};

// `name` is what health checks call it: "overstap.v1.DataService".
struct NamedService {
  std::string name;
  grpc::Service* service;
};

// Serves until it is stopped, with the standard health service (grpc.health.v1, for the whole and
// for each service by name) and server reflection. Thread-safe.
class Server {
 public:
  // The services outlive the server. kInvalidArgument for wrong params, kUnavailable when the
  // address is in use.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const ServerParams& params,
                                                       std::span<const NamedService> services);
  // Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Where clients reach it, with the port that was chosen when 0 was asked.
  const std::string& address() const { return address_; }

  // Says NOT_SERVING, takes no new calls, lets running ones end within the grace, and returns when
  // all have ended. Further calls do nothing.
  void Stop();

 private:
  Server(const ServerParams& params, std::unique_ptr<grpc::Server> server, std::string address);

  absl::Duration stop_grace_;
  std::string address_;
  std::unique_ptr<grpc::Server> server_;
};

}  // namespace overstap::service
