#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "base/terminal_text.h"
#include "engine/snapshot/version_diff.h"
#include "service/json/diff_view.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/diff_text.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
  size_t limit = 10;
};

absl::Status Run(const Globals& globals, const DiffOptions& options) {
  OVERSTAP_ASSIGN_OR_RETURN(const LanguageOrder languages, LanguagesOf(globals));
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                            store::Store::Open(globals.store, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(
      const snapshot::VersionDiff diff,
      snapshot::DiffVersions(*store, options.before, options.after, languages));
  if (globals.json) {
    service::Json json = {{"from", diff.before}, {"to", diff.after}};
    json.update(service::ToJson(diff.diff));
    std::cout << service::Dump(json) << "\n";
  } else {
    std::cout << TerminalText(ToText(diff, options.limit));
  }
  return absl::OkStatus();
}

}  // namespace

void AddDiff(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* diff = app->add_subcommand("diff", "what changed between two versions");
  diff->fallthrough();
  diff->require_subcommand(1);
  CLI::App* taxonomy = diff->add_subcommand("taxonomy", "of a skills language");
  taxonomy->fallthrough();
  const auto options = std::make_shared<DiffOptions>();
  taxonomy->add_option("before", options->before, "version, or scheme for its current one")
      ->required();
  taxonomy->add_option("after", options->after, "version, or scheme for its current one")
      ->required();
  taxonomy->add_option("--limit", options->limit, "how many of each kind the text shows")
      ->capture_default_str();
  taxonomy->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
