#include <CLI/App.hpp>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/why_not.h"
#include "engine/dutch/sentences.h"
#include "service/json/why_not_view.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/plan_options.h"
#include "tools/overstap/print.h"
#include "tools/overstap/record_file.h"
#include "tools/overstap/session.h"
#include "tools/overstap/why_not_text.h"

namespace overstap::cli {
namespace {

struct WhyNotOptions {
  PersonOptions person;
  StudyOptions study;
  std::string language = "en";
  advice::WhyNotParams params;
  std::string finish_by;
};

absl::Status Run(const Globals& globals, const WhyNotOptions& options) {
  advice::WhyNotParams params = options.params;
  if (!options.finish_by.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(params.finish_by, DayOf("--finish-by", options.finish_by));
  }
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, options.study.params());
  OVERSTAP_ASSIGN_OR_RETURN(params.person, PersonOf(options.person));
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (params.person.profile) {
    OVERSTAP_RETURN_IF_ERROR(ReadTextOf(session.context(), &*params.person.profile));
  }
  OVERSTAP_ASSIGN_OR_RETURN(const advice::WhyNotResult result,
                            advice::AskWhyNot(session.context(), params));
  Print(
      globals, [&] { return service::ToJson(result); },
      [&] {
        return options.language == "nl" ? dutch::Text(dutch::Explain(result)) : ToText(result);
      });
  return absl::OkStatus();
}

}  // namespace

void AddWhyNot(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* why_not = app->add_subcommand(
      "why-not", "what keeps an occupation out of reach, and the smallest change that helps");
  why_not->fallthrough();
  const auto options = std::make_shared<WhyNotOptions>();
  why_not->add_option("occupation", options->params.occupation, "where to; a title or URI")
      ->required();
  AddPersonOptions(why_not, &options->person);
  AddTextLanguage(why_not, &options->language);
  why_not->add_option("--from", options->person.occupations, "what the person does; a title or URI")
      ->take_all();
  AddStudyOptions(why_not, &options->study);
  why_not->add_option("--techniek", options->params.techniek,
                      "definition of techniek; 'alle' for every occupation");
  why_not
      ->add_option("--limit", options->params.limit,
                   "length of the list that the occupation is to be in")
      ->capture_default_str();
  why_not->add_option("--finish-by", options->finish_by,
                      "last day on which the courses may end (YYYY-MM-DD)");
  why_not->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
