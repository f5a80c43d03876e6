#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "engine/advice/lookup.h"
#include "service/json/answers.h"
#include "tools/overstap/batch.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/session.h"
#include "tools/overstap/text_view.h"

namespace overstap::cli {
namespace {

struct LookupOptions {
  advice::LookupParams params;
  std::string batch;
  std::string language;
};

absl::Status RunBatch(const Session& session, const LookupOptions& options) {
  Latencies latencies;
  OVERSTAP_RETURN_IF_ERROR(
      AnswerLines(options.batch, [&](std::string_view line) -> absl::StatusOr<std::string> {
        advice::LookupParams params = options.params;
        params.text = std::string(line.substr(0, line.find('\t')));
        const auto result =
            latencies.Time([&] { return advice::LookUp(session.context(), params); });
        if (!result.ok()) return result.status();
        return service::Dump(service::ToJson(*result));
      }));
  std::cerr << latencies.Summary() << "\n";
  return absl::OkStatus();
}

absl::Status Run(Globals globals, const LookupOptions& options) {
  if (!options.language.empty())
    globals.languages.insert(globals.languages.begin(), options.language);
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (!options.batch.empty()) return RunBatch(session, options);
  OVERSTAP_ASSIGN_OR_RETURN(const advice::LookupResult result,
                            advice::LookUp(session.context(), options.params));
  if (globals.json) {
    std::cout << service::Dump(service::ToJson(result)) << "\n";
  } else {
    std::cout << ToText(result);
  }
  return absl::OkStatus();
}

}  // namespace

void AddLookup(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* lookup = app->add_subcommand("lookup", "which concepts a text means");
  lookup->fallthrough();
  lookup->require_subcommand(1);
  const auto options = std::make_shared<LookupOptions>();
  for (const auto kind : {advice::LookupKind::kOccupation, advice::LookupKind::kSkill}) {
    const bool occupation = kind == advice::LookupKind::kOccupation;
    CLI::App* side = lookup->add_subcommand(occupation ? "occupation" : "skill",
                                            occupation ? "a job title" : "a skill");
    side->fallthrough();
    CLI::Option* text = side->add_option("text", options->params.text, "what was typed");
    CLI::Option* batch = side->add_option("--batch", options->batch,
                                          "file; the first tab-separated column is the text");
    text->excludes(batch);
    side->add_option("--limit", options->params.limit, "how many results")->capture_default_str();
    side->add_option("--language", options->language, "language of the labels shown");
    side->add_flag("--explain", options->params.explain, "say what each score rests on");
    side->callback([=] {
      if (options->batch.empty() && options->params.text.empty() && text->count() == 0) {
        throw CLI::RequiredError("a text, or --batch FILE");
      }
      options->params.kind = kind;
      *action = [=] { return Run(*globals, *options); };
    });
  }
}

}  // namespace overstap::cli
