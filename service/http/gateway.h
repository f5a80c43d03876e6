// The REST interface, without sockets: from a request to a response.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "service/http/handlers.h"
#include "service/http/message.h"
#include "service/http/static_files.h"
#include "service/live_snapshot.h"

namespace overstap::http {

struct GatewayParams {
  // Origins of pages that may ask with a body, such as "https://loket.example.org"; "*": any. What
  // a GET reads is public and any page may read it.
  std::vector<std::string> origins;
};

// Thread-safe.
class Gateway {
 public:
  // `live` and `clock` outlive the gateway. `files` may hold none.
  Gateway(GatewayParams params, const service::LiveSnapshot* live, const Clock* clock,
          BodyReaders readers, StaticFiles files);

  // Any request has a response; every error is application/problem+json. Takes as long as the
  // answer takes to compute. A HEAD is answered as its GET: the server leaves the body out.
  Response Handle(const Request& request) const;

  // What the server says when it refuses a request before it is read.
  static Response Refuse(int status, std::string_view code, std::string_view detail);

  // The description of the interface (OpenAPI 3.0), a JSON text.
  static std::string_view OpenApi();

 private:
  Response AnswerApi(const Request& request, const Target& target) const;
  Response AnswerEscoApi(const Request& request, const Target& target) const;
  Response AnswerOpenApi(const Request& request, const Target& target) const;
  Response AnswerRead(const Request& request, const Target& target, std::string id,
                      ReadHandler read) const;
  Response AnswerAsk(const Request& request, const Target& target, AskHandler ask) const;
  void AddCors(const Request& request, Response* response) const;

  GatewayParams params_;
  const service::LiveSnapshot& live_;
  const Clock& clock_;
  BodyReaders readers_;
  StaticFiles files_;
};

}  // namespace overstap::http
