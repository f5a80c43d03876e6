#include <CLI/App.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include "base/line_reader.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/place.h"
#include "ingest/cohort_json.h"
#include "service/json/cohort_view.h"
#include "tools/overstap/cohort_text.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/plan_options.h"
#include "tools/overstap/print.h"
#include "tools/overstap/record_file.h"
#include "tools/overstap/session.h"

namespace overstap::cli {
namespace {

struct PlaceOptions {
  std::string path;
  std::string region;
  StudyOptions study;
  advice::PlaceParams params;
};

absl::Status AtLine(const std::string& path, int64_t line, const absl::Status& status) {
  return absl::Status(status.code(), StrCat(path, ":", line, ": ", FromAbsl(status.message())));
}

absl::StatusOr<model::CohortGroup> ReadGroup(const advice::Context& context,
                                             const std::string& region, std::string_view line) {
  OVERSTAP_ASSIGN_OR_RETURN(model::CohortGroup group, ingest::ParseCohortGroup(line));
  OVERSTAP_RETURN_IF_ERROR(ReadTextOf(context, &group.profile));
  group.profile.text.clear();
  if (!region.empty()) group.profile.region = region;
  return group;
}

// All lines or none: a plan for half of a group would mislead.
absl::StatusOr<std::vector<model::CohortGroup>> ReadCohort(const advice::Context& context,
                                                           const PlaceOptions& options) {
  std::ifstream file;
  if (options.path != "-") {
    file.open(options.path, std::ios::binary);
    if (!file) return absl::NotFoundError(StrCat(options.path, ": cannot be opened"));
  }
  LineReader reader(options.path == "-" ? std::cin : file);
  std::vector<model::CohortGroup> groups;
  std::string line;
  for (;;) {
    const LineReader::Outcome outcome = reader.Next(&line);
    if (outcome == LineReader::Outcome::kEnd) break;
    if (outcome == LineReader::Outcome::kTooLong) {
      return AtLine(options.path, reader.line_number(),
                    absl::InvalidArgumentError("line is too long"));
    }
    if (line.empty() || line.starts_with('#')) continue;
    auto group = ReadGroup(context, options.region, line);
    if (!group.ok()) return AtLine(options.path, reader.line_number(), group.status());
    groups.push_back(*std::move(group));
    if (groups.size() > static_cast<size_t>(model::kMaxCohortPeople)) {
      return AtLine(options.path, reader.line_number(),
                    absl::InvalidArgumentError("a cohort has at most 100,000 people"));
    }
  }
  if (reader.failed()) return absl::NotFoundError(StrCat(options.path, ": cannot be read"));
  return groups;
}

absl::Status Run(const Globals& globals, const PlaceOptions& options) {
  advice::PlaceParams params = options.params;
  OVERSTAP_ASSIGN_OR_RETURN(params.plan, options.study.params());
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  OVERSTAP_ASSIGN_OR_RETURN(params.groups, ReadCohort(session.context(), options));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::PlaceResult result,
                            advice::PlaceCohort(session.context(), params));
  Print(
      globals, [&] { return service::ToJson(result); }, [&] { return ToText(result); });
  return absl::OkStatus();
}

}  // namespace

void AddPlace(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* place =
      app->add_subcommand("place", "where a group of people can go, with the vacancies there are");
  place->fallthrough();
  const auto options = std::make_shared<PlaceOptions>();
  place
      ->add_option("cohort", options->path,
                   "profiles, JSON, one a line; \"count\" says how many are alike; - for stdin")
      ->required();
  place->add_option("--region", options->region, "arbeidsmarktregio of all, such as AM06");
  AddStudyOptions(place, &options->study);
  place->add_option("--techniek", options->params.techniek,
                    "definition of techniek; 'alle' for every occupation");
  place->add_option("--radius-km", options->params.radius_km, "how far to travel");
  place->add_option("--max-weeks", options->params.max_weeks, "longest training")
      ->capture_default_str();
  place->add_option("--min-score", options->params.min_score, "lowest score of a step, 0..1")
      ->capture_default_str();
  place->add_option("--ways", options->params.ways, "occupations to consider for each profile")
      ->capture_default_str();
  place->callback([=] { *action = [=] { return Run(*globals, *options); }; });
}

}  // namespace overstap::cli
