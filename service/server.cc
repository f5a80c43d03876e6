#include "service/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server_builder.h>

#include <chrono>
#include <mutex>
#include <utility>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/model/validation.h"
#include "service/listen_address.h"

namespace overstap::service {
namespace {

// gRPC wants both before the first server is built; they hold for the whole process.
void EnablePlugins() {
  static std::once_flag once;
  std::call_once(once, [] {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  });
}

std::string WithPort(const std::string& address, int port) {
  if (address.starts_with("unix:")) return address;
  return StrCat(address.substr(0, address.rfind(':') + 1), port);
}

}  // namespace

absl::Status ServerParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(ParseListenAddress(address).status());
  OVERSTAP_RETURN_IF_ERROR(
      model::CheckRange("max_request_bytes", max_request_bytes, 1 << 10, 1 << 30));
  return model::CheckRange("stop_grace in seconds", absl::ToDoubleSeconds(stop_grace), 0, 600);
}

Server::Server(const ServerParams& params, std::unique_ptr<grpc::Server> server,
               std::string address)
    : stop_grace_(params.stop_grace), address_(std::move(address)), server_(std::move(server)) {}

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const ServerParams& params,
                                                      std::span<const NamedService> services) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_ASSIGN_OR_RETURN(const std::string address, ParseListenAddress(params.address));
  EnablePlugins();
  grpc::ServerBuilder builder;
  builder.SetMaxReceiveMessageSize(params.max_request_bytes);
  // Without this a second server on the same port would start and take half of the calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  int port = 0;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
  for (const NamedService& named : services) builder.RegisterService(named.service);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || port == 0) {
    return absl::UnavailableError(StrCat("cannot listen on ", address,
                                         ": it is in use or may not be used; stop the other "
                                         "program or choose another address"));
  }
  for (const NamedService& named : services) {
    server->GetHealthCheckService()->SetServingStatus(named.name, true);
  }
  return std::unique_ptr<Server>(new Server(params, std::move(server), WithPort(address, port)));
}

Server::~Server() { Stop(); }

void Server::Stop() {
  server_->GetHealthCheckService()->Shutdown();
  server_->Shutdown(std::chrono::system_clock::now() + absl::ToChronoMilliseconds(stop_grace_));
  server_->Wait();
}

}  // namespace overstap::service
