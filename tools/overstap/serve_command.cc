#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/status_macros.h"
#include "engine/store/store.h"
#include "service/overstap_service.h"
#include "service/stop_signal.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/default_parameters.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

struct ServeOptions {
  std::string grpc = "127.0.0.1:50051";
  std::string http;
};

absl::Status Run(const Globals& globals, const ServeOptions& options) {
  const service::StopSignal stop;
  if (!options.http.empty()) {
    std::cerr << "warning: this version has no REST gateway; --http is ignored\n";
  }
  OVERSTAP_ASSIGN_OR_RETURN(snapshot::Parameters parameters, DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                            store::Store::Open(globals.store, store::OpenMode::kReadWrite));
  const SystemClock clock;
  service::ServerParams params;
  params.address = options.grpc;
  OVERSTAP_ASSIGN_OR_RETURN(
      const auto server,
      service::OverstapService::Start(params, std::move(parameters), store.get(), &clock));
  std::cerr << "serving gRPC on " << server->address() << "; stop with Ctrl-C\n";
  stop.Wait();
  std::cerr << "stopping\n";
  server->Stop();
  return absl::OkStatus();
}

}  // namespace

void AddServe(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* serve = app->add_subcommand("serve", "answer over gRPC until it is stopped");
  serve->fallthrough();
  const auto options = std::make_shared<ServeOptions>();
  serve->add_option("--grpc", options->grpc, "where gRPC listens; this machine only")
      ->capture_default_str();
  serve->add_option("--http", options->http, "where REST listens; not in this version");
  serve->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
