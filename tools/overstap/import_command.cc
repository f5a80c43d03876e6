#include <CLI/App.hpp>
#include <iostream>
#include <memory>
#include <string>

#include "base/status_macros.h"
#include "base/strings.h"
#include "base/terminal_text.h"
#include "engine/store/store.h"
#include "ingest/importer.h"
#include "service/json/answers.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/console_progress.h"
#include "tools/overstap/default_parameters.h"

namespace overstap::cli {
namespace {

constexpr size_t kProblemsShown = 10;

struct ImportOptions {
  std::string path;
  bool strict = false;
  std::vector<std::string> languages = {"nl", "en"};
  std::string format;  // empty: seen from the file
  std::string crosswalk_format;
  std::string scheme;
};

service::Json DroppedJson(const ingest::DroppedPersonalData& dropped) {
  service::Json json = service::Json::object();
  for (size_t i = 0; i < ingest::kPersonalKindCount; ++i) {
    const auto kind = static_cast<ingest::PersonalKind>(i);
    json[std::string(PersonalKindName(kind))] = dropped.count(kind);
  }
  return json;
}

service::Json ReportJson(const ingest::ImportReport& report) {
  service::Json problems = service::Json::array();
  for (const ingest::Problem& problem : report.problems) {
    const bool refused = problem.severity == ingest::Severity::kRefused;
    problems.push_back({{"file", problem.file},
                        {"line", problem.line},
                        {"code", problem.code},
                        {"message", problem.message},
                        {"severity", refused ? "refused" : "warning"}});
  }
  service::Json json = {{"kind", report.kind},
                        {"read", report.read},
                        {"accepted", report.accepted},
                        {"refused", report.refused},
                        {"problems", std::move(problems)},
                        {"problems_left_out", report.problems_left_out},
                        {"taxonomy_version", report.taxonomy_version},
                        {"data_version", report.data_version}};
  if (report.format.empty()) return json;
  json["format"] = report.format;
  json["dropped"] = DroppedJson(report.dropped);
  json["unknown"] = {{"occupations", report.unknown_occupations},
                     {"skills", report.unknown_skills}};
  return json;
}

void PrintDropped(const ingest::DroppedPersonalData& dropped) {
  if (dropped.total() == 0) return;
  std::cout << "  not stored, as it says who somebody is:";
  const char* separator = " ";
  for (size_t i = 0; i < ingest::kPersonalKindCount; ++i) {
    const auto kind = static_cast<ingest::PersonalKind>(i);
    if (dropped.count(kind) == 0) continue;
    std::cout << separator << dropped.count(kind) << " " << PersonalKindName(kind);
    separator = ", ";
  }
  std::cout << "\n";
}

void PrintReport(const ingest::ImportReport& report) {
  std::cout << report.kind << ": " << report.read << " read, " << report.accepted << " kept, "
            << report.refused << " refused\n";
  PrintDropped(report.dropped);
  if (report.unknown_occupations + report.unknown_skills > 0) {
    std::cout << "  not in any taxonomy here: " << report.unknown_occupations
              << " references to occupations, " << report.unknown_skills << " to skills\n";
  }
  size_t shown = 0;
  for (const ingest::Problem& problem : report.problems) {
    if (++shown > kProblemsShown) break;
    std::cout << TerminalText(
        StrCat("  ", problem.file, ":", problem.line, ": ", problem.message, "\n"));
  }
  const int64_t more = static_cast<int64_t>(report.problems.size()) + report.problems_left_out -
                       static_cast<int64_t>(kProblemsShown);
  if (more > 0) std::cout << "  and " << more << " more; --json shows them\n";
  if (!report.taxonomy_version.empty()) {
    std::cout << "  taxonomy " << report.taxonomy_version << ", " << report.data_version << "\n";
  }
}

absl::StatusOr<std::vector<Language>> ParseLanguages(const std::vector<std::string>& codes) {
  std::vector<Language> languages;
  for (const std::string& code : codes) {
    const auto language = Language::Parse(code);
    if (!language) {
      return absl::InvalidArgumentError(
          StrCat("--languages: '", code, "' is not a code of two letters such as nl"));
    }
    languages.push_back(*language);
  }
  return languages;
}

template <class Import>
absl::Status RunImport(const Globals& globals, Import import) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                            store::Store::Open(globals.store, store::OpenMode::kReadWrite));
  ConsoleProgress progress;
  OVERSTAP_ASSIGN_OR_RETURN(const ingest::ImportReport report, import(store.get(), &progress));
  if (globals.json) {
    std::cout << service::Dump(ReportJson(report)) << "\n";
  } else {
    PrintReport(report);
  }
  return absl::OkStatus();
}

absl::Status ImportEsco(const Globals& globals, const ImportOptions& options) {
  ingest::EscoImportParams params;
  params.folder = options.path;
  params.strict = options.strict;
  OVERSTAP_ASSIGN_OR_RETURN(params.languages, ParseLanguages(options.languages));
  return RunImport(globals, [&params](store::Store* store, Progress* progress) {
    return ingest::ImportEsco(params, store, progress);
  });
}

absl::Status ImportRecords(const Globals& globals, const ImportOptions& options,
                           ingest::RecordKind kind) {
  ingest::RecordImportParams params = {kind, options.path, options.strict};
  params.format = ingest::ParseRecordFormat(options.format);
  params.knowledge = []() -> absl::StatusOr<std::shared_ptr<const text::Knowledge>> {
    OVERSTAP_ASSIGN_OR_RETURN(const snapshot::Parameters parameters, DefaultParameters());
    return parameters.knowledge;
  };
  return RunImport(globals, [&params](store::Store* store, Progress* progress) {
    return ingest::ImportRecords(params, store, progress);
  });
}

absl::Status ImportCompetentNl(const Globals& globals, const ImportOptions& options) {
  const ingest::CompetentNlImportParams params = {options.path, options.strict};
  return RunImport(globals, [&params](store::Store* store, Progress* progress) {
    return ingest::ImportCompetentNl(params, store, progress);
  });
}

absl::Status ImportOnet(const Globals& globals, const ImportOptions& options) {
  const ingest::OnetImportParams params = {options.path, options.strict};
  return RunImport(globals, [&params](store::Store* store, Progress* progress) {
    return ingest::ImportOnet(params, store, progress);
  });
}

absl::Status ImportCrosswalk(const Globals& globals, const ImportOptions& options) {
  ingest::CrosswalkImportParams params;
  params.path = options.path;
  params.format = ingest::ParseCrosswalkFormat(options.crosswalk_format);
  params.scheme = options.scheme;
  params.strict = options.strict;
  return RunImport(globals, [&params](store::Store* store, Progress* progress) {
    return ingest::ImportCrosswalk(params, store, progress);
  });
}

CLI::App* AddKind(CLI::App* import, const std::string& name, const std::string& description,
                  const std::shared_ptr<ImportOptions>& options) {
  CLI::App* kind = import->add_subcommand(name, description);
  kind->fallthrough();
  kind->add_option("path", options->path, "file or folder")->required();
  kind->add_flag("--strict", options->strict, "all or nothing");
  return kind;
}

void AddOtherTaxonomies(CLI::App* import, const std::shared_ptr<ImportOptions>& options,
                        const Globals* globals, Action* action) {
  CLI::App* competentnl =
      AddKind(import, "competentnl", "CompetentNL as Turtle or N-Triples", options);
  competentnl->callback([=] { *action = [=] { return ImportCompetentNl(*globals, *options); }; });
  CLI::App* onet = AddKind(import, "onet", "the O*NET database as text files", options);
  onet->callback([=] { *action = [=] { return ImportOnet(*globals, *options); }; });
  CLI::App* crosswalk =
      AddKind(import, "crosswalk", "links between the concepts of two languages", options);
  crosswalk
      ->add_option("--format", options->crosswalk_format,
                   "layout of the file; seen from its header when not given")
      ->check(CLI::IsMember({"esco-mapping", "isco-brc", "tsv"}));
  crosswalk->add_option("--scheme", options->scheme,
                        "name of the second classification of an ESCO mapping");
  crosswalk->callback([=] { *action = [=] { return ImportCrosswalk(*globals, *options); }; });
}

std::string RecordsHelp(ingest::RecordKind kind) {
  std::string help = StrCat(RecordKindName(kind), " as JSON, one object a line");
  if (kind == ingest::RecordKind::kVacancies) help += ", schema.org JobPosting, or VUM";
  if (kind == ingest::RecordKind::kProfiles) help += ", VUM, or a Europass CV as XML";
  if (kind == ingest::RecordKind::kPlaces) help += ", or one object of centroids";
  return help;
}

}  // namespace

void AddImport(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* import = app->add_subcommand("import", "read files into the store");
  import->fallthrough();
  import->require_subcommand(1);
  const auto options = std::make_shared<ImportOptions>();
  CLI::App* esco = AddKind(import, "esco", "an ESCO CSV download", options);
  esco->add_option("--languages", options->languages, "languages to read, best first")
      ->delimiter(',')
      ->capture_default_str();
  esco->callback([=] { *action = [=] { return ImportEsco(*globals, *options); }; });
  AddOtherTaxonomies(import, options, globals, action);
  for (const ingest::RecordKind kind :
       {ingest::RecordKind::kVacancies, ingest::RecordKind::kProfiles, ingest::RecordKind::kCourses,
        ingest::RecordKind::kSchemes, ingest::RecordKind::kRegions, ingest::RecordKind::kDemand,
        ingest::RecordKind::kPlaces}) {
    const std::string name(ingest::RecordKindName(kind));
    CLI::App* records = AddKind(import, name, RecordsHelp(kind), options);
    std::vector<std::string> formats;
    for (const ingest::RecordFormat format : ingest::FormatsOf(kind)) {
      formats.emplace_back(RecordFormatName(format));
    }
    records
        ->add_option("--format", options->format, "format of the file; seen from it when not given")
        ->check(CLI::IsMember(formats));
    records->callback([=] { *action = [=] { return ImportRecords(*globals, *options, kind); }; });
  }
}

}  // namespace overstap::cli
