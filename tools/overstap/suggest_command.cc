#include <CLI/App.hpp>

#include "base/strings.h"
#include "engine/advice/suggest.h"
#include "service/json/suggest_view.h"
#include "tools/overstap/text_question.h"

namespace overstap::cli {
namespace {

struct Suggest {
  using Params = advice::SuggestParams;

  static auto Ask(const advice::Context& context, const Params& params) {
    return advice::Suggest(context, params);
  }
  static auto ToJson(const advice::SuggestResult& result) { return service::ToJson(result); }
  // A label a line, what was typed between brackets, and what it is a label of when that is
  // another.
  static std::string ToText(const advice::SuggestResult& result) {
    if (result.hits.empty()) return StrCat("nothing begins with '", result.text, "'\n");
    std::string text;
    for (const advice::SuggestHit& hit : result.hits) {
      const std::string_view label = hit.matched_label;
      StrAppend(&text, label.substr(0, hit.begin), "[",
                label.substr(hit.begin, hit.end - hit.begin), "]", label.substr(hit.end));
      if (hit.matched_label != hit.concept_ref.label) {
        StrAppend(&text, " (", hit.concept_ref.label, ")");
      }
      StrAppend(&text, "  ", hit.concept_ref.uri, "\n");
    }
    return text;
  }
};

}  // namespace

void AddSuggest(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* suggest = app->add_subcommand("suggest", "what somebody may be about to type");
  AddTextQuestion<Suggest>(suggest, globals, action, "language of labels to find first",
                           [](CLI::App*, advice::SuggestParams*) {});
}

}  // namespace overstap::cli
