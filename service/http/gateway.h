// The REST interface, without sockets: from a request to a response.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "base/clock.h"
#include "service/http/handlers.h"
#include "service/http/hosts.h"
#include "service/http/message.h"
#include "service/http/static_files.h"
#include "service/live_snapshot.h"

namespace overstap::http {

struct GatewayParams {
  // Origins of pages that may ask with a body, such as "https://loket.example.org"; "*": any. What
  // a GET reads is public and any page may read it.
  std::vector<std::string> origins = {};
  // Names by which clients reach us besides those of this machine (hosts.h), such as that of a
  // proxy: "loket.example.org".
  std::vector<std::string> hosts = {};
  // Up to an hour; an answer that takes longer to compute becomes a 504, and the work ends.
  absl::Duration longest_answer = absl::Seconds(10);
};

// Thread-safe.
class Gateway {
 public:
  // `live` and `clock` outlive the gateway. `files` may hold none.
  Gateway(GatewayParams params, const service::LiveSnapshot* live, const Clock* clock,
          BodyReaders readers, StaticFiles files);

  // Any request has a response; every error is application/problem+json. Takes as long as the
  // answer takes to compute. A HEAD is answered as its GET: the server leaves the body out. Bodies
  // are packed for who takes gzip.
  Response Handle(const Request& request) const;

  // Whether the answer may take seconds, so that quick questions should not wait for it.
  static bool TakesLong(const Request& request);

  // What the server says when it refuses a request before it is read.
  static Response Refuse(int status, std::string_view code, std::string_view detail);

  // The description of the interface (OpenAPI 3.0), a JSON text.
  static std::string_view OpenApi();

 private:
  Response Answer(const Request& request, bool* is_api) const;
  std::function<absl::Status()> Patience(const Request& request) const;
  Response AnswerApi(const Request& request, const Target& target) const;
  Response AnswerEscoApi(const Request& request, const Target& target) const;
  Response AnswerOpenApi(const Request& request, const Target& target) const;
  Response AnswerRead(const Request& request, const Target& target, std::string id,
                      ReadHandler read) const;
  Response AnswerAsk(const Request& request, const Target& target, AskHandler ask) const;
  void AddCors(const Request& request, Response* response) const;

  GatewayParams params_;
  Hosts hosts_;
  const service::LiveSnapshot& live_;
  const Clock& clock_;
  BodyReaders readers_;
  StaticFiles files_;
};

}  // namespace overstap::http
