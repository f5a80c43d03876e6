// A request to the REST interface: the first line is method and target, the second the content
// type, the rest the body.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "base/clock.h"
#include "service/http/gateway.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/fuzz_targets.h"
#include "tests/support/tiny_taxonomy.h"
#include "tools/overstap/rest_bodies.h"

namespace overstap::fuzz {
namespace {

constexpr char kWorld[] = R"(
  occupation kok isco 5120 : koken, plannen
  occupation lasser isco 7212 : mig, plannen
  occupation monteur isco 7233 : sleutelen, mig
  region AM06 52.5 6.1
  course mig : mig | weeks 4
  scheme slim open for employer
  vacancy v1 for lasser | region AM06
  profile p1 : was kok 5 | region AM06
)";

std::string_view TakeLine(std::string_view* bytes) {
  const std::string_view line = bytes->substr(0, bytes->find('\n'));
  bytes->remove_prefix(std::min(bytes->size(), line.size() + 1));
  return line;
}

const http::Gateway& TheGateway() {
  static const auto* const kClock = new FixedClock(absl::CivilDay(2026, 11, 21));
  static const auto* const kLive = new service::LiveSnapshot(
      snapshot::Snapshot::Build(ParseTinyWorld(kWorld).value(), TinyParameters()).value());
  static const auto* const kGateway =
      new http::Gateway({}, kLive, kClock, cli::RestBodyReaders(), {});
  return *kGateway;
}

}  // namespace

void FuzzRest(std::string_view bytes) {
  const std::string_view line = TakeLine(&bytes);
  http::Request request;
  request.method = std::string(line.substr(0, line.find(' ')));
  request.target = std::string(line.substr(std::min(line.size(), request.method.size() + 1)));
  request.content_type = std::string(TakeLine(&bytes));
  request.body = std::string(bytes);
  const http::Response response = TheGateway().Handle(request);
  static const auto* const kStatuses = new std::set<int>{200, 204, 400, 404, 405, 414, 415};
  OVERSTAP_FUZZ_CHECK(kStatuses->contains(response.status));
  OVERSTAP_FUZZ_CHECK(response.Header("API-Version") == "1.0.0");
  // Whatever other headers hold, the answer is the same, or the host is not ours.
  http::Request other = request;
  other.host = request.content_type;
  other.accept_encoding = request.content_type;
  const int status = TheGateway().Handle(other).status;
  OVERSTAP_FUZZ_CHECK(status == response.status || status == 421);
  for (const auto& [name, value] : response.headers) {
    for (const char byte : value) OVERSTAP_FUZZ_CHECK(byte >= ' ' && byte < 0x7F);
  }
  if (response.body.empty()) {
    OVERSTAP_FUZZ_CHECK(response.status == 204);
    return;
  }
  const auto json = nlohmann::json::parse(response.body, nullptr, false);
  OVERSTAP_FUZZ_CHECK(json.is_object());
  if (json.contains("logref")) return;  // as the ESCO API says it
  const bool is_problem = response.Header("Content-Type") == "application/problem+json";
  OVERSTAP_FUZZ_CHECK(is_problem == (response.status >= 400));
  if (is_problem) OVERSTAP_FUZZ_CHECK(json["status"] == response.status);
}

}  // namespace overstap::fuzz
