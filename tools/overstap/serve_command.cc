#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "base/clock.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/store/store.h"
#include "service/http/gateway.h"
#include "service/http/server.h"
#include "service/overstap_service.h"
#include "service/stop_signal.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/default_parameters.h"
#include "tools/overstap/rest_bodies.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

struct ServeOptions {
  std::string grpc = "127.0.0.1:50051";
  std::string http;
  std::string web;
  std::vector<std::string> origins;
  std::vector<std::string> hosts;
  bool access_log = false;
  service::RetentionParams retention;
};

void LogAccess(const http::AccessLine& line) {
  std::cerr << StrCat(absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", absl::Now(), absl::UTCTimeZone()), " ",
                      line.method, " ", line.path, " ", line.status, " ", line.bytes, " ",
                      absl::ToInt64Microseconds(line.spent), "us\n");
}

// The REST interface over the same snapshot; null when none was asked for.
struct Rest {
  std::unique_ptr<http::Gateway> gateway;
  std::unique_ptr<http::HttpServer> server;
};

absl::StatusOr<Rest> StartRest(const ServeOptions& options, const service::LiveSnapshot* live,
                               const Clock* clock) {
  Rest rest;
  if (options.http.empty()) return rest;
  http::StaticFiles files;
  if (!options.web.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(files, http::StaticFiles::Load(options.web));
  }
  rest.gateway =
      std::make_unique<http::Gateway>(http::GatewayParams{options.origins, options.hosts}, live,
                                      clock, RestBodyReaders(), std::move(files));
  http::HttpServerParams params;
  params.address = options.http;
  OVERSTAP_ASSIGN_OR_RETURN(
      rest.server, http::HttpServer::Start(params, rest.gateway.get(),
                                           options.access_log ? LogAccess : http::AccessLog()));
  return rest;
}

absl::Status Run(const Globals& globals, const ServeOptions& options) {
  const service::StopSignal stop;
  OVERSTAP_ASSIGN_OR_RETURN(snapshot::Parameters parameters, DefaultParameters());
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                            store::Store::Open(globals.store, store::OpenMode::kReadWrite));
  const SystemClock clock;
  OVERSTAP_ASSIGN_OR_RETURN(const absl::CivilDay today, TodayOf(globals));
  const FixedClock one_day(today);
  const Clock& answers = globals.today.empty() ? static_cast<const Clock&>(clock) : one_day;
  service::ServerParams params;
  params.address = options.grpc;
  OVERSTAP_ASSIGN_OR_RETURN(
      const auto server, service::OverstapService::Start(params, std::move(parameters), store.get(),
                                                         &clock, options.retention, &answers));
  OVERSTAP_ASSIGN_OR_RETURN(const Rest rest, StartRest(options, &server->live(), &answers));
  std::cerr << "serving gRPC on " << server->address();
  if (rest.server) std::cerr << " and REST on http://" << rest.server->address() << "/v1";
  std::cerr << "; stop with Ctrl-C\n";
  stop.Wait();
  std::cerr << "stopping\n";
  if (rest.server) rest.server->Stop();
  server->Stop();
  return absl::OkStatus();
}

}  // namespace

void AddServe(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* serve = app->add_subcommand("serve", "answer over gRPC and REST until it is stopped");
  serve->fallthrough();
  const auto options = std::make_shared<ServeOptions>();
  serve->add_option("--grpc", options->grpc, "where gRPC listens; this machine only")
      ->capture_default_str();
  serve->add_option("--http", options->http,
                    "where REST listens, such as 127.0.0.1:8080; this machine only");
  serve->add_option("--web", options->web, "folder with the built page, to serve beside REST");
  serve->add_option("--origin", options->origins,
                    "a page of another origin that may ask over REST; repeatable");
  serve
      ->add_option("--keep-closed-days", options->retention.closed_vacancy_days,
                   "days that a vacancy stays in the store after its last day")
      ->capture_default_str();
  serve->add_option("--host", options->hosts,
                    "a name besides localhost that clients may reach REST by, such as that of a "
                    "proxy; repeatable");
  serve->add_flag("--access-log", options->access_log,
                  "a line on stderr for each request over REST, without what was asked");
  serve->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
