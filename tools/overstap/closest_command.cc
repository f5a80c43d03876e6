#include <CLI/App.hpp>
#include <fstream>
#include <memory>
#include <string>

#include "absl/strings/str_format.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/closest.h"
#include "engine/advice/stay_in_techniek.h"
#include "service/json/path_view.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/console_progress.h"
#include "tools/overstap/path_text.h"
#include "tools/overstap/print.h"
#include "tools/overstap/session.h"
#include "tools/overstap/text_view.h"

namespace overstap::cli {
namespace {

struct ClosestOptions {
  advice::ClosestParams params;
  bool all = false;
  bool stay_in_techniek = false;
  std::string output;
};

// Pairs go to a file beside `path` that takes its place when it is complete.
absl::Status WriteAll(const Session& session, size_t limit, const std::string& path) {
  const Taxonomy& taxonomy = session.context().snapshot.taxonomy();
  const std::string draft = StrCat(path, ".part");
  std::ofstream out(draft, std::ios::binary | std::ios::trunc);
  if (!out) return absl::NotFoundError(StrCat(path, ": cannot be written"));
  ConsoleProgress progress;
  std::string lines;
  const auto write = [&](OccupationId origin, std::span<const advice::Neighbour> nearest) {
    lines.clear();
    for (const advice::Neighbour& near : nearest) {
      StrAppend(&lines, taxonomy.Uri(origin), "\t", taxonomy.Uri(near.occupation), "\t");
      absl::StrAppendFormat(&lines, "%.6f\n", static_cast<double>(near.closeness));
    }
    out << lines;
    if (out) return absl::OkStatus();
    return absl::ResourceExhaustedError(StrCat(path, ": cannot be written; is the disk full?"));
  };
  absl::Status status = advice::ForEachClosest(session.context().snapshot, limit, &progress, write);
  out.close();
  if (status.ok() && (!out || std::rename(draft.c_str(), path.c_str()) != 0)) {
    status = absl::ResourceExhaustedError(StrCat(path, ": cannot be written; is the disk full?"));
  }
  if (!status.ok()) std::remove(draft.c_str());
  return status;
}

absl::Status Run(const Globals& globals, const ClosestOptions& options) {
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (options.all) return WriteAll(session, options.params.limit, options.output);
  OVERSTAP_ASSIGN_OR_RETURN(
      const advice::ClosestWithStay answer,
      advice::FindClosestWithStay(session.context(), options.params, options.stay_in_techniek));
  const auto json = [&] {
    service::Json shown = service::ToJson(answer.closest);
    shown["stay_in_techniek"] = service::ToJson(answer.stay);
    return shown;
  };
  Print(globals, json, [&] { return StrCat(ToText(answer.stay), ToText(answer.closest)); });
  return absl::OkStatus();
}

}  // namespace

void AddClosest(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* closest = app->add_subcommand("closest", "the occupations nearest to one, or to all");
  closest->fallthrough();
  const auto options = std::make_shared<ClosestOptions>();
  CLI::Option* occupation =
      closest->add_option("occupation", options->params.occupation, "URI or title");
  CLI::Option* limit =
      closest->add_option("--limit", options->params.limit, "how many of each (10; --all: 50)");
  closest->add_option("--techniek", options->params.techniek,
                      "only occupations in this definition of techniek");
  CLI::Option* stay = closest->add_flag("--stay-in-techniek", options->stay_in_techniek,
                                        "from technical work: only technical work");
  CLI::Option* output = closest->add_option("--output", options->output, "file for --all");
  CLI::Option* all = closest->add_flag("--all", options->all, "every occupation");
  all->needs(output)->excludes(occupation)->excludes(stay);
  closest->callback([=] {
    if (!options->all && options->params.occupation.empty()) {
      throw CLI::RequiredError("an occupation, or --all");
    }
    if (options->all && limit->count() == 0) options->params.limit = 50;
    *action = [=] { return Run(*globals, *options); };
  });
}

}  // namespace overstap::cli
