#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "engine/advice/paths.h"
#include "engine/dutch/sentences.h"
#include "service/json/path_view.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/plan_options.h"
#include "tools/overstap/print.h"
#include "tools/overstap/record_file.h"
#include "tools/overstap/session.h"
#include "tools/overstap/text_view.h"

namespace overstap::cli {
namespace {

struct RouteOptions {
  PersonOptions person;
  StudyOptions study;
  std::string language = "en";
  advice::RoutesWithPathsParams params;
};

absl::Status Run(const Globals& globals, const RouteOptions& options) {
  advice::RoutesWithPathsParams params = options.params;
  advice::PersonParams& person = params.route.person;
  OVERSTAP_ASSIGN_OR_RETURN(person, PersonOf(options.person));
  OVERSTAP_ASSIGN_OR_RETURN(params.route.plan, options.study.params());
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (person.profile) {
    OVERSTAP_RETURN_IF_ERROR(ReadTextOf(session.context(), &*person.profile));
  }
  OVERSTAP_ASSIGN_OR_RETURN(const advice::RoutesWithPaths result,
                            advice::FindRoutesWithPaths(session.context(), params));
  Print(
      globals, [&] { return service::ToJson(result); },
      [&] { return options.language == "nl" ? dutch::Text(result) : ToText(result); });
  return absl::OkStatus();
}

}  // namespace

void AddRoute(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* route =
      app->add_subcommand("route", "the technical work within reach, and how to get there");
  route->fallthrough();
  const auto options = std::make_shared<RouteOptions>();
  AddPersonOptions(route, &options->person);
  AddTextLanguage(route, &options->language);
  route
      ->add_option("--occupation", options->person.occupations,
                   "what the person does; a title or URI")
      ->take_all();
  AddStudyOptions(route, &options->study);
  route->add_option("--techniek", options->params.route.techniek,
                    "definition of techniek; 'alle' for every occupation");
  route->add_option("--radius-km", options->params.route.radius_km, "how far to travel");
  route->add_option("--limit", options->params.route.limit, "how many routes")
      ->capture_default_str();
  route
      ->add_option("--hops", options->params.max_hops,
                   "most steps of a way; 1: no ways over other work")
      ->capture_default_str();
  route->add_flag("--stay-in-techniek", options->params.stay_in_techniek,
                  "technicians: only technical work, also in between");
  route->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
