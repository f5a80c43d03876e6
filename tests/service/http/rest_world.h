// The REST interface over the starter data.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/clock.h"
#include "service/http/gateway.h"
#include "service/http/server.h"
#include "tests/support/starter_snapshot.h"
#include "tools/overstap/rest_bodies.h"

namespace overstap::http {

// Of the starter data.
inline constexpr char kWelder[] =
    "http://data.europa.eu/esco/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b";

// On 21 November 2026.
struct RestWorld {
  explicit RestWorld(GatewayParams params = {}, StaticFiles files = {})
      : gateway(std::move(params), &live, &clock, cli::RestBodyReaders(), std::move(files)) {}

  Response Send(const std::string& method, const std::string& target,
                const std::string& content_type = "", const std::string& if_none_match = "",
                const std::string& origin = "", const std::string& body = "") const {
    return gateway.Handle({method, target, content_type, if_none_match, origin, body});
  }
  Response Get(const std::string& target) const { return Send("GET", target); }
  Response Post(const std::string& target, const std::string& body) const {
    return Send("POST", target, "application/json", "", "", body);
  }

  FixedClock clock{absl::CivilDay(2026, 11, 21)};
  service::LiveSnapshot live{StarterSnapshot()};
  Gateway gateway;
};

}  // namespace overstap::http
