#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/paths.h"
#include "engine/dutch/sentences.h"
#include "service/json/path_view.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/path_text.h"
#include "tools/overstap/plan_options.h"
#include "tools/overstap/print.h"
#include "tools/overstap/record_file.h"
#include "tools/overstap/session.h"
#include "tools/overstap/text_view.h"

namespace overstap::cli {
namespace {

struct PlanOptions {
  PersonOptions person;
  StudyOptions study;
  std::string language = "en";
  std::string occupation;
  advice::PathsParams paths = {.max_hops = 1, .radius_km = {}};
};

absl::Status Run(const Globals& globals, const PlanOptions& options) {
  advice::OccupationPlanParams params;
  params.occupation = options.occupation;
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, options.study.params());
  OVERSTAP_ASSIGN_OR_RETURN(params.person, PersonOf(options.person));
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (params.person.profile) {
    OVERSTAP_RETURN_IF_ERROR(ReadTextOf(session.context(), &*params.person.profile));
  }
  OVERSTAP_ASSIGN_OR_RETURN(const advice::OccupationPlan plan,
                            advice::MakeOccupationPlan(session.context(), params));
  advice::PathsParams asked = options.paths;
  asked.radius_km = params.plan.travel_km;
  OVERSTAP_ASSIGN_OR_RETURN(
      const advice::PathsResult paths,
      advice::FindPaths(session.context(), params.person, params.plan, asked, {&plan}));
  const auto json = [&] {
    service::Json answer = service::ToJson(plan);
    service::AddPaths(paths, &answer);
    return answer;
  };
  const auto text = [&] {
    const std::string own =
        options.language == "nl" ? dutch::Text(dutch::Explain(plan)) : ToText(plan);
    return StrCat(own, ToText(paths.to.front(), params.person.region), BasisText(paths));
  };
  Print(globals, json, text);
  return absl::OkStatus();
}

}  // namespace

void AddPlan(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* plan = app->add_subcommand("plan", "the shortest scholing towards one occupation");
  plan->fallthrough();
  const auto options = std::make_shared<PlanOptions>();
  AddPersonOptions(plan, &options->person);
  AddTextLanguage(plan, &options->language);
  plan->add_option("--occupation", options->occupation, "where to; a title or URI")->required();
  plan->add_option("--from", options->person.occupations, "what the person does; a title or URI")
      ->take_all();
  AddStudyOptions(plan, &options->study);
  plan->add_option("--hops", options->paths.max_hops,
                   "most steps of a way; more than 1: also ways over other work")
      ->capture_default_str();
  plan->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
