#include <CLI/App.hpp>
#include <iostream>
#include <memory>

#include "base/status_macros.h"
#include "base/terminal_text.h"
#include "engine/snapshot/loader.h"
#include "engine/store/find_version.h"
#include "engine/store/store.h"
#include "service/json/answers.h"
#include "tools/overstap/commands.h"

namespace overstap::cli {
namespace {

service::Json TaxonomiesJson(const std::vector<store::TaxonomyInfo>& taxonomies) {
  service::Json json = service::Json::array();
  for (const store::TaxonomyInfo& info : taxonomies) {
    json.push_back({{"version", info.version},
                    {"scheme", info.scheme},
                    {"occupations", info.occupations},
                    {"skills", info.skills},
                    {"relations", info.relations},
                    {"current", info.current}});
  }
  return json;
}

service::Json StatsJson(const store::TaxonomyInfo& current, const store::RecordCounts& counts) {
  return {{"occupations", current.occupations},
          {"skills", current.skills},
          {"relations", current.relations},
          {"vacancies", counts.vacancies},
          {"profiles", counts.profiles},
          {"courses", counts.courses},
          {"schemes", counts.schemes},
          {"regions", counts.regions},
          {"demand", counts.demand},
          {"places", counts.places},
          {"taxonomy_version", current.version}};
}

service::Json ToJson(const snapshot::MigrationCount& count) {
  return {{"records", count.records},
          {"replaced", count.replaced},
          {"split", count.split},
          {"crosswalked", count.crosswalked},
          {"unknown", count.unknown}};
}

service::Json ToJson(const snapshot::MigrationReport& report) {
  return {{"vacancies", ToJson(report.vacancies)},
          {"profiles", ToJson(report.profiles)},
          {"courses", ToJson(report.courses)}};
}

void PrintMigration(const char* kind, const snapshot::MigrationCount& count) {
  if (count == snapshot::MigrationCount()) return;
  std::cout << kind << " in other terms: " << count.records << " translated (" << count.replaced
            << " URIs replaced, " << count.split << " split, " << count.crosswalked
            << " by crosswalk), " << count.unknown << " URIs unknown\n";
}

void Print(const service::Json& json, const std::vector<store::InterruptedImport>& interrupted) {
  for (const char* kind : {"occupations", "skills", "relations", "vacancies", "profiles", "courses",
                           "schemes", "regions", "demand", "places"}) {
    std::cout << kind << ": " << json[kind] << "\n";
  }
  std::cout << "taxonomy: " << json["taxonomy_version"].get<std::string>() << "\n"
            << "data: " << json["data_version"].get<std::string>() << "\n";
  for (const store::InterruptedImport& import : interrupted) {
    std::cout << "warning: the import of " << import.kind << " from " << TerminalText(import.source)
              << " was interrupted; run it again\n";
  }
}

absl::Status Run(const Globals& globals) {
  OVERSTAP_ASSIGN_OR_RETURN(const std::unique_ptr<store::Store> store,
                            store::Store::Open(globals.store, store::OpenMode::kReadOnly));
  OVERSTAP_ASSIGN_OR_RETURN(const auto taxonomies, store->ListTaxonomies());
  OVERSTAP_ASSIGN_OR_RETURN(const store::RecordCounts counts, store->Counts());
  OVERSTAP_ASSIGN_OR_RETURN(const std::string data_version, store->DataVersion());
  OVERSTAP_ASSIGN_OR_RETURN(const auto interrupted, store->InterruptedImports());
  store::TaxonomyInfo current;
  snapshot::MigrationReport migration;
  if (!taxonomies.empty() || !globals.taxonomy.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(const std::string primary, store->CurrentTaxonomy());
    const std::string& asked = globals.taxonomy.empty() ? primary : globals.taxonomy;
    OVERSTAP_ASSIGN_OR_RETURN(current, store::FindVersion(*store, asked));
    OVERSTAP_ASSIGN_OR_RETURN(migration, snapshot::ReadMigration(*store, current.version));
  }
  service::Json json = StatsJson(current, counts);
  json["data_version"] = data_version;
  json["taxonomies"] = TaxonomiesJson(taxonomies);
  json["interrupted_imports"] = service::Json::array();
  for (const store::InterruptedImport& import : interrupted) {
    json["interrupted_imports"].push_back({{"kind", import.kind}, {"source", import.source}});
  }
  json["migration"] = ToJson(migration);
  if (globals.json) {
    std::cout << service::Dump(json) << "\n";
    return absl::OkStatus();
  }
  Print(json, interrupted);
  PrintMigration("vacancies", migration.vacancies);
  PrintMigration("profiles", migration.profiles);
  PrintMigration("courses", migration.courses);
  return absl::OkStatus();
}

}  // namespace

void AddStats(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* stats = app->add_subcommand("stats", "how many of each kind the store holds");
  stats->fallthrough();
  stats->callback([=] { *action = [=] { return Run(*globals); }; });
}

}  // namespace overstap::cli
