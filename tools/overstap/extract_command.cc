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

void PrintConcept(const advice::ConceptRef& ref, double score) {
  std::cout << "  " << ref.label << "  " << static_cast<int>(score * 100 + 0.5) << "%";
}

void PrintFacts(const advice::ExtractResult& result) {
  for (const auto& licence : result.licences) {
    std::cout << "  " << licence.name;
    if (licence.importance) std::cout << " (" << ImportanceName(*licence.importance) << ")";
    std::cout << "\n";
  }
  for (const auto& regulated : result.regulations) {
    std::cout << "  gereglementeerd: " << regulated.name << " (" << regulated.rule << ")\n";
  }
  if (result.level) {
    std::cout << "  niveau " << result.level->level << " (" << result.level->name << ")\n";
  }
  if (result.hours) {
    std::cout << "  " << result.hours->min;
    if (result.hours->max != result.hours->min) std::cout << " tot " << result.hours->max;
    std::cout << " uur per week\n";
  }
}

void Print(const advice::ExtractResult& result) {
  std::cout << "Beroepen:\n";
  for (const auto& one : result.occupations) {
    PrintConcept(one.concept_ref, one.score);
    if (one.years) std::cout << ", " << *one.years << " jaar";
    std::cout << "\n";
  }
  std::cout << "Vaardigheden:\n";
  for (const auto& one : result.skills) {
    PrintConcept(one.concept_ref, one.score);
    if (one.importance) std::cout << ", " << ImportanceName(*one.importance);
    if (one.years) std::cout << ", " << *one.years << " jaar";
    std::cout << "  [" << one.matched_label << "]\n";
  }
  std::cout << "Eisen:\n";
  PrintFacts(result);
  std::cout << "Niet herkend:\n";
  for (const auto& one : result.unmatched) std::cout << "  " << one.text << "\n";
}

absl::Status Run(const Globals& globals, const ExtractOptions& options) {
  advice::ExtractParams params;
  params.kind = extract::ParseDocumentKind(options.kind);
  OVERSTAP_ASSIGN_OR_RETURN(params.text, ReadText(options.path));
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExtractResult result,
                            advice::Extract(session.context(), params));
  if (globals.json) {
    std::cout << service::Dump(service::ToJson(result)) << "\n";
  } else {
    Print(result);
  }
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
