// A request and its response, as any HTTP server has them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace overstap::http {

struct Request {
  std::string method;         // "GET"
  std::string target;         // path and query, as in the request line
  std::string content_type;   // of the body; empty: not said
  std::string if_none_match;  // empty: not said
  std::string origin;         // of the page that asks; empty: not said
  std::string body;
  // That the client asked for, with or without a port; empty: not said.
  std::string host = {};
  std::string accept_encoding = {};  // empty: not said
  // Whether the client went away, so that nobody waits for the answer; empty: nobody looks. Called
  // from the thread that computes.
  std::function<bool()> has_left = {};
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  // The value of a header; empty when it is not there.
  std::string_view Header(std::string_view name) const {
    for (const auto& [key, value] : headers) {
      if (key == name) return value;
    }
    return {};
  }
};

}  // namespace overstap::http
