#include <CLI/App.hpp>
#include <fstream>
#include <iostream>
#include <istream>
#include <memory>
#include <string>
#include <vector>

#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/extract.h"
#include "service/json/extract_view.h"
#include "taxonomy/extract/extractor.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/extract_text.h"
#include "tools/overstap/print.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

struct ExtractOptions {
  std::string path;
  std::string kind;
};

absl::StatusOr<std::string> ReadAll(std::istream& in, const std::string& path) {
  std::string text;
  std::vector<char> block(size_t{1} << 16);
  while (in) {
    in.read(block.data(), static_cast<std::streamsize>(block.size()));
    text.append(block.data(), static_cast<size_t>(in.gcount()));
    if (text.size() > extract::Extractor::kMostBytes) {
      return absl::InvalidArgumentError(StrCat(path, " has more than ",
                                               extract::Extractor::kMostBytes,
                                               " bytes: cut it or send it in parts"));
    }
  }
  if (in.bad()) return absl::DataLossError(StrCat(path, " cannot be read further"));
  return text;
}

absl::StatusOr<std::string> ReadText(const std::string& path) {
  if (path == "-") return ReadAll(std::cin, "standard input");
  std::ifstream in(path, std::ios::binary);
  if (!in) return absl::NotFoundError(StrCat(path, ": cannot be opened"));
  return ReadAll(in, path);
}

absl::Status Run(const Globals& globals, const ExtractOptions& options) {
  advice::ExtractParams params;
  params.kind = extract::ParseDocumentKind(options.kind);
  OVERSTAP_ASSIGN_OR_RETURN(params.text, ReadText(options.path));
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExtractResult result,
                            advice::Extract(session.context(), params));
  Print(
      globals, [&] { return service::ToJson(result); }, [&] { return ToText(result); });
  return absl::OkStatus();
}

}  // namespace

void AddExtract(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* extract = app->add_subcommand("extract", "skills, occupations and demands in a text");
  extract->fallthrough();
  const auto options = std::make_shared<ExtractOptions>();
  extract->add_option("file", options->path, "text of a vacancy, CV or course; - reads stdin")
      ->required();
  extract->add_option("--kind", options->kind, "what the text is; seen from it when not given")
      ->check(CLI::IsMember({"vacancy", "cv", "course"}));
  extract->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
