#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>

#include "base/strings.h"
#include "base/terminal_text.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/exit_code.h"
#include "tools/overstap/globals.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

int Run(int argc, char** argv) {
  CLI::App app("Overstap: from what someone can do to the technical work within reach.",
               "overstap");
  Globals globals;
  Action action;
  app.add_option("--store", globals.store, "folder with the data")->capture_default_str();
  app.add_flag("--json", globals.json, "one JSON object instead of text");
  app.add_option("--today", globals.today, "answer as if it were this day (YYYY-MM-DD)")
      ->check([&globals](const std::string& day) {
        Globals asked = globals;
        asked.today = day;
        return std::string(TodayOf(asked).status().message());
      });
  app.add_option("--taxonomy", globals.taxonomy,
                 "answer under this stored version of the skills language, or scheme");
  app.require_subcommand(1);
  app.fallthrough();
  for (const auto add :
       {AddImport, AddStats, AddLookup, AddSuggest, AddExtract, AddClosest, AddRoute, AddPlan,
        AddWhyNot, AddPlace, AddReport, AddMatch, AddDiff, AddServe}) {
    add(&app, &globals, &action);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kUsage;
  }
  // These work with what is current; to take the option and leave it would mislead.
  for (const char* command : {"import", "diff", "serve"}) {
    if (globals.taxonomy.empty() || !app.got_subcommand(command)) continue;
    std::cerr << "overstap: --taxonomy is for questions, not for " << command << "\n";
    return kUsage;
  }
  const absl::Status status = action();
  if (!status.ok()) std::cerr << "overstap: " << TerminalText(FromAbsl(status.message())) << "\n";
  return ExitCodeOf(status);
}

}  // namespace
}  // namespace overstap::cli

int main(int argc, char** argv) { return overstap::cli::Run(argc, argv); }
