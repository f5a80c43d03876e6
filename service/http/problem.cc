#include "service/http/problem.h"

#include <utility>

#include "base/strings.h"
#include "service/json/answers.h"

namespace overstap::http {
namespace {

std::string_view TitleOf(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 431:
      return "Request Header Fields Too Large";
    case 499:
      return "Client Closed Request";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    default:
      return "Internal Server Error";
  }
}

service::Json ToJson(const Fault& fault) {
  return {{"in", fault.in},
          {fault.in == "body" ? "pointer" : "parameter", fault.where},
          {"code", fault.code},
          {"detail", fault.detail}};
}

}  // namespace

absl::Status CheckFaults(const Faults& faults) {
  if (faults.empty()) return absl::OkStatus();
  if (faults.size() == 1) return absl::InvalidArgumentError(faults[0].detail);
  return absl::InvalidArgumentError(
      StrCat(faults.size(), " fields are wrong; 'errors' says what is wrong with each"));
}

Problem ProblemOf(const absl::Status& status, Faults faults) {
  const std::string detail(FromAbsl(status.message()));
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
      return {400, "invalid_argument", detail, std::move(faults)};
    case absl::StatusCode::kOutOfRange:
      return {414, "too_long", detail, std::move(faults)};
    case absl::StatusCode::kNotFound:
      return {404, "not_found", detail, std::move(faults)};
    case absl::StatusCode::kFailedPrecondition:
      return {409, "failed_precondition", detail, std::move(faults)};
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kResourceExhausted:
      return {503, "unavailable", detail, std::move(faults)};
    case absl::StatusCode::kCancelled:  // for the log: nobody is there to read it
      return {499, "cancelled", detail, std::move(faults)};
    case absl::StatusCode::kDeadlineExceeded:
      return {504, "deadline_exceeded", detail, std::move(faults)};
    default:
      return {500, "internal", "Something went wrong in the service; it is not your request."};
  }
}

Response ToResponse(const Problem& problem, std::string_view path) {
  service::Json json = {{"type", "about:blank"},
                        {"title", TitleOf(problem.status)},
                        {"status", problem.status},
                        {"detail", problem.detail},
                        {"code", problem.code}};
  if (!path.empty()) json["instance"] = std::string(path);
  if (!problem.faults.empty()) {
    json["errors"] = service::Json::array();
    for (const Fault& fault : problem.faults) json["errors"].push_back(ToJson(fault));
  }
  Response response;
  response.status = problem.status;
  response.headers = {{"Content-Type", "application/problem+json"}};
  response.body = service::Dump(json);
  return response;
}

}  // namespace overstap::http
