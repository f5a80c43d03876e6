// The commands of the program; each reads its options, asks, prints.
#pragma once

#include <CLI/App.hpp>
#include <functional>

#include "absl/status/status.h"
#include "tools/overstap/globals.h"

namespace overstap::cli {

// Set by the command that the user chose; run after all options are read.
using Action = std::function<absl::Status()>;

// Each adds its command to `app`. `globals` and `action` outlive the parsing and the run.
void AddImport(CLI::App* app, const Globals* globals, Action* action);
void AddStats(CLI::App* app, const Globals* globals, Action* action);
void AddLookup(CLI::App* app, const Globals* globals, Action* action);
void AddSuggest(CLI::App* app, const Globals* globals, Action* action);
void AddExtract(CLI::App* app, const Globals* globals, Action* action);
void AddClosest(CLI::App* app, const Globals* globals, Action* action);
void AddRoute(CLI::App* app, const Globals* globals, Action* action);
void AddPlan(CLI::App* app, const Globals* globals, Action* action);
void AddWhyNot(CLI::App* app, const Globals* globals, Action* action);
void AddMatch(CLI::App* app, const Globals* globals, Action* action);
void AddPlace(CLI::App* app, const Globals* globals, Action* action);
void AddReport(CLI::App* app, const Globals* globals, Action* action);
void AddDiff(CLI::App* app, const Globals* globals, Action* action);
void AddServe(CLI::App* app, const Globals* globals, Action* action);

}  // namespace overstap::cli
