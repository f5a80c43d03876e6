#include <CLI/App.hpp>

#include "engine/advice/lookup.h"
#include "service/json/answers.h"
#include "tools/overstap/text_question.h"
#include "tools/overstap/text_view.h"

namespace overstap::cli {
namespace {

struct Lookup {
  using Params = advice::LookupParams;

  static auto Ask(const advice::Context& context, const Params& params) {
    return advice::LookUp(context, params);
  }
  static auto ToJson(const advice::LookupResult& result) { return service::ToJson(result); }
  static auto ToText(const advice::LookupResult& result) { return cli::ToText(result); }
};

}  // namespace

void AddLookup(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* lookup = app->add_subcommand("lookup", "which concepts a text means");
  AddTextQuestion<Lookup>(lookup, globals, action, "language of the labels shown",
                          [](CLI::App* side, advice::LookupParams* params) {
                            side->add_flag("--explain", params->explain,
                                           "say what each score rests on");
                          });
}

}  // namespace overstap::cli
