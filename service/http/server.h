// The HTTP server: where it listens, what it refuses, whom it cuts off and how it stops.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "service/http/gateway.h"

namespace overstap::http {

struct HttpServerParams {
  // See service/listen_address.h; TCP only. Port 0: any free port.
  std::string address = "127.0.0.1:8080";
  size_t max_body_bytes = size_t{1} << 20;  // 1..64 MiB; a larger body: 413
  size_t max_header_bytes = 16 << 10;       // 1,024..1 MiB; larger headers: 431
  // Each more than 0, at most an hour. Who takes longer is cut off.
  absl::Duration idle = absl::Seconds(75);    // between requests
  absl::Duration header = absl::Seconds(10);  // from the first byte to the end of the headers
  absl::Duration body = absl::Seconds(20);    // to read a body
  absl::Duration write = absl::Seconds(30);   // to take a response
  size_t max_connections = 20'000;            // 1..1,000,000; more are closed at once
  size_t max_waiting = 256;  // 1..100,000 requests in work or waiting for it; more: 503
  size_t threads = 0;        // that compute answers, 0..1,000; 0: as many as there are processors
  size_t max_long_waiting = 16;  // 1..100,000 of those may be long ones (Gateway::TakesLong)
  absl::Duration stop_grace = absl::Seconds(10);  // 0..10 min; then what still runs is ended

  absl::Status Validate() const;
};

// What is told of a request: never its query nor its body.
struct AccessLine {
  std::string method;
  std::string path;
  int status = 0;
  size_t bytes = 0;  // of the body of the response
  absl::Duration spent;
};
// Called from one thread.
using AccessLog = std::function<void(const AccessLine& line)>;

// Serves HTTP/1.1 until it is stopped. One thread reads and writes; others compute, and one more
// computes long answers, so that they never hold up quick ones; a long one ends when its client
// goes away.
class HttpServer {
 public:
  // The gateway outlives the server. `log` may be empty. Raises the limit of open files of the
  // process to what it may be. kInvalidArgument for wrong params, kUnavailable when the address is
  // in use.
  static absl::StatusOr<std::unique_ptr<HttpServer>> Start(const HttpServerParams& params,
                                                           const Gateway* gateway,
                                                           AccessLog log = {});
  // Stops.
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Where clients reach it, with the port that was chosen when 0 was asked.
  const std::string& address() const { return address_; }

  // Takes no new connections, closes those without a whole request, lets requests in work end
  // within the grace, and returns when all have ended. Further calls do nothing.
  void Stop();

 private:
  class Impl;
  HttpServer(std::unique_ptr<Impl> impl, std::string address);

  std::unique_ptr<Impl> impl_;
  std::string address_;
};

}  // namespace overstap::http
