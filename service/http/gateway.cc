#include "service/http/gateway.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/time/clock.h"
#include "base/content_hash.h"
#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "service/http/api_version.h"
#include "service/http/compression.h"
#include "service/http/esco.h"

namespace overstap {
// service/http/openapi.json, carried in the program.
std::span<const std::string_view> EmbeddedOpenApi();
}  // namespace overstap

namespace overstap::http {
namespace {

constexpr std::string_view kId = "{id}";
constexpr std::string_view kReadMethods = "GET, HEAD, OPTIONS";
constexpr std::string_view kAskMethods = "POST, OPTIONS";

// Segments after "v1"; those not used are empty. A path is read or asked.
struct Resource {
  std::array<std::string_view, 3> segments;
  ReadHandler read;
  AskHandler ask;
};

constexpr std::array<Resource, 26> kResources = {{
    {{"health"}, GetHealth, nullptr},
    {{"versions"}, GetVersions, nullptr},
    {{"parameters"}, GetParameters, nullptr},
    {{"techniek-definitions"}, ListTechniekDefinitions, nullptr},
    {{"suggestions"}, ListSuggestions, nullptr},
    {{"occupations"}, ListOccupations, nullptr},
    {{"occupations", kId}, GetOccupation, nullptr},
    {{"skills"}, ListSkills, nullptr},
    {{"skills", kId}, GetSkill, nullptr},
    {{"vacancies"}, ListVacancies, nullptr},
    {{"vacancies", kId}, GetVacancy, nullptr},
    {{"courses"}, ListCourses, nullptr},
    {{"courses", kId}, GetCourse, nullptr},
    {{"schemes"}, ListSchemes, nullptr},
    {{"schemes", kId}, GetScheme, nullptr},
    {{"regions"}, ListRegions, nullptr},
    {{"regions", kId}, GetRegion, nullptr},
    {{"regions", kId, "report"}, GetRegionReport, nullptr},
    {{"routes", "_zoek"}, nullptr, FindRoutes},
    {{"plans", "_zoek"}, nullptr, FindPlan},
    {{"reasons", "_zoek"}, nullptr, FindReasons},
    {{"matches", "_zoek"}, nullptr, FindMatches},
    {{"explanations", "_zoek"}, nullptr, FindExplanation},
    {{"extractions", "_zoek"}, nullptr, FindInText},
    {{"closest", "_zoek"}, nullptr, FindClosest},
    {{"placements", "_zoek"}, nullptr, FindPlacement},
}};

// What stands for {id} when the path is of the resource; empty when it has none.
std::optional<std::string> MatchOf(const Resource& resource, std::span<const std::string> path) {
  std::string id;
  for (size_t i = 0; i < resource.segments.size(); ++i) {
    const std::string_view asked = resource.segments[i];
    if (asked.empty()) return i == path.size() ? std::optional(id) : std::nullopt;
    if (i >= path.size()) return std::nullopt;
    if (asked == kId) {
      if (path[i].empty()) return std::nullopt;
      id = path[i];
    } else if (path[i] != asked) {
      return std::nullopt;
    }
  }
  return path.size() == resource.segments.size() ? std::optional(id) : std::nullopt;
}

// "application/json", with or without parameters; another charset than UTF-8 is another type.
bool IsJson(std::string_view content_type) {
  const std::string type = absl::AsciiStrToLower(ToAbsl(content_type));
  const size_t mark = type.find(';');
  if (absl::StripAsciiWhitespace(type.substr(0, mark)) != "application/json") return false;
  const size_t charset = type.find("charset=");
  return charset == std::string::npos || type.find("utf-8", charset) != std::string::npos;
}

Response NotAllowed(std::string_view path, std::string_view methods) {
  Response response =
      ToResponse({405, "method_not_allowed", StrCat("use one of: ", methods)}, path);
  response.headers.emplace_back("Allow", std::string(methods));
  return response;
}

Response NoSuchPath(std::string_view path) {
  return ToResponse(
      {404, "not_found", "There is nothing at this path; /v1/openapi.json says what there is."},
      path);
}

Response NotOurs() {
  return ToResponse({421, "misdirected",
                     "This service does not answer for the name in the Host header; ask for "
                     "localhost, or let whoever runs it allow the name with --host."},
                    std::string_view());
}

void AddVary(const char* header, Response* response) {
  for (auto& [name, value] : response->headers) {
    if (name != "Vary") continue;
    if (value.find(header) == std::string::npos) StrAppend(&value, ", ", header);
    return;
  }
  response->headers.emplace_back("Vary", header);
}

// In the form that the client takes. What is packed already (a file) stays so.
void Pack(const Request& request, Response* response) {
  if (!IsCompressible(response->Header("Content-Type"))) return;
  AddVary("Accept-Encoding", response);
  const bool is_packed = !response->Header("Content-Encoding").empty();
  if (is_packed || response->body.size() < kLeastCompressedBytes) return;
  if (!AcceptsGzip(request.accept_encoding)) return;
  response->body = Gzip(response->body, Effort::kFast);
  response->headers.emplace_back("Content-Encoding", "gzip");
}

Response Options(std::string_view methods) {
  Response response;
  response.status = 204;
  response.headers = {{"Allow", std::string(methods)}};
  return response;
}

bool IsRead(std::string_view method) { return method == "GET" || method == "HEAD"; }

void AddSafetyHeaders(bool is_api, Response* response) {
  const auto add = [response](const char* name, std::string value) {
    response->headers.emplace_back(name, std::move(value));
  };
  if (is_api) {
    add("API-Version", kApiVersion);
    add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  } else {
    add("Content-Security-Policy", std::string(kPagePolicy));
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Resource-Policy", "same-origin");
  }
  if (response->Header("Cache-Control").empty()) add("Cache-Control", "no-store");
  add("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  add("Referrer-Policy", "no-referrer");
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
}

}  // namespace

Gateway::Gateway(GatewayParams params, const service::LiveSnapshot* live, const Clock* clock,
                 BodyReaders readers, StaticFiles files)
    : params_(std::move(params)),
      hosts_(params_.hosts),
      live_(*live),
      clock_(*clock),
      readers_(std::move(readers)),
      files_(std::move(files)) {}

std::string_view Gateway::OpenApi() { return EmbeddedOpenApi().front(); }

Response Gateway::Refuse(int status, std::string_view code, std::string_view detail) {
  Response response =
      ToResponse({status, std::string(code), std::string(detail)}, std::string_view());
  AddSafetyHeaders(true, &response);
  return response;
}

Response Gateway::Handle(const Request& request) const {
  const PatienceScope patience(Patience(request));
  bool is_api = true;
  Response response = hosts_.Knows(request.host) ? Answer(request, &is_api) : NotOurs();
  AddSafetyHeaders(is_api, &response);
  Pack(request, &response);
  return response;
}

Response Gateway::Answer(const Request& request, bool* is_api) const {
  const auto target = ParseTarget(request.target);
  if (!target.ok()) return ToResponse(ProblemOf(target.status(), {}), std::string_view());
  if (!target->segments.empty() && target->segments[0] == "v1") {
    Response response = AnswerApi(request, *target);
    AddCors(request, &response);
    return response;
  }
  if (target->segments.size() > 1 && target->segments[0] == "esco" &&
      target->segments[1] == "api") {
    return AnswerEscoApi(request, *target);
  }
  const StaticFile* file = files_.Find(target->segments);
  if (file == nullptr) return NoSuchPath(target->path);
  *is_api = false;
  if (!IsRead(request.method)) return NotAllowed(target->path, kReadMethods);
  return file->Answer(request.if_none_match, AcceptsGzip(request.accept_encoding));
}

std::function<absl::Status()> Gateway::Patience(const Request& request) const {
  const absl::Time end = absl::Now() + params_.longest_answer;
  const std::string detail = StrCat(
      "The answer takes longer than ", absl::FormatDuration(params_.longest_answer),
      ". Ask for less: fewer skills or profiles at once, a smaller limit, a smaller region.");
  return [end, detail, has_left = request.has_left] {
    if (has_left && has_left()) return absl::CancelledError("The client went away.");
    return absl::Now() < end ? absl::OkStatus() : absl::DeadlineExceededError(detail);
  };
}

bool Gateway::TakesLong(const Request& request) {
  return request.method == "POST" && request.target == "/v1/placements/_zoek";
}

Response Gateway::AnswerApi(const Request& request, const Target& target) const {
  const std::span<const std::string> path = std::span(target.segments).subspan(1);
  if (path.size() == 1 && path[0] == "openapi.json") return AnswerOpenApi(request, target);
  for (const Resource& resource : kResources) {
    std::optional<std::string> id = MatchOf(resource, path);
    if (!id) continue;
    const std::string_view methods = resource.read != nullptr ? kReadMethods : kAskMethods;
    if (request.method == "OPTIONS") return Options(methods);
    if (resource.read != nullptr && IsRead(request.method)) {
      return AnswerRead(request, target, *std::move(id), resource.read);
    }
    if (resource.ask != nullptr && request.method == "POST") {
      return AnswerAsk(request, target, resource.ask);
    }
    return NotAllowed(target.path, methods);
  }
  return NoSuchPath(target.path);
}

Response Gateway::AnswerEscoApi(const Request& request, const Target& target) const {
  if (!IsRead(request.method)) return NotAllowed(target.path, kReadMethods);
  const auto snapshot = live_.Current();
  Response response =
      AnswerEsco({*snapshot, clock_.Today()}, target, std::span(target.segments).subspan(2));
  response.headers.emplace_back("Access-Control-Allow-Origin", "*");
  return response;
}

Response Gateway::AnswerOpenApi(const Request& request, const Target& target) const {
  if (request.method == "OPTIONS") return Options(kReadMethods);
  if (!IsRead(request.method)) return NotAllowed(target.path, kReadMethods);
  static const StaticFile* const kFile =
      new StaticFile("openapi.json", "no-cache", std::string(OpenApi()));
  return kFile->Answer(request.if_none_match, AcceptsGzip(request.accept_encoding));
}

Response Gateway::AnswerRead(const Request& request, const Target& target, std::string id,
                             ReadHandler read) const {
  const auto snapshot = live_.Current();
  const World world{*snapshot, clock_.Today()};
  // What the same target answers from the same versions on the same day is the same.
  ContentHasher hasher;
  hasher.Add(kApiVersion);
  hasher.Add(snapshot->versions().taxonomy);
  hasher.Add(snapshot->versions().data);
  hasher.Add(snapshot->versions().parameters);
  hasher.Add(absl::FormatCivilTime(world.today));
  hasher.Add(request.target);
  const std::string etag = EtagOf(hasher.HexDigest(16), AcceptsGzip(request.accept_encoding));
  Response response;
  response.headers = {{"ETag", etag}, {"Cache-Control", "no-cache"}, {"Vary", "Accept-Encoding"}};
  if (Names(request.if_none_match, etag)) {
    response.status = 304;
    return response;
  }
  Faults faults;
  absl::StatusOr<ReadAnswer> answer = read({world, target, std::move(id), &faults});
  if (!answer.ok()) return ToResponse(ProblemOf(answer.status(), std::move(faults)), target.path);
  if (NamesAny(request.if_none_match)) {
    response.status = 304;
    return response;
  }
  response.headers.emplace_back("Content-Type", "application/json");
  if (!answer->link.empty()) response.headers.emplace_back("Link", std::move(answer->link));
  response.body = service::Dump(answer->body);
  return response;
}

Response Gateway::AnswerAsk(const Request& request, const Target& target, AskHandler ask) const {
  if (!IsJson(request.content_type)) {
    return ToResponse({415, "unsupported_media_type", "send the body as application/json (UTF-8)"},
                      target.path);
  }
  Faults faults;
  for (const auto& [key, value] : target.query) {
    faults.push_back({"query", key, "unknown", "everything that is asked goes in the body"});
  }
  if (!faults.empty()) return ToResponse(ProblemOf(CheckFaults(faults), faults), target.path);
  const auto body = readers_.object(request.body);
  if (!body.ok()) return ToResponse(ProblemOf(body.status(), {}), target.path);
  const service::LiveView view = live_.Now();
  const World world{*view.snapshot, clock_.Today(), &view.finders};
  const absl::StatusOr<Json> answer = ask({world, *body, readers_, &faults});
  if (!answer.ok()) return ToResponse(ProblemOf(answer.status(), std::move(faults)), target.path);
  Response response;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = service::Dump(*answer);
  return response;
}

void Gateway::AddCors(const Request& request, Response* response) const {
  const auto add = [response](const char* name, std::string value) {
    response->headers.emplace_back(name, std::move(value));
  };
  const std::string_view allow = response->Header("Allow");
  const bool is_ask = request.method == "POST" || allow == kAskMethods;
  std::string origin = "*";
  if (is_ask) {
    const auto& origins = params_.origins;
    const auto is_named = [&](const std::string& one) {
      return std::find(origins.begin(), origins.end(), one) != origins.end();
    };
    AddVary("Origin", response);
    if (!is_named("*")) {
      if (request.origin.empty() || !is_named(request.origin)) return;
      origin = request.origin;
    }
  }
  add("Access-Control-Allow-Origin", std::move(origin));
  add("Access-Control-Expose-Headers", "API-Version, ETag, Link");
  if (request.method != "OPTIONS") return;
  add("Access-Control-Allow-Methods", std::string(allow));
  add("Access-Control-Allow-Headers", "content-type, if-none-match");
  add("Access-Control-Max-Age", "600");
}

}  // namespace overstap::http
