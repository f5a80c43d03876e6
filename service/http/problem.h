// What is wrong with a request, as RFC 9457 says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "service/http/message.h"

namespace overstap::http {

// One thing that is wrong. `in` is "body", "query", "path" or "header"; `where` is a JSON Pointer
// (RFC 6901) into the body, else the name of the parameter.
struct Fault {
  std::string in;
  std::string where;
  std::string code;  // "missing", "unknown", "type", "range", "value"
  std::string detail;
};
using Faults = std::vector<Fault>;

// kInvalidArgument when there are any; they go with the response.
absl::Status CheckFaults(const Faults& faults);

struct Problem {
  int status = 500;
  std::string code;  // stable word for programs
  std::string detail;
  Faults faults = {};
};

// The status of HTTP that an error of ours becomes. What went wrong inside is not told.
Problem ProblemOf(const absl::Status& status, Faults faults);

// application/problem+json; `path` says where, without the query.
Response ToResponse(const Problem& problem, std::string_view path);

}  // namespace overstap::http
