#include "service/http/hosts.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cctype>
#include <utility>

#include "absl/strings/ascii.h"
#include "base/strings.h"

namespace overstap::http {
namespace {

// "LocalHost:8080" is "localhost"; "[::1]:8080" is "[::1]". What follows is no port: all of it.
std::string NameOf(std::string_view host) {
  const size_t bracket = host.find(']');
  const size_t colon = host.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    const bool is_port = std::all_of(port.begin(), port.end(), [](char byte) {
      return absl::ascii_isdigit(static_cast<unsigned char>(byte));
    });
    if (is_port) host = host.substr(0, colon);
  }
  return absl::AsciiStrToLower(ToAbsl(host));
}

bool IsThisMachine(const std::string& name) {
  if (name == "localhost" || name == "[::1]") return true;
  in_addr address{};
  return inet_pton(AF_INET, name.c_str(), &address) == 1 && ntohl(address.s_addr) >> 24 == 127;
}

}  // namespace

Hosts::Hosts(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::string& name : names_) absl::AsciiStrToLower(&name);
}

bool Hosts::Knows(std::string_view host) const {
  if (host.empty()) return true;
  const std::string name = NameOf(host);
  return IsThisMachine(name) || std::find(names_.begin(), names_.end(), name) != names_.end();
}

}  // namespace overstap::http
