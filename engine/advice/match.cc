#include "engine/advice/match.h"

#include <utility>

#include "base/patience.h"
#include "base/status_macros.h"
#include "base/strings.h"
#include "engine/advice/live_finder.h"
#include "engine/advice/match_reading.h"
#include "engine/advice/profile_finder.h"
#include "engine/advice/vacancy_filter.h"
#include "engine/advice/vacancy_finder.h"
#include "engine/match/oracle.h"
#include "engine/model/validation.h"

namespace overstap::advice {
namespace {

// Rows that are looked at before it is asked again whether somebody waits: well under a
// millisecond.
constexpr size_t kAskEvery = 256;

FoundVacancies ByPlace(const Context& context, const match::VacancyAnswer& answer) {
  FoundVacancies found;
  found.not_scored = answer.not_scored;
  for (const match::Ranked& ranked : answer.best) {
    found.best.push_back({&context.snapshot.vacancies()[ranked.index], ranked.score});
  }
  return found;
}

// What the index answers, by scoring every vacancy.
FoundVacancies FindByAll(const Context& context, const MatchReading& reading,
                         const VacancyFilter& filter, size_t limit) {
  match::VacancyAnswer answer;
  bool is_awaited = true;
  auto row = context.snapshot.vacancies().begin();
  const auto score = [&](size_t index) -> std::optional<double> {
    const snapshot::VacancyRow& next = *row++;
    if (index % kAskEvery == 0) is_awaited = IsAwaited();
    if (!is_awaited || !Passes(context, filter, next)) return std::nullopt;
    const auto value = ScoreOf(context, reading, next.requirements);
    if (!value) ++answer.not_scored;
    return value;
  };
  answer.best = match::RankAll(context.snapshot.vacancies().size(), limit, score);
  return ByPlace(context, answer);
}

FoundVacancies FindVacancies(const Context& context, const MatchReading& reading,
                             const VacancyFilter& filter, size_t limit,
                             const VacancyFinder* finder) {
  if (finder != nullptr) {
    return ByPlace(context, finder->Search(reading.expanded, context.today, filter, limit));
  }
  if (context.finder != nullptr) {
    return context.finder->Search(context, reading.expanded, filter, limit);
  }
  return FindByAll(context, reading, filter, limit);
}

// What the index of people answers, by scoring everybody.
match::ProfileAnswer FindPeopleByAll(const Context& context, const model::Vacancy& vacancy,
                                     const match::RequirementSet& requirements,
                                     const MatchParams& params) {
  const auto& profiles = context.snapshot.profiles();
  MatchParams any_region = params;
  any_region.region.clear();
  const model::VacancyFacts facts = SettledFactsOf(context, vacancy);
  match::ProfileAnswer answer;
  const auto score = [&](size_t index) -> std::optional<double> {
    const snapshot::ProfileRow& row = profiles[index];
    const model::ProfileFacts& profile = row.profile;
    if (!IsAwaited() || !model::MayBeKept(profile, context.today)) return std::nullopt;
    if (!params.region.empty() && profile.region != params.region) return std::nullopt;
    if (!Passes(context, FilterFor(context, profile, any_region), facts)) return std::nullopt;
    const auto value = ScoreOf(context, ReadForMatch(context, *row.Record()), requirements);
    if (!value) ++answer.not_scored;
    return value;
  };
  answer.best = match::RankAll(profiles.size(), params.limit, score);
  return answer;
}

absl::Status CheckLimits(const VacancyLimits& limits) {
  const bool is_group =
      limits.isco.size() <= 4 && limits.isco.find_first_not_of("0123456789") == std::string::npos;
  if (!is_group) return absl::InvalidArgumentError("an ISCO group has 1 to 4 digits, as in 7212");
  for (const std::optional<int>& level : {limits.level_min, limits.level_max}) {
    if (level) OVERSTAP_RETURN_IF_ERROR(model::CheckRange("level", *level, 1, 4));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MatchParams::Validate() const {
  OVERSTAP_RETURN_IF_ERROR(model::CheckRegion(region));
  if (radius_km) OVERSTAP_RETURN_IF_ERROR(model::CheckRange("radius_km", *radius_km, 0, 500));
  OVERSTAP_RETURN_IF_ERROR(CheckLimits(vacancies));
  if (limit >= 1 && limit <= 10'000) return absl::OkStatus();
  return absl::InvalidArgumentError("limit must be between 1 and 10000");
}

absl::Status MatchParams::ValidateWithoutLimits() const {
  OVERSTAP_RETURN_IF_ERROR(Validate());
  if (vacancies == VacancyLimits()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      "isco, level_min, level_max and published_from say which vacancies; leave them out here");
}

absl::StatusOr<MatchResult> MatchVacancies(const Context& context, const model::Profile& profile,
                                           const MatchParams& params, const VacancyFinder* finder) {
  OVERSTAP_RETURN_IF_ERROR(params.Validate());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(profile));
  const VacancyFilter filter = FilterFor(context, SettledFactsOf(context, profile), params);
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(params, filter.near));
  const MatchReading reading = ReadForMatch(context, profile);
  MatchResult result;
  result.id = profile.id;
  result.versions = context.snapshot.versions();
  result.translations = reading.resolved.readings.translations;
  result.unmapped = reading.resolved.readings.unmapped;
  const FoundVacancies found = FindVacancies(context, reading, filter, params.limit, finder);
  result.not_scored = found.not_scored;
  for (const auto& [row, score] : found.best) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    MatchHit hit = {row->vacancy.id, score, row->requirements.unknown, {}};
    hit.distance_km = KnownDistanceKm(filter.near, SpotOf(context, row->vacancy));
    if (params.explain) hit.explanation = ExplainScore(context, reading, row->requirements, score);
    result.hits.push_back(std::move(hit));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

absl::StatusOr<MatchResult> MatchProfiles(const Context& context, const model::Vacancy& vacancy,
                                          const MatchParams& params, const ProfileFinder* finder) {
  OVERSTAP_RETURN_IF_ERROR(params.ValidateWithoutLimits());
  OVERSTAP_RETURN_IF_ERROR(model::Validate(vacancy));
  const std::optional<Spot> place = SpotOf(context, SettledFactsOf(context, vacancy));
  OVERSTAP_RETURN_IF_ERROR(CheckPlace(params, place));
  match::UriReadings readings;
  const match::RequirementSet requirements =
      match::RequirementsOf(vacancy, context.snapshot.taxonomy(), &context.snapshot.translator(),
                            &readings, context.snapshot.scoring().inferred_share);
  MatchResult result;
  result.id = vacancy.id;
  result.versions = context.snapshot.versions();
  result.translations = std::move(readings.translations);
  result.unmapped = std::move(readings.unmapped);
  const match::ProfileAnswer answer = finder == nullptr
                                          ? FindPeopleByAll(context, vacancy, requirements, params)
                                          : finder->Search(context, vacancy, requirements, params);
  result.not_scored = answer.not_scored;
  for (const match::Ranked& ranked : answer.best) {
    OVERSTAP_RETURN_IF_ERROR(CheckPatience());
    const snapshot::ProfileRow& row = context.snapshot.profiles()[ranked.index];
    MatchHit hit = {IdOf(row), ranked.score, requirements.unknown, {}};
    hit.distance_km = KnownDistanceKm(place, SpotOf(context, row.profile));
    if (params.explain) {
      hit.explanation =
          ExplainScore(context, ReadForMatch(context, *row.Record()), requirements, ranked.score);
    }
    result.hits.push_back(std::move(hit));
  }
  OVERSTAP_RETURN_IF_ERROR(CheckPatience());
  return result;
}

}  // namespace overstap::advice
