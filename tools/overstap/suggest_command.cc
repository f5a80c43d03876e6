#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/suggest.h"
#include "service/json/suggest_view.h"
#include "tools/overstap/batch.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

struct SuggestOptions {
  advice::SuggestParams params;
  std::string batch;
  std::string language;
};

// A label a line, what was typed between brackets, and what it is a label of when that is another.
std::string ToText(const advice::SuggestResult& result) {
  if (result.hits.empty()) return StrCat("nothing begins with '", result.text, "'\n");
  std::string text;
  for (const advice::SuggestHit& hit : result.hits) {
    const std::string_view label = hit.matched_label;
    StrAppend(&text, label.substr(0, hit.begin), "[", label.substr(hit.begin, hit.end - hit.begin),
              "]", label.substr(hit.end));
    if (hit.matched_label != hit.concept_ref.label) {
      StrAppend(&text, " (", hit.concept_ref.label, ")");
    }
    StrAppend(&text, "  ", hit.concept_ref.uri, "\n");
  }
  return text;
}

absl::Status RunBatch(const Session& session, const SuggestOptions& options) {
  session.context().snapshot.suggester().Prepare();
  Latencies latencies;
  OVERSTAP_RETURN_IF_ERROR(
      AnswerLines(options.batch, [&](std::string_view line) -> absl::StatusOr<std::string> {
        advice::SuggestParams params = options.params;
        params.text = std::string(line.substr(0, line.find('\t')));
        OVERSTAP_ASSIGN_OR_RETURN(const advice::SuggestResult result, latencies.Time([&] {
          return advice::Suggest(session.context(), params);
        }));
        return service::Dump(service::ToJson(result));
      }));
  std::cerr << latencies.Summary() << "\n";
  return absl::OkStatus();
}

absl::Status Run(Globals globals, const SuggestOptions& options) {
  if (!options.language.empty()) {
    globals.languages.insert(globals.languages.begin(), options.language);
  }
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (!options.batch.empty()) return RunBatch(session, options);
  OVERSTAP_ASSIGN_OR_RETURN(const advice::SuggestResult result,
                            advice::Suggest(session.context(), options.params));
  if (globals.json) {
    std::cout << service::Dump(service::ToJson(result)) << "\n";
  } else {
    std::cout << ToText(result);
  }
  return absl::OkStatus();
}

}  // namespace

void AddSuggest(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* suggest = app->add_subcommand("suggest", "what somebody may be about to type");
  suggest->fallthrough();
  suggest->require_subcommand(1);
  const auto options = std::make_shared<SuggestOptions>();
  for (const auto kind : {advice::LookupKind::kOccupation, advice::LookupKind::kSkill}) {
    const bool occupation = kind == advice::LookupKind::kOccupation;
    CLI::App* side = suggest->add_subcommand(occupation ? "occupation" : "skill",
                                             occupation ? "a job title" : "a skill");
    side->fallthrough();
    CLI::Option* text = side->add_option("text", options->params.text, "what was typed so far");
    CLI::Option* batch = side->add_option("--batch", options->batch,
                                          "file; the first tab-separated column is the text");
    text->excludes(batch);
    side->add_option("--limit", options->params.limit, "how many results")->capture_default_str();
    side->add_option("--language", options->language, "language of labels to find first");
    side->callback([=] {
      if (options->batch.empty() && text->count() == 0) {
        throw CLI::RequiredError("a text, or --batch FILE");
      }
      options->params.kind = kind;
      *action = [=] { return Run(*globals, *options); };
    });
  }
}

}  // namespace overstap::cli
