#include <CLI/App.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "base/status_macros.h"
#include "engine/advice/explain_match.h"
#include "engine/advice/live_finder.h"
#include "engine/advice/match.h"
#include "ingest/records_json.h"
#include "service/index_files.h"
#include "service/json/answers.h"
#include "service/json/explained_match_view.h"
#include "tools/overstap/batch.h"
#include "tools/overstap/commands.h"
#include "tools/overstap/plan_options.h"
#include "tools/overstap/print.h"
#include "tools/overstap/record_file.h"
#include "tools/overstap/session.h"
#include "tools/overstap/text_view.h"

namespace overstap::cli {
namespace {

struct MatchOptions {
  advice::MatchParams params;
  std::string one;  // file with the profile or vacancy that asks
  std::string batch;
  bool exhaustive = false;
  std::string published_from;  // a day; empty: any
};

// Which records ask, how they are read and which question they ask.
struct AskWithProfile {
  static constexpr const char* kOption = "--profile";
  static constexpr auto kRead = ReadProfile;
  static constexpr auto kParse = ingest::ParseProfile;

  // Made for many questions: for one it takes longer than scoring every vacancy.
  static absl::StatusOr<advice::LiveFinders> MakeFinders(const Session& session) {
    const auto load = [&](const snapshot::Snapshot& snapshot) {
      return service::LoadVacancyFinder(session.store(), snapshot);
    };
    OVERSTAP_ASSIGN_OR_RETURN(auto all,
                              advice::LiveVacancies::Build(session.context().snapshot, load));
    return advice::LiveFinders{std::move(all), nullptr};
  }
  static constexpr auto kMatch = advice::MatchVacancies;
};

struct AskWithVacancy {
  static constexpr const char* kOption = "--vacancy";
  static constexpr auto kRead = ReadVacancy;
  static constexpr auto kParse = ingest::ParseVacancy;

  static absl::StatusOr<advice::LiveFinders> MakeFinders(const Session& session) {
    const int year = static_cast<int>(session.context().today.year());
    const auto load = [&](const snapshot::Snapshot& snapshot) {
      return service::LoadProfileFinder(session.store(), snapshot, year);
    };
    OVERSTAP_ASSIGN_OR_RETURN(auto all,
                              advice::LivePeople::Build(session.context().snapshot, load));
    return advice::LiveFinders{nullptr, std::move(all)};
  }
  static constexpr auto kMatch = advice::MatchProfiles;
};

template <class Ask>
absl::Status RunBatch(const Session& session, const MatchOptions& options) {
  advice::LiveFinders finders;
  if (!options.exhaustive) {
    OVERSTAP_ASSIGN_OR_RETURN(finders, Ask::MakeFinders(session));
  }
  advice::Context context = session.context();
  context.finders = &finders;
  Latencies latencies;
  OVERSTAP_RETURN_IF_ERROR(
      AnswerLines(options.batch, [&](std::string_view line) -> absl::StatusOr<std::string> {
        OVERSTAP_ASSIGN_OR_RETURN(auto record, Ask::kParse(line));
        OVERSTAP_RETURN_IF_ERROR(ReadTextOf(context, &record));
        const auto result =
            latencies.Time([&] { return Ask::kMatch(context, record, options.params); });
        if (!result.ok()) return result.status();
        return service::Dump(service::ToJson(*result, options.params.explain));
      }));
  std::cerr << latencies.Summary() << "\n";
  return absl::OkStatus();
}

template <class Ask>
absl::Status Run(const Globals& globals, MatchOptions options) {
  if (!options.published_from.empty()) {
    OVERSTAP_ASSIGN_OR_RETURN(options.params.vacancies.published_from,
                              DayOf("--published-from", options.published_from));
  }
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  if (!options.batch.empty()) return RunBatch<Ask>(session, options);
  OVERSTAP_ASSIGN_OR_RETURN(auto record, Ask::kRead(options.one));
  OVERSTAP_RETURN_IF_ERROR(ReadTextOf(session.context(), &record));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::MatchResult result,
                            Ask::kMatch(session.context(), record, options.params));
  Print(
      globals, [&] { return service::ToJson(result, options.params.explain); },
      [&] { return ToText(session.context(), result, options.params.explain); });
  return absl::OkStatus();
}

// Of vacancies.
void AddLimits(CLI::App* side, MatchOptions* options) {
  side->add_option("--isco", options->params.vacancies.isco, "only work in this ISCO group");
  side->add_option("--level-min", options->params.vacancies.level_min, "ISCO skill level, 1 to 4");
  side->add_option("--level-max", options->params.vacancies.level_max, "ISCO skill level, 1 to 4");
  side->add_option("--published-from", options->published_from,
                   "only vacancies published on this day (YYYY-MM-DD) or later");
}

template <class Ask>
void AddSide(CLI::App* match, const std::string& name, const std::string& description,
             const Globals* globals, Action* action) {
  CLI::App* side = match->add_subcommand(name, description);
  side->fallthrough();
  const auto options = std::make_shared<MatchOptions>();
  CLI::Option* one = side->add_option(Ask::kOption, options->one, "file with who asks, as JSON");
  CLI::Option* batch = side->add_option("--batch", options->batch, "JSONL in, JSONL out");
  one->excludes(batch);
  side->add_option("--region", options->params.region, "only in this arbeidsmarktregio");
  side->add_option("--radius-km", options->params.radius_km, "only so far away");
  side->add_option("--limit", options->params.limit, "how many results")->capture_default_str();
  side->add_flag("--explain", options->params.explain, "say why");
  side->add_flag("--exhaustive", options->exhaustive,
                 "score everything, also where --batch asks an index");
  if constexpr (std::is_same_v<Ask, AskWithProfile>) AddLimits(side, options.get());
  side->callback([=] {
    if (options->one.empty() && options->batch.empty()) {
      throw CLI::RequiredError(std::string(Ask::kOption) + " FILE, or --batch FILE");
    }
    *action = [=] { return Run<Ask>(*globals, *options); };
  });
}

struct ExplainOptions {
  advice::MatchParams params;
  std::string profile;  // a file, or an id in the store
  std::string vacancy;
};

// What is the name of a file is a file, else it is an id.
template <class Record, class Read, class Find>
absl::StatusOr<Record> RecordOf(const advice::Context& context, const std::string& named, Read read,
                                Find find) {
  if (!std::filesystem::exists(named)) return find(context, named);
  OVERSTAP_ASSIGN_OR_RETURN(Record record, read(named));
  OVERSTAP_RETURN_IF_ERROR(ReadTextOf(context, &record));
  return record;
}

absl::Status RunExplain(const Globals& globals, const ExplainOptions& options) {
  OVERSTAP_ASSIGN_OR_RETURN(const Session session, Session::Open(globals));
  const advice::Context context = session.context();
  OVERSTAP_ASSIGN_OR_RETURN(
      const model::Profile profile,
      RecordOf<model::Profile>(context, options.profile, ReadProfile, advice::FindProfile));
  OVERSTAP_ASSIGN_OR_RETURN(
      const model::Vacancy vacancy,
      RecordOf<model::Vacancy>(context, options.vacancy, ReadVacancy, advice::FindVacancy));
  OVERSTAP_ASSIGN_OR_RETURN(const advice::ExplainedMatch match,
                            advice::ExplainMatch(context, profile, vacancy, options.params));
  Print(
      globals, [&] { return service::ToJson(match); }, [&] { return ToText(match); });
  return absl::OkStatus();
}

void AddExplain(CLI::App* match, const Globals* globals, Action* action) {
  CLI::App* explain =
      match->add_subcommand("explain", "why a profile and a vacancy match as they do");
  explain->fallthrough();
  const auto options = std::make_shared<ExplainOptions>();
  explain->add_option("profile", options->profile, "file with a profile, or its id in the store")
      ->required();
  explain->add_option("vacancy", options->vacancy, "file with a vacancy, or its id in the store")
      ->required();
  explain->add_option("--region", options->params.region, "only in this arbeidsmarktregio");
  explain->add_option("--radius-km", options->params.radius_km, "only so far away");
  explain->callback([=] { *action = [=] { return RunExplain(*globals, *options); }; });
}

}  // namespace

void AddMatch(CLI::App* app, const Globals* globals, Action* action) {
  CLI::App* match =
      app->add_subcommand("match", "vacancies for a profile, or people for a vacancy");
  match->fallthrough();
  match->require_subcommand(1);
  AddSide<AskWithProfile>(match, "vacancies", "vacancies that fit a profile", globals, action);
  AddSide<AskWithVacancy>(match, "profiles", "profiles that fit a vacancy", globals, action);
  AddExplain(match, globals, action);
}

}  // namespace overstap::cli
