// By which names clients may reach the service.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace overstap::http {

// A page elsewhere can have its own name lead to this machine, and then ask here as if we were that
// page (DNS rebinding); the browser still says the name. So only these names are answered:
// "localhost", 127.0.0.0/8, [::1], and those that are named here.
class Hosts {
 public:
  // Names without a port, such as "loket.example.org".
  explicit Hosts(std::vector<std::string> names);

  // `host` as in the Host header: the port and the case of letters do not count. Nothing said is
  // no name of somebody else.
  bool Knows(std::string_view host) const;

 private:
  std::vector<std::string> names_;  // in lower case
};

}  // namespace overstap::http
