#include "service/listen_address.h"

#include <arpa/inet.h>
#include <sys/un.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "absl/strings/escaping.h"
#include "base/strings.h"

namespace overstap::service {
namespace {

constexpr std::string_view kUnixPrefix = "unix:";
constexpr size_t kMaxShownBytes = 100;
constexpr int kMaxPort = 65535;

absl::Status Refuse(std::string_view text, std::string_view what) {
  const std::string shown = absl::CHexEscape(ToAbsl(text.substr(0, kMaxShownBytes)));
  return absl::InvalidArgumentError(StrCat("cannot listen on '", shown, "': ", what,
                                           "; use for example 127.0.0.1:50051, [::1]:50051 or "
                                           "unix:/run/overstap.sock"));
}

absl::StatusOr<std::string> ParseUnixSocket(std::string_view text) {
  std::string_view path = text.substr(kUnixPrefix.size());
  if (path.starts_with("///")) path.remove_prefix(2);
  if (path.empty()) return Refuse(text, "the path of the socket is missing");
  if (path.starts_with("//")) return Refuse(text, "the path of the socket has a host in front");
  if (path.size() >= sizeof(sockaddr_un{}.sun_path)) {
    return Refuse(text, StrCat("the path of the socket is longer than ",
                               sizeof(sockaddr_un{}.sun_path) - 1, " bytes"));
  }
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; };
  if (std::any_of(path.begin(), path.end(), is_control)) {
    return Refuse(text, "the path of the socket has a control character");
  }
  return StrCat(kUnixPrefix, path);
}

std::optional<int> ParsePort(std::string_view text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (port < 0 || port > kMaxPort || text.starts_with('-')) return std::nullopt;
  return port;
}

// "127.0.0.1" or "[::1]" for a host that is this machine alone.
std::optional<std::string> LoopbackHost(std::string_view host) {
  if (host == "localhost") return "127.0.0.1";
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  const std::string bare(bracketed ? host.substr(1, host.size() - 2) : host);
  if (bare.find('\0') != std::string::npos) return std::nullopt;
  in_addr v4{};
  if (!bracketed && inet_pton(AF_INET, bare.c_str(), &v4) == 1) {
    if ((ntohl(v4.s_addr) >> 24) != 127) return std::nullopt;
    return bare;
  }
  in6_addr v6{};
  if (bracketed && inet_pton(AF_INET6, bare.c_str(), &v6) == 1) {
    const in6_addr loopback = IN6ADDR_LOOPBACK_INIT;
    if (std::equal(std::begin(v6.s6_addr), std::end(v6.s6_addr), std::begin(loopback.s6_addr))) {
      return "[::1]";
    }
  }
  return std::nullopt;
}

}  // namespace

absl::StatusOr<std::string> ParseListenAddress(std::string_view text) {
  if (text.empty()) return Refuse(text, "the address is empty");
  if (text.starts_with(kUnixPrefix)) return ParseUnixSocket(text);
  const size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return Refuse(text, "the port is missing");
  const std::optional<int> port = ParsePort(text.substr(colon + 1));
  if (!port) return Refuse(text, "the port must be a number from 0 to 65535");
  const std::optional<std::string> host = LoopbackHost(text.substr(0, colon));
  if (!host) {
    return Refuse(text,
                  "without TLS the service listens only where this machine alone can reach it");
  }
  return StrCat(*host, ":", *port);
}

}  // namespace overstap::service
