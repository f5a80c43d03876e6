// Makes the vacancies and profiles of the starter data.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fstream>
#include <iostream>
#include <string>

#include "absl/status/status.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "tools/generate/jsonl.h"
#include "tools/generate/profiles.h"
#include "tools/generate/vacancies.h"
#include "tools/generate/world.h"

namespace overstap::generate {
namespace {

constexpr int kUsage = 2;
constexpr int kRefused = 3;
constexpr int kMostRecords = 9999;

struct Options {
  std::string starter = "data/starter";
  std::string techniek;  // empty: techniek/techniek-isco.json beside the starter folder
  std::string output = "data/starter";
  Recipe recipe;
};

absl::Status WriteFile(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (out) return absl::OkStatus();
  return absl::ResourceExhaustedError(
      StrCat(path, ": cannot be written; is the folder there, and room on the disk?"));
}

absl::Status Run(const Options& options) {
  const std::string techniek = options.techniek.empty()
                                   ? options.starter + "/../techniek/techniek-isco.json"
                                   : options.techniek;
  OVERSTAP_ASSIGN_OR_RETURN(const World world, LoadWorld(options.starter, techniek));
  const Drawer drawer(world, options.recipe.seed);
  const auto vacancies = MakeVacancies(drawer, options.recipe.vacancies);
  const auto profiles = MakeProfiles(drawer, options.recipe.profiles);
  OVERSTAP_RETURN_IF_ERROR(
      WriteFile(options.output + "/vacancies.jsonl", ToJsonl(vacancies, options.recipe)));
  OVERSTAP_RETURN_IF_ERROR(
      WriteFile(options.output + "/profiles.jsonl", ToJsonl(profiles, options.recipe)));
  std::cout << vacancies.size() << " vacancies and " << profiles.size() << " profiles in "
            << options.output << "\n";
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  CLI::App app("Makes vacancies and profiles, the same ones for the same seed.",
               "overstap_generate");
  Options options;
  app.add_option("--starter", options.starter, "folder with taxonomy/ and regions.jsonl")
      ->capture_default_str();
  app.add_option("--techniek", options.techniek,
                 "definition of techniek (techniek/techniek-isco.json beside the starter folder)");
  app.add_option("--seed", options.recipe.seed, "which made-up world")->capture_default_str();
  app.add_option("--vacancies", options.recipe.vacancies, "how many")
      ->check(CLI::Range(0, kMostRecords))
      ->capture_default_str();
  app.add_option("--profiles", options.recipe.profiles, "how many")
      ->check(CLI::Range(0, kMostRecords))
      ->capture_default_str();
  app.add_option("--output", options.output, "folder for vacancies.jsonl and profiles.jsonl")
      ->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsage;
  }
  const absl::Status status = Run(options);
  if (status.ok()) return 0;
  std::cerr << "overstap_generate: " << status.message() << "\n";
  return kRefused;
}

}  // namespace
}  // namespace overstap::generate

int main(int argc, char** argv) { return overstap::generate::Main(argc, argv); }
