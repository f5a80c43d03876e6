// A server without services that runs until a signal stops it: what server_test sends signals to.
#include <iostream>

#include "service/server.h"
#include "service/stop_signal.h"

int main() {
  const overstap::service::StopSignal stop;
  overstap::service::ServerParams params;
  params.address = "127.0.0.1:0";
  const auto server = overstap::service::Server::Start(params, {});
  if (!server.ok()) {
    std::cerr << server.status() << "\n";
    return 1;
  }
  std::cout << (*server)->address() << std::endl;
  const int number = stop.Wait();
  (*server)->Stop();
  std::cout << "stopped by " << number << std::endl;
  return 0;
}
